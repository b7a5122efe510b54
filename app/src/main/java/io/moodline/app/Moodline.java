package io.moodline.app;

import io.moodline.app.cli.Cli;

/** The {@code moodline} command. */
public final class Moodline {

  private Moodline() {}

  /** Runs the command and exits with its status. */
  public static void main(String[] args) {
    System.exit(Cli.execute(args));
  }
}
