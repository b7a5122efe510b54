package io.moodline.topics;

import java.util.regex.Pattern;

/** Source addresses: what they name, and how they may be shown, without the credentials in them. */
public final class SourceAddresses {

  /** Greedy up to the last @ before the path ends, since passwords may hold one. */
  private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/\\s?#]*@");

  /** A password with a slash in it: everything up to the last @ before a space or a query. */
  private static final Pattern WIDE_USER_INFO = Pattern.compile("(?<=://)[^\\s@?#]*:[^\\s?#]*@");

  /**
   * A password with anything in it. What is no password may be hidden, too, such as port and query
   * of {@code http://host:80/?mail=a@b}: rather that than a password shown.
   */
  private static final Pattern ANY_PASSWORD = Pattern.compile("(?<=://)[^\\s@?#/]*:\\S*@");

  /** A user with what cannot be a port, where the address should be that of a host. */
  private static final Pattern CUT_PASSWORD =
      Pattern.compile("[^/?#@]*:(?!\\d*[/?#])[^/?#@]*[/?#].*@.*");

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

  /**
   * True when something in the user's name or password ends the address before its host: it must be
   * written as % and its code. A file may be called as it likes.
   */
  public static boolean isCutShort(String source) {
    int begin = source.indexOf("://");
    if (begin < 0 || isFile(source)) {
      return false;
    }
    String address = source.substring(begin + "://".length());
    return address.chars().anyMatch(Character::isWhitespace)
        || CUT_PASSWORD.matcher(address).matches()
        || address.indexOf('#') >= 0 && address.indexOf('#') < address.lastIndexOf('@');
  }

  /** Any text that may hold addresses, such as an error message, with their credentials masked. */
  public static String masked(String text) {
    String withoutUser = ANY_PASSWORD.matcher(text).replaceAll("***@");
    withoutUser = WIDE_USER_INFO.matcher(withoutUser).replaceAll("***@");
    withoutUser = USER_INFO.matcher(withoutUser).replaceAll("***@");
    String withoutPath = SECRET_IN_PATH.matcher(withoutUser).replaceAll("$1=***");
    return SECRET_PARAMETER.matcher(withoutPath).replaceAll("$1=***");
  }
}
