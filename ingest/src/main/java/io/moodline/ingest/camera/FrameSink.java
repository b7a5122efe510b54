package io.moodline.ingest.camera;

import io.moodline.schemas.Frame;
import io.moodline.schemas.FrameOutcome;

/** Where frames go. Thread-safe. */
public interface FrameSink extends AutoCloseable {

  /** Sends a frame; waits while there is no room for it. Order is kept. */
  void send(Frame frame);

  /** Sends the outcome of a frame that goes no further. */
  void send(FrameOutcome outcome);

  @Override
  void close();
}
