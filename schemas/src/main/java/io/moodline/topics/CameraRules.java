package io.moodline.topics;

import io.moodline.schemas.Camera;
import java.util.ArrayList;
import java.util.List;

/** What a camera's record must be like, wherever it comes from. */
public final class CameraRules {

  /** Highest rate at which frames are taken from a live source. */
  public static final double MAX_FPS = 60;

  /** From here to ten times it, epoch milliseconds have 13 digits, and sort as text. */
  private static final long EARLIEST_START_MS = 1_000_000_000_000L;

  private static final int MAX_SOURCE = 2000;
  private static final int MAX_NAME = 200;

  /**
   * Something that is not allowed.
   *
   * @param field the field's name
   * @param message what is wrong with it, and what is allowed
   */
  public record Violation(String field, String message) {}

  private CameraRules() {}

  /** Everything that is wrong with a camera; empty when it may be registered. */
  public static List<Violation> violations(Camera camera) {
    List<Violation> found = new ArrayList<>();
    checkId(found, "id", camera.getId());
    checkId(found, "site", camera.getSite());
    if (camera.getName().length() > MAX_NAME) {
      found.add(new Violation("name", "name must have at most " + MAX_NAME + " characters"));
    }
    found.addAll(sourceViolations(camera.getSource()));
    double fps = camera.getTargetFps();
    if (!(fps > 0 && fps <= MAX_FPS)) {
      found.add(
          new Violation(
              "targetFps", "targetFps is " + fps + ", but must be above 0 and at most " + MAX_FPS));
    }
    Long start = camera.getStartMs();
    if (start != null && (start < EARLIEST_START_MS || start >= 10 * EARLIEST_START_MS)) {
      found.add(
          new Violation(
              "startMs",
              "the start is "
                  + start
                  + " ms after 1970, but must be from September 2001 to 2286, in milliseconds"
                  + " (were these seconds or microseconds?)"));
    }
    if (camera.getDetection() != null) {
      found.addAll(DetectionRules.violations(camera.getDetection()));
    }
    if (camera.getAnalytics() != null) {
      found.addAll(AnalyticsRules.violations(camera.getAnalytics()));
    }
    return found;
  }

  /** Everything that is wrong with a source; no message repeats it, as it may hold a password. */
  public static List<Violation> sourceViolations(String source) {
    List<Violation> found = new ArrayList<>();
    if (source.isBlank() || source.length() > MAX_SOURCE) {
      found.add(
          new Violation(
              "source",
              "source must be a file, a folder of images, a URL, /dev/videoN or demo, in 1 to "
                  + MAX_SOURCE
                  + " characters"));
    } else if (SourceAddresses.isCutShort(source)) {
      found.add(
          new Violation(
              "source",
              "source has a character in its user or password, or a space, that an address cannot"
                  + " hold: write / as %2F, ? as %3F, # as %23, a space as %20"));
    } else if (SourceAddresses.isWithoutScheme(source)) {
      found.add(
          new Violation(
              "source",
              "source reads like an address without its ://, write it like"
                  + " rtsp://user:password@host/path; a file of such a name is written with its"
                  + " folder, like ./name"));
    } else if (SourceAddresses.isMasked(source)) {
      found.add(
          new Violation(
              "source",
              "source has *** where its user, password or key was hidden: write the whole address"
                  + " (a * of its own as %2A)"));
    }
    return found;
  }

  /**
   * Refuses a camera that may not be registered.
   *
   * @throws IllegalArgumentException saying everything that is wrong and what is allowed
   */
  public static void check(Camera camera) {
    List<Violation> violations = violations(camera);
    if (!violations.isEmpty()) {
      throw new IllegalArgumentException(
          String.join("; ", violations.stream().map(Violation::message).toList()));
    }
  }

  private static void checkId(List<Violation> found, String field, String id) {
    if (!Ids.isValid(id)) {
      found.add(
          new Violation(
              field,
              field
                  + " is \""
                  + id
                  + "\", but must be 1 to 63 of the characters a-z, 0-9 and -, and not begin"
                  + " with -"));
    }
  }
}
