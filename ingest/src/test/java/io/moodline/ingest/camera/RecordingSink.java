package io.moodline.ingest.camera;

import io.moodline.schemas.Frame;
import io.moodline.schemas.FrameOutcome;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what is sent. */
final class RecordingSink implements FrameSink {

  final List<Frame> frames = new CopyOnWriteArrayList<>();
  final List<FrameOutcome> outcomes = new CopyOnWriteArrayList<>();

  @Override
  public void send(Frame frame) {
    frames.add(frame);
  }

  @Override
  public void send(FrameOutcome outcome) {
    outcomes.add(outcome);
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
