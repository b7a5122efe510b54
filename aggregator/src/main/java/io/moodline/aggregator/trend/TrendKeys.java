package io.moodline.aggregator.trend;

import io.moodline.schemas.Trend;
import io.moodline.schemas.TrendScope;

/**
 * Keys of trends: {@code scope/id/windowMs/start}, on the topic and in stores. Begins have 13
 * digits, so that the keys of one series sort by time as text.
 */
public final class TrendKeys {

  /** The id, with scope SITE, of everything together; no site can be called so. */
  public static final String ALL = "*";

  private static final long NO_WINDOW = 0;
  private static final long FIRST = 0;
  private static final long LAST = 9_999_999_999_999L;
  private static final int DIGITS = 13;

  private TrendKeys() {}

  /** The key of one window. */
  public static String of(TrendScope scope, String id, long windowMs, long startMs) {
    // Not String.format: this is called at each event.
    String start = Long.toString(Math.max(FIRST, Math.min(LAST, startMs)));
    return scope + "/" + id + "/" + windowMs + "/" + "0".repeat(DIGITS - start.length()) + start;
  }

  /**
   * Among a camera's open windows the first key, there while some of them close: no transaction
   * ends with it.
   */
  public static String moving(String camera) {
    return of(TrendScope.CAMERA, camera, NO_WINDOW, FIRST);
  }

  /** True of a key that {@link #moving} makes. */
  public static boolean isMoving(String key) {
    return windowMs(key) == NO_WINDOW;
  }

  /** The key of a record. */
  public static String of(Trend trend) {
    return of(trend.getScope(), trend.getId(), trend.getWindowMs(), trend.getWindowStartMs());
  }

  /** The window length that a key names, milliseconds. */
  public static long windowMs(String key) {
    return Long.parseLong(key.split("/", -1)[2]);
  }

  /** The camera or site that a key names. */
  public static String id(String key) {
    return key.split("/", -1)[1];
  }

  /** The window's begin that a key names, epoch milliseconds. */
  public static long startMs(String key) {
    return Long.parseLong(key.split("/", -1)[3]);
  }
}
