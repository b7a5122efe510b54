package io.moodline.app.models;

import java.time.Duration;

/** Is told how a download goes; called from the thread that downloads. */
public interface PullListener {

  /**
   * Bytes begin to come.
   *
   * @param origin from where
   * @param from how many are there already, of an earlier try
   */
  void begins(String origin, long from);

  /** So many bytes of so many are there now. */
  void received(long bytes, long of);

  /** Something went wrong that may go well after a pause. */
  void triesAgain(String why, Duration pause);
}
