package io.moodline.app.run;

import io.moodline.topics.SourceAddresses;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Camera ids for sources that the user named without one. Plain functions. */
public final class Sources {

  private static final Pattern NAMED = Pattern.compile("([a-z0-9][a-z0-9-]{0,62})=(.+)");
  private static final int MAX_ID = 63;

  /**
   * A source and the id of its camera.
   *
   * @param cameraId the id, given or made from the source
   * @param source what to decode
   */
  public record Named(String cameraId, String source) {}

  private Sources() {}

  /** Reads {@code ID=SOURCE}, or makes an id from the source's own name. */
  public static Named parse(String text) {
    Matcher named = NAMED.matcher(text);
    return named.matches()
        ? new Named(named.group(1), named.group(2))
        : new Named(idOf(text), text);
  }

  /**
   * An id that a person would recognise: the file's name, the host and path of a URL, {@code demo}.
   */
  static String idOf(String source) {
    String name = source;
    if (source.matches("demo(:.*)?")) {
      name = "demo";
    } else if (source.contains("://")) {
      name = SourceAddresses.masked(source).replace("***@", "").replace("***", "");
      name = name.substring(name.indexOf("://") + 3).replaceFirst("[?#].*$", "");
    } else {
      name = source.replaceFirst("/+$", "");
      name = name.substring(name.lastIndexOf('/') + 1);
      name = name.replaceFirst("(?<=.)\\.[A-Za-z0-9]{1,5}$", "");
    }
    String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceFirst("^-+", "");
    id = id.substring(0, Math.min(id.length(), MAX_ID)).replaceFirst("-+$", "");
    return id.isEmpty() ? "camera" : id;
  }
}
