package io.moodline.app.evaluate;

import io.moodline.schemas.Emotion;
import io.moodline.trainer.dataset.LabelSet;
import java.util.Locale;

/** How figures and names are written, the same on the console, on the page and in pictures. */
public final class Texts {

  private Texts() {}

  /** {@code 0.842}. */
  public static String share(double share) {
    return String.format(Locale.ROOT, "%.3f", share);
  }

  /** {@code 84.2%}. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  /** {@code 1.42}, milliseconds. */
  public static String millis(double millis) {
    return String.format(Locale.ROOT, "%.2f", millis);
  }

  /** {@code 7.6 MB}. */
  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.2f MB", bytes / 1e6);
  }

  /** {@code 1.93 M}, {@code 57.1 k}. */
  static String count(long count) {
    if (count >= 1_000_000) {
      return String.format(Locale.ROOT, "%.2f M", count / 1e6);
    }
    return count >= 1000 ? String.format(Locale.ROOT, "%.1f k", count / 1e3) : Long.toString(count);
  }

  /** {@code happiness}. */
  static String name(Emotion emotion) {
    return emotion.name().toLowerCase(Locale.ROOT);
  }

  /** {@code FER+} or {@code FER-2013}. */
  public static String name(LabelSet labels) {
    return switch (labels) {
      case FERPLUS -> "FER+";
      case FER2013 -> "FER-2013";
    };
  }
}
