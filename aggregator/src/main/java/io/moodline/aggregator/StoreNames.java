package io.moodline.aggregator;

/** The state stores; their changelog topics are named after them, so names never change. */
public final class StoreNames {

  /** Global: camera id to Camera. */
  public static final String CAMERAS = "cameras";

  /** Camera id to CameraStatus. */
  public static final String CAMERA_STATUS = "camera-status";

  /** Face id to OpenTrack: tracks that may go on. */
  public static final String OPEN_TIMELINES = "open-timelines";

  /** Face id, a slash and 13 digits of time to a point of an open track's series. */
  public static final String OPEN_SERIES = "open-series";

  /** Face id to FaceTimeline: tracks that are over. */
  public static final String TIMELINES = "timelines";

  /** Camera id to CameraClock. */
  public static final String CLOCKS = "clocks";

  /** {@code camera/session} to LedgerEntry. */
  public static final String LEDGER = "ledger";

  /** Trend key to TrendAccumulator: cameras' open windows. */
  public static final String OPEN_TRENDS = "open-trends";

  /** Trend key to Trend: cameras' closed windows, and hours and days that grow. */
  public static final String TRENDS = "trends";

  /** Camera id to ScopeState: which hours and days of a camera grow. */
  public static final String TREND_STATES = "trend-states";

  /** Trend key to Trend: windows of sites, and of {@code *}: everything together. */
  public static final String SITE_TRENDS = "site-trends";

  /** Site id, or {@code *}, to ScopeState: which of its hours and days grow. */
  public static final String SITE_TREND_STATES = "site-trend-states";

  /** Camera id to MomentState. */
  public static final String MOMENT_STATE = "moment-state";

  /** Camera id to MinuteWatch.State. */
  public static final String MOMENT_MINUTES = "moment-minutes";

  /** {@code camera/13 digits of time/kind} to Moment. */
  public static final String MOMENTS = "moments";

  /** 13 digits of the time from which a moment's time counts, a slash and its key, to its begin. */
  public static final String MOMENT_AGES = "moment-ages";

  /** Moment id to MomentPhoto. */
  public static final String MOMENT_PHOTOS = "moment-photos";

  /** Moment id to when its photo came, epoch milliseconds. */
  public static final String MOMENT_PHOTO_TIMES = "moment-photo-times";

  private static final int DIGITS = 13;

  private StoreNames() {}

  /** The ledger's key of one session; sessions of a camera sort by time. */
  public static String ledgerKey(String cameraId, long session) {
    return cameraId + "/" + padded(session);
  }

  /** The key of a point of an open track's series; points of a track sort by time. */
  public static String seriesKey(String faceId, long atMs) {
    return faceId + "/" + padded(atMs);
  }

  /** The key of a moment; moments of a camera sort by time. */
  public static String momentKey(String cameraId, long atMs, String kind) {
    return cameraId + "/" + padded(atMs) + "/" + kind;
  }

  /** The key of a moment's age; ages of all cameras' moments sort by time. */
  static String momentAgeKey(long sinceMs, String momentKey) {
    return padded(sinceMs) + "/" + momentKey;
  }

  /** The moment's key in that of its age. */
  static String momentOfAgeKey(String ageKey) {
    return ageKey.substring(ageKey.indexOf('/') + 1);
  }

  /** Not by String.format: keys are made at each event. */
  private static String padded(long ms) {
    String digits = Long.toString(Math.max(0, ms));
    return "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
  }
}
