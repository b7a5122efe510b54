package io.moodline.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The development data that is not part of the product: real videos, photographs, FER-2013. Where
 * it is absent, a test that asks for it skips and says so; in CI it must be there.
 */
public final class SharedData {

  private SharedData() {}

  /**
   * A file or folder of the development data.
   *
   * @param relative path below its {@code data} folder, such as {@code video/classroom.mp4}
   */
  public static Path get(String relative) {
    Path path =
        Path.of(System.getProperty("moodline.shared", "../shared"), "data", relative).normalize();
    if (!Files.exists(path)) {
      String message = "the development data is absent: no " + path;
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(message + ", and CI must have it");
      }
      return abort(message);
    }
    return path;
  }
}
