package io.moodline.app.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a demo camera shows, as written in its source: {@code demo}, or {@code
 * demo:faces=5,seed=3,seconds=60,pace=fast,width=1280,height=720,fps=15}.
 *
 * @param faces how many people there are at most at a time, 1 to 12
 * @param seed another seed gives other people
 * @param seconds how long it runs, 0 (endless) to 86400
 * @param fast true when frames come as fast as they are asked for, as from a file
 * @param width of the picture, pixels, 320 to 3840
 * @param height of the picture, pixels, 240 to 2160
 * @param fps frames a second, 1 to 60
 */
public record DemoOptions(
    int faces, long seed, int seconds, boolean fast, int width, int height, int fps) {

  /** What {@code demo} alone means. */
  public static final DemoOptions DEFAULTS = new DemoOptions(3, 1, 0, false, 1280, 720, 15);

  /** Most people at a time. */
  public static final int MAX_FACES = 12;

  private static final String SCHEME = "demo";
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
  private static final String KNOWN = "faces, seed, seconds, pace, width, height, fps";

  public DemoOptions {
    requireBetween("faces", faces, 1, MAX_FACES);
    requireBetween("seconds", seconds, 0, 86_400);
    requireBetween("width", width, 320, 3840);
    requireBetween("height", height, 240, 2160);
    requireBetween("fps", fps, 1, 60);
    if (fast && seconds == 0) {
      throw new IllegalArgumentException(
          "demo parameter pace is \"fast\", which needs seconds of 1 to 86400 too:"
              + " else it would fill the pipeline without end");
    }
  }

  /** True for sources that {@link #parse} reads. */
  public static boolean isDemo(String source) {
    return source.equals(SCHEME) || source.startsWith(SCHEME + ":");
  }

  /**
   * Reads a source.
   *
   * @throws IllegalArgumentException naming the parameter, its value and what is allowed
   */
  public static DemoOptions parse(String source) {
    if (!isDemo(source)) {
      throw new IllegalArgumentException(
          "source is \"" + source + "\", but must be demo or demo:name=value,…");
    }
    Map<String, String> given = given(source);
    DemoOptions options =
        new DemoOptions(
            integer(given, "faces", DEFAULTS.faces),
            number(given, "seed", DEFAULTS.seed),
            integer(given, "seconds", DEFAULTS.seconds),
            isFast(given.remove("pace")),
            integer(given, "width", DEFAULTS.width),
            integer(given, "height", DEFAULTS.height),
            integer(given, "fps", DEFAULTS.fps));
    if (!given.isEmpty()) {
      throw new IllegalArgumentException(
          "demo parameter \""
              + given.keySet().iterator().next()
              + "\" is unknown, but must be one of "
              + KNOWN);
    }
    return options;
  }

  /** The time between two frames is {@code 1000 / fps} ms, not a whole number in general. */
  long positionMs(long frame) {
    return frame * 1000 / fps;
  }

  private static Map<String, String> given(String source) {
    Map<String, String> given = new LinkedHashMap<>();
    if (source.length() <= SCHEME.length() + 1) {
      return given;
    }
    for (String pair : source.substring(SCHEME.length() + 1).split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals <= 0) {
        throw new IllegalArgumentException(
            "demo parameter is \"" + pair + "\", but must be name=value with a name of " + KNOWN);
      }
      if (given.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip())
          != null) {
        throw new IllegalArgumentException(
            "demo parameter " + pair.substring(0, equals).strip() + " is given twice");
      }
    }
    return given;
  }

  private static boolean isFast(String pace) {
    if (pace == null || pace.equals("live")) {
      return false;
    }
    if (pace.equals("fast")) {
      return true;
    }
    throw new IllegalArgumentException(
        "demo parameter pace is \"" + pace + "\", but must be live or fast");
  }

  private static int integer(Map<String, String> given, String name, int otherwise) {
    long number = number(given, name, otherwise);
    // What does not fit is far beyond every limit; the limits' own message says what is allowed.
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
  }

  private static long number(Map<String, String> given, String name, long otherwise) {
    String text = given.remove(name);
    if (text == null) {
      return otherwise;
    }
    if (!NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "demo parameter " + name + " is \"" + text + "\", but must be a whole number");
    }
    return Long.parseLong(text);
  }

  private static void requireBetween(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "demo parameter "
              + name
              + " is "
              + value
              + ", but must be a whole number from "
              + least
              + " to "
              + most);
    }
  }
}
