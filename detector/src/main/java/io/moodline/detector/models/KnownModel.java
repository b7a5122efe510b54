package io.moodline.detector.models;

import java.net.URI;
import java.util.List;

/**
 * A model file of the catalogue. Immutable.
 *
 * @param name how it is called on the command line
 * @param aliases other names that now mean this one
 * @param file its name in the model folder
 * @param url where it is fetched from, https
 * @param sha256 of its content, 64 lower-case hexadecimal digits
 * @param size bytes, 1 or more
 * @param licence its SPDX name
 * @param purpose what it is for, in a few words
 */
public record KnownModel(
    String name,
    List<String> aliases,
    String file,
    URI url,
    String sha256,
    long size,
    String licence,
    String purpose) {

  private static final String NAME = "[a-z0-9][a-z0-9.-]{0,62}";

  /**
   * @throws IllegalArgumentException when a value is not allowed, naming it and what is
   */
  public KnownModel {
    aliases = List.copyOf(aliases);
    require(name.matches(NAME), "name", name, "a-z, 0-9, '.' and '-'");
    for (String alias : aliases) {
      require(alias.matches(NAME), "alias", alias, "a-z, 0-9, '.' and '-'");
    }
    require(file.matches("[A-Za-z0-9][A-Za-z0-9._-]*"), "file", file, "a file name, no path");
    require(url.isAbsolute() && url.getHost() != null, "url", url, "an absolute URL");
    require(sha256.matches("[0-9a-f]{64}"), "sha256", sha256, "64 digits of 0-9 and a-f");
    require(size > 0, "size", size, "1 byte or more");
  }

  private static void require(boolean good, String field, Object value, String allowed) {
    if (!good) {
      throw new IllegalArgumentException(
          "a model's " + field + " is \"" + value + "\", but must be " + allowed);
    }
  }
}
