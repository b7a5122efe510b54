package io.moodline.aggregator.api;

import java.util.regex.Pattern;

/** Hides the credentials of a source. */
final class SourceMask {

  /** Up to the last @ before the path: passwords hold odd characters, an @ among them. */
  private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/?#\\s]*@");

  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "(?i)([?&;][^=&;#]*(?:pass|pwd|token|secret|key|auth|credential|sig)[^=&;#]*=)[^&;#]*");

  private SourceMask() {}

  /** The source with {@code ***} in place of user, password and secret query parameters. */
  static String mask(String source) {
    String masked = USER_INFO.matcher(source).replaceAll("***@");
    return SECRET_PARAMETER.matcher(masked).replaceAll("$1***");
  }
}
