package io.moodline.app.demo;

/** Says when the next frame is due, and waits for it. Used by one thread. */
interface Pace {

  /**
   * Waits until a frame's time has come.
   *
   * @param frame the next frame's number
   * @return the number of the frame to show: {@code frame}, or a later one when that is overdue
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  long await(long frame) throws InterruptedException;

  /** Every frame at once. */
  static Pace fast() {
    return frame -> frame;
  }
}
