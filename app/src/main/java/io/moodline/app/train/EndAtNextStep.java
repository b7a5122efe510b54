package io.moodline.app.train;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While this is open, a process that is told to end first interrupts the thread that opened this,
 * and waits until it closes this: libtorch crashes when it is taken down while it computes.
 */
public final class EndAtNextStep implements AutoCloseable {

  /** Longer than a step of the largest network takes on a busy machine. */
  private static final long PATIENCE_S = 30;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  private EndAtNextStep(Thread working) {
    this.hook = new Thread(() -> end(working), "end-training");
  }

  /** For the calling thread. */
  public static EndAtNextStep open() {
    EndAtNextStep end = new EndAtNextStep(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(end.hook);
    return end;
  }

  private void end(Thread working) {
    working.interrupt();
    try {
      ended.await(PATIENCE_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: then the hook is at work, and sees what it waited for.
    }
  }
}
