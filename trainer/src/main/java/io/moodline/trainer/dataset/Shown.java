package io.moodline.trainer.dataset;

/** What others wrote, made fit for a message: short, and without control characters. */
final class Shown {

  private static final int MAX_LENGTH = 80;

  private Shown() {}

  static String of(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= MAX_LENGTH ? plain : plain.substring(0, MAX_LENGTH) + "...";
  }
}
