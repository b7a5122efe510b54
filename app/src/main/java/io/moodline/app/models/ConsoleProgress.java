package io.moodline.app.models;

import java.io.PrintWriter;
import java.time.Duration;

/** Shows a download on the console: one line that moves, where the console can; not thread-safe. */
public final class ConsoleProgress implements PullListener {

  /** Back to the line's start, and the line emptied. */
  private static final String ERASE = "\r\u001b[2K";

  private final PrintWriter out;
  private final boolean live;
  private boolean lineOpen;

  /**
   * @param live whether a line can be overwritten
   */
  public ConsoleProgress(PrintWriter out, boolean live) {
    this.out = out;
    this.live = live;
  }

  @Override
  public void begins(String origin, long from) {
    say(from == 0 ? "from " + origin : "from " + origin + ", going on after " + from + " bytes");
  }

  @Override
  public void received(long bytes, long of) {
    if (live) {
      out.print(ERASE + "%d of %d bytes, %d %%".formatted(bytes, of, 100 * bytes / of));
      out.flush();
      lineOpen = true;
    }
  }

  @Override
  public void triesAgain(String why, Duration pause) {
    say("%s; trying again in %.0f s".formatted(why, pause.toMillis() / 1000.0));
  }

  /** Writes a line, after what moved. */
  public void say(String line) {
    out.println(lineOpen ? ERASE + line : line);
    out.flush();
    lineOpen = false;
  }
}
