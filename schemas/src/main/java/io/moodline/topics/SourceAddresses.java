package io.moodline.topics;

import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  /** What comes before an address's query, and the query; a colon after it belongs to the text. */
  private static final Pattern QUERY =
      Pattern.compile("(?<=://)([^\\s?]*\\?)(\\S+?)(?=:?(?:\\s|$))");

  /** With a value that is more than the end of something in base 64. */
  private static final Pattern PARAMETER = Pattern.compile("([\\w.\\[\\]-]+)=[^=].*");

  /** Where no address is told by its {@code ://}. */
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "(?i)([?&;](?:[^=&;\\s]*(?:pass|pwd|token|secret|key|auth|sig)[^=&;\\s]*))=[^&;#\\s]*");

  /** As some recorders have it: rtsp://host/user=admin_password=secret_channel=1. */
  private static final Pattern SECRET_IN_PATH =
      Pattern.compile("(?i)((?<=://)[^\\s?#]*?[/_](?:pass|password|pwd|passwd))=[^&;#\\s_/]*");

  /** A user and password at the beginning, or after two slashes; files rarely begin so. */
  private static final Pattern USER_WITHOUT_SCHEME =
      Pattern.compile("(?:[^/\\s]*//)?[^/\\s:]*:.*@.*", Pattern.DOTALL);

  private static final Pattern SCHEME_WITH_ONE_SLASH =
      Pattern.compile("(?i)[a-z][a-z0-9+.-]+:/(?!/).*", Pattern.DOTALL);

  /** What stands for credentials in an address that is shown: as user, password or parameter. */
  private static final Pattern MASK =
      Pattern.compile("://\\*{3}([@:]|$)|://[^/\\s?#@]*:\\*{3}@|[=?&]\\*{3}([&;#_/]|$)");

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
    return source.equals("***") || !isFile(source) && MASK.matcher(source).find();
  }

  /**
   * True for what reads like an address whose {@code ://} is missing or incomplete, such as {@code
   * admin:pw@10.0.0.7/live}. It would be taken for a file, and its password for a part of the name.
   */
  public static boolean isWithoutScheme(String source) {
    return isFile(source)
        && !FILE_ADDRESS.matcher(source).matches()
        && (USER_WITHOUT_SCHEME.matcher(source).matches()
            || SCHEME_WITH_ONE_SLASH.matcher(source).matches());
  }

  /**
   * An address as it may be shown: with its credentials and all values of its query masked, or
   * nothing of one that is cut short or has no scheme.
   */
  public static String shown(String source) {
    if (isWithoutScheme(source)) {
      return "***";
    }
    return isCutShort(source)
        ? source.substring(0, source.indexOf(SCHEME_END) + SCHEME_END.length()) + "***"
        : masked(source);
  }

  /**
   * Any text that may hold addresses, such as an error message, with their credentials masked. Each
   * maker of cameras has names of its own for a password in the query, so that only keys are shown.
   */
  public static String masked(String text) {
    String withoutUser = ANY_PASSWORD.matcher(text).replaceAll("***@");
    withoutUser = WIDE_USER_INFO.matcher(withoutUser).replaceAll("***@");
    withoutUser = USER_INFO.matcher(withoutUser).replaceAll("***@");
    String withoutPath = SECRET_IN_PATH.matcher(withoutUser).replaceAll("$1=***");
    String withoutQuery = QUERY.matcher(withoutPath).replaceAll(SourceAddresses::keysOnly);
    return SECRET_PARAMETER.matcher(withoutQuery).replaceAll("$1=***");
  }

  private static String keysOnly(MatchResult address) {
    String keys =
        Arrays.stream(address.group(2).split("&", -1))
            .map(SourceAddresses::keyOnly)
            .collect(Collectors.joining("&"));
    return Matcher.quoteReplacement(address.group(1) + keys);
  }

  private static String keyOnly(String parameter) {
    Matcher found = PARAMETER.matcher(parameter);
    if (found.matches()) {
      return found.group(1) + "=***";
    }
    return parameter.isEmpty() ? "" : "***";
  }
}
