package io.moodline.topics;

import java.util.regex.Pattern;

/** Source addresses: what they name, and how they may be shown, without the credentials in them. */
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

  private static final Pattern DEVICE = Pattern.compile("/dev/video\\d+");
  private static final Pattern DEMO = Pattern.compile("demo(:.*)?");
  private static final Pattern FILE_ADDRESS = Pattern.compile("(?i)file:.*");

  private SourceAddresses() {}

  /**
   * True for a file or a folder of images on this machine: a recording, also when it cannot be
   * opened. An http address may be of a recording too, which only its length tells.
   */
  public static boolean isFile(String source) {
    if (FILE_ADDRESS.matcher(source).matches()) {
      return true;
    }
    return !source.contains("://")
        && !DEVICE.matcher(source).matches()
        && !DEMO.matcher(source).matches();
  }

  /** Any text that may hold addresses, such as an error message, with their credentials masked. */
  public static String masked(String text) {
    String withoutUser = WIDE_USER_INFO.matcher(text).replaceAll("***@");
    withoutUser = USER_INFO.matcher(withoutUser).replaceAll("***@");
    String withoutPath = SECRET_IN_PATH.matcher(withoutUser).replaceAll("$1=***");
    return SECRET_PARAMETER.matcher(withoutPath).replaceAll("$1=***");
  }
}
