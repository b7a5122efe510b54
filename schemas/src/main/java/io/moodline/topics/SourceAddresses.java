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

  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "(?i)([?&;](?:[^=&;\\s]*(?:pass|pwd|token|secret|key|auth|sig)[^=&;\\s]*))=[^&;#\\s]*");

  /** As some recorders have it: rtsp://host/user=admin_password=secret_channel=1. */
  private static final Pattern SECRET_IN_PATH =
      Pattern.compile("(?i)((?<=://)[^\\s?#]*?[/_](?:pass|password|pwd|passwd))=[^&;#\\s_/]*");

  /**
   * What stands for credentials in an address that is shown, as the user, the password or a key.
   */
  private static final Pattern MASK =
      Pattern.compile("://\\*{3}([@:]|$)|://[^/\\s?#@]*:\\*{3}@|=\\*{3}([&;#_/]|$)");

  private static final String SCHEME_END = "://";
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
    return !source.contains(SCHEME_END)
        && !DEVICE.matcher(source).matches()
        && !DEMO.matcher(source).matches();
  }

  /**
   * True when something in the user's name or password ends the address before its host: it must be
   * written as % and its code. A file may be called as it likes. What might as well be a host with
   * its port is taken for one: {@code rtsp://admin:12/34@h} is not found.
   */
  public static boolean isCutShort(String source) {
    int begin = source.indexOf(SCHEME_END);
    if (begin < 0 || isFile(source)) {
      return false;
    }
    String address = source.substring(begin + SCHEME_END.length());
    if (address.chars().anyMatch(Character::isWhitespace)) {
      return true;
    }
    int end = 0;
    while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    String host = address.substring(0, end);
    int colon = host.lastIndexOf(':');
    boolean userLater = address.indexOf('@', end) >= 0;
    if (!userLater || host.contains("@") || host.startsWith("[") || colon < 0) {
      return false;
    }
    return address.charAt(end) == '#'
        || !host.substring(colon + 1).chars().allMatch(Character::isDigit);
  }

  /**
   * True when an address has the mask where its credentials were, as {@link #shown} tells it: it
   * opens nothing. A file may be called as it likes.
   */
  public static boolean isMasked(String source) {
    return !isFile(source) && MASK.matcher(source).find();
  }

  /** An address as it may be shown: with its credentials masked, or nothing of one cut short. */
  public static String shown(String source) {
    return isCutShort(source)
        ? source.substring(0, source.indexOf(SCHEME_END) + SCHEME_END.length()) + "***"
        : masked(source);
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
