package io.moodline.ingest.camera;

import io.moodline.schemas.Frame;
import io.moodline.schemas.FrameOutcome;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what is sent. */
final class RecordingSink implements FrameSink {

  final List<Frame> frames = new CopyOnWriteArrayList<>();
  final List<FrameOutcome> outcomes = new CopyOnWriteArrayList<>();

  /** Each is thrown once in the place of taking a frame. */
  final Queue<RuntimeException> refusals = new ConcurrentLinkedQueue<>();

  @Override
  public void send(Frame frame) {
    RuntimeException refusal = refusals.poll();
    if (refusal != null) {
      throw refusal;
    }
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
