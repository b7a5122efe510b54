package io.moodline.aggregator.trend;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The lengths of windows, each rolled up from the one before it. */
public enum Step {
  /** Filled from records. */
  TEN_SECONDS("10s", Windows.TEN_SECONDS),
  MINUTE("1m", Windows.MINUTE),
  HOUR("1h", 3_600_000),
  /** From midnight to midnight; its length is nominal, for it may have 23 or 25 hours. */
  DAY("1d", 86_400_000);

  private final String code;
  private final long ms;

  Step(String code, long ms) {
    this.code = code;
    this.ms = ms;
  }

  /** How the API writes it, such as {@code 10s}. */
  public String code() {
    return code;
  }

  /** Its nominal length, milliseconds: what names it in keys and records. */
  public long ms() {
    return ms;
  }

  /** The step of that nominal length. */
  public static Step ofMs(long ms) {
    return find(step -> step.ms == ms)
        .orElseThrow(() -> new IllegalArgumentException("no window is " + ms + " ms long"));
  }

  /** The step that the API writes so. */
  public static Optional<Step> ofCode(String code) {
    return find(step -> step.code.equals(code));
  }

  /** All of {@link #code()}, shortest first. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(Step::code).toList();
  }

  private static Optional<Step> find(java.util.function.Predicate<Step> which) {
    return Arrays.stream(values()).filter(which).findFirst();
  }
}
