package io.moodline.trainer.dataset;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The three parts of FER-2013: what a network learns from, is chosen by, and is judged by. */
public enum Split {
  TRAIN("Training", "FER2013Train"),
  VALID("PublicTest", "FER2013Valid"),
  TEST("PrivateTest", "FER2013Test");

  private final String usage;
  private final String folder;

  Split(String usage, String folder) {
    this.usage = usage;
    this.folder = folder;
  }

  /** The name of this part in the {@code Usage} column of the contest's files. */
  public String usage() {
    return usage;
  }

  /** The folder that holds this part's pictures in the FER+ layout. */
  public String folder() {
    return folder;
  }

  /** The part that a {@code Usage} column names; empty when no part has that name. */
  public static Optional<Split> ofUsage(String usage) {
    return Arrays.stream(values()).filter(split -> split.usage.equals(usage)).findFirst();
  }

  /** The part whose pictures lie in a folder of this name; empty when none do. */
  public static Optional<Split> ofFolder(String folder) {
    return Arrays.stream(values()).filter(split -> split.folder.equals(folder)).findFirst();
  }

  /** The names a {@code Usage} column may hold, for messages. */
  static String usages() {
    return Arrays.stream(values()).map(Split::usage).collect(Collectors.joining(", "));
  }
}
