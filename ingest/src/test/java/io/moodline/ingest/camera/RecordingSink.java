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

  /** Each is thrown once in the place of taking an outcome. */
  final Queue<RuntimeException> outcomeRefusals = new ConcurrentLinkedQueue<>();

  @Override
  public void send(Frame frame) {
    refuse(refusals);
    frames.add(frame);
  }

  @Override
  public void send(FrameOutcome outcome) {
    refuse(outcomeRefusals);
    outcomes.add(outcome);
  }

  private static void refuse(Queue<RuntimeException> refusals) {
    RuntimeException refusal = refusals.poll();
    if (refusal != null) {
      throw refusal;
    }
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
