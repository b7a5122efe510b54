package io.moodline.topics;

import java.util.regex.Pattern;

/** The form of camera and site ids, and of the face ids made from them. */
public final class Ids {

  private static final Pattern CAMERA = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  private Ids() {}

  /** True when {@code id} may name a camera or a site. */
  public static boolean isValid(String id) {
    return id != null && CAMERA.matcher(id).matches();
  }

  /**
   * Returns {@code id} when it may name a camera or a site.
   *
   * @throws IllegalArgumentException when it may not; the message says what is allowed
   */
  public static String requireValid(String what, String id) {
    if (!isValid(id)) {
      throw new IllegalArgumentException(
          what
              + " is \""
              + id
              + "\", but must be 1 to 63 of the characters a-z, 0-9 and -, and not begin with -");
    }
    return id;
  }

  /**
   * A face id: {@code cameraId:capturedAt of the track's first frame:index}. Ids of one camera sort
   * by time as text as long as epoch milliseconds have 13 digits: until the year 2286.
   */
  public static String faceId(String cameraId, long firstCapturedAtMs, int index) {
    return cameraId + ":" + firstCapturedAtMs + ":" + index;
  }

  /** The camera that a face id names. */
  public static String cameraOf(String faceId) {
    int colon = faceId.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("not a face id: \"" + faceId + "\"");
    }
    return faceId.substring(0, colon);
  }
}
