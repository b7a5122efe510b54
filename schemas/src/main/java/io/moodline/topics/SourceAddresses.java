package io.moodline.topics;

import java.util.regex.Pattern;

/** Source addresses as they may be shown: without the credentials they may hold. */
public final class SourceAddresses {

  /** Greedy up to the last @ before the path ends, since passwords may hold one. */
  private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/\\s?#]*@");

  /** A password with a slash in it: everything up to the last @ before a space or a query. */
  private static final Pattern WIDE_USER_INFO = Pattern.compile("(?<=://)[^\\s@?#]*:[^\\s?#]*@");

  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "(?i)([?&;](?:[^=&;\\s]*(?:pass|pwd|token|secret|key|auth|sig)[^=&;\\s]*))=[^&;#\\s]*");

  /** As some recorders have it: rtsp://host/user=admin_password=secret_channel=1. */
  private static final Pattern SECRET_IN_PATH =
      Pattern.compile("(?i)((?<=://)[^\\s?#]*?[/_](?:pass|password|pwd|passwd))=[^&;#\\s_/]*");

  private SourceAddresses() {}

  /** Any text that may hold addresses, such as an error message, with their credentials masked. */
  public static String masked(String text) {
    String withoutUser = WIDE_USER_INFO.matcher(text).replaceAll("***@");
    withoutUser = USER_INFO.matcher(withoutUser).replaceAll("***@");
    String withoutPath = SECRET_IN_PATH.matcher(withoutUser).replaceAll("$1=***");
    return SECRET_PARAMETER.matcher(withoutPath).replaceAll("$1=***");
  }
}
