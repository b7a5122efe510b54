package io.moodline.aggregator;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Type.DOUBLE;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import io.moodline.aggregator.moment.GroupSmile;
import io.moodline.aggregator.moment.MinuteWatch;
import io.moodline.aggregator.stores.Hosts;
import io.moodline.aggregator.timeline.SmoothingSettings;
import io.moodline.aggregator.trend.Withholding;
import io.moodline.aggregator.trend.Zones;
import io.moodline.aggregator.webhook.WebhookSettings;
import io.moodline.config.MoodlineConfig;
import io.moodline.config.Validators;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.state.HostInfo;

/** What the aggregator is told. Immutable. */
public final class AggregatorConfig extends MoodlineConfig {

  public static final String THREADS = "aggregator.threads";
  public static final String STORE_MEMORY_BYTES = "aggregator.store.memory.bytes";
  public static final String SMOOTHING_TAU_MS = "aggregator.smoothing.tau.ms";
  public static final String SMOOTHING_MARGIN = "aggregator.smoothing.margin";
  public static final String SMOOTHING_DWELL_MS = "aggregator.smoothing.dwell.ms";
  public static final String UNCERTAIN_BELOW = "aggregator.uncertain.below";
  public static final String TRACK_GAP_MS = "aggregator.track.gap.ms";
  public static final String TRACK_CLOSE_MS = "aggregator.track.close.ms";
  public static final String WINDOW_GRACE_MS = "aggregator.window.grace.ms";
  public static final String SILENCE_MS = "aggregator.silence.ms";
  public static final String PENDING_MAX_MS = "aggregator.pending.max.ms";
  public static final String TIMELINE_RETENTION_MS = "aggregator.timeline.retention.ms";
  public static final String TREND_10S_RETENTION_MS = "aggregator.trend.10s.retention.ms";
  public static final String TREND_1M_RETENTION_MS = "aggregator.trend.1m.retention.ms";
  public static final String TREND_1H_RETENTION_MS = "aggregator.trend.1h.retention.ms";
  public static final String TREND_1D_RETENTION_MS = "aggregator.trend.1d.retention.ms";
  public static final String ZONE = "aggregator.zone";
  public static final String SITE_ZONES = "aggregator.site.zones";
  public static final String MIN_FACES = "aggregator.min.faces";
  public static final String STATUS_STALE_MS = "aggregator.status.stale.ms";
  public static final String MOMENT_RETENTION_MS = "aggregator.moment.retention.ms";
  public static final String SMILE_MIN_FACES = "aggregator.smile.min.faces";
  public static final String SMILE_MIN_HAPPINESS = "aggregator.smile.min.happiness";
  public static final String SMILE_FOR_MS = "aggregator.smile.for.ms";
  public static final String CAMERA_DOWN_MS = "aggregator.camera.down.ms";
  public static final String HTTP_HOST = "aggregator.http.host";
  public static final String HTTP_PORT = "aggregator.http.port";
  public static final String HTTP_ADVERTISED = "aggregator.http.advertised";
  public static final String HTTP_HOSTS = "aggregator.http.hosts";
  public static final String INTERNAL_SECRET = "aggregator.internal.secret";
  public static final String STANDBYS = "aggregator.standbys";
  public static final String ALLOW_LOCAL_SOURCES = "aggregator.api.allow.local.sources";

  private static final long MINUTE = 60_000;

  /**
   * @param values what was set; the rest keeps its default
   * @throws ConfigException when a value is not allowed or a key is unknown
   */
  public AggregatorConfig(Map<String, ?> values) {
    super(keys(), values);
    if (getLong(WINDOW_GRACE_MS) > getLong(TRACK_CLOSE_MS)) {
      throw new ConfigException(
          WINDOW_GRACE_MS,
          getLong(WINDOW_GRACE_MS),
          "must not exceed " + TRACK_CLOSE_MS + ", which is " + getLong(TRACK_CLOSE_MS));
    }
    webhooks();
    minuteWatch();
  }

  /** All keys; a new, mutable definition at each call. */
  public static ConfigDef keys() {
    ConfigDef keys = commonKeys();
    defineWork(keys);
    defineTrends(keys);
    defineSmoothing(keys);
    defineClosing(keys);
    defineMoments(keys);
    HttpKeys.define(keys);
    return keys;
  }

  private static void defineWork(ConfigDef keys) {
    keys.define(THREADS, INT, 1, Range.between(1, 64), MEDIUM, "Stream threads.")
        .define(
            STANDBYS,
            INT,
            0,
            Range.between(0, 10),
            MEDIUM,
            "On how many other aggregators a copy of each partition's state is kept. With copies"
                + " another instance takes over faster, and answers to stale=ok go on meanwhile.")
        .define(
            STORE_MEMORY_BYTES,
            LONG,
            32L * 1024 * 1024,
            Range.between(4L * 1024 * 1024, 64L * 1024 * 1024 * 1024),
            LOW,
            "Memory that all RocksDB stores of a process share for blocks and write buffers,"
                + " bytes.");
    millis(
        keys,
        TIMELINE_RETENTION_MS,
        Duration.ofDays(28),
        MINUTE,
        Duration.ofDays(3650),
        MEDIUM,
        "How long a closed timeline can be queried, by its camera's clock, milliseconds. One that"
            + " runs ahead shortens nothing.");
    millis(
        keys,
        MOMENT_RETENTION_MS,
        Duration.ofDays(28),
        MINUTE,
        Duration.ofDays(3650),
        MEDIUM,
        "How long moments can be queried, from when they happened, or were found if that is later,"
            + " milliseconds.");
  }

  private static void defineTrends(ConfigDef keys) {
    retention(keys, TREND_10S_RETENTION_MS, Duration.ofDays(2), "ten-second windows");
    retention(keys, TREND_1M_RETENTION_MS, Duration.ofDays(14), "one-minute windows");
    retention(keys, TREND_1H_RETENTION_MS, Duration.ofDays(730), "hours");
    retention(keys, TREND_1D_RETENTION_MS, Duration.ZERO, "days");
    keys.define(
            ZONE,
            STRING,
            "UTC",
            Validators.parsedBy(zone -> Zones.parse(zone, ""), "a time zone"),
            MEDIUM,
            "Time zone, such as Europe/Berlin, of the hours and days of everything together and of"
                + " every site that has none of its own. Windows that exist already stay as they"
                + " are when it is changed.")
        .define(
            SITE_ZONES,
            STRING,
            "",
            Validators.parsedBy(
                sites -> Zones.parse("UTC", sites), "site=Zone/Id, separated by commas"),
            MEDIUM,
            "Time zones of sites, such as north=Europe/Berlin,south=America/Sao_Paulo.")
        .define(
            MIN_FACES,
            INT,
            1,
            Range.between(1, 1_000),
            MEDIUM,
            "What a window with fewer distinct faces than this tells of emotions is withheld, on"
                + " the API and on the trends topic (k-anonymity). 1: nothing is.");
    millis(
        keys,
        STATUS_STALE_MS,
        Duration.ofSeconds(15),
        1_000,
        Duration.ofDays(1),
        LOW,
        "A live camera whose state was not written again for this long, and of which no frames"
            + " come, counts as down, milliseconds.");
  }

  private static void retention(ConfigDef keys, String key, Duration value, String what) {
    millis(
        keys,
        key,
        value,
        0,
        Duration.ofDays(36_500),
        MEDIUM,
        "How long "
            + what
            + " can be queried, from when they were captured, or analysed if that is later,"
            + " milliseconds; 0: for ever.");
  }

  private static void defineSmoothing(ConfigDef keys) {
    SmoothingSettings d = SmoothingSettings.DEFAULTS;
    millis(
        keys,
        SMOOTHING_TAU_MS,
        Duration.ofMillis(d.tauMs()),
        1,
        Duration.ofMinutes(10),
        MEDIUM,
        "Time constant of the smoothing of probabilities, milliseconds of capture time.");
    keys.define(
            SMOOTHING_MARGIN,
            DOUBLE,
            d.margin(),
            Validators.between(0, 1),
            MEDIUM,
            "By how much another emotion's smoothed probability must exceed the dominant one's"
                + " before it may take over.")
        .define(
            UNCERTAIN_BELOW,
            DOUBLE,
            d.uncertainBelow(),
            Validators.between(0, 1),
            MEDIUM,
            "A face whose highest smoothed probability is below this is counted as uncertain and"
                + " left out of satisfaction.");
    millis(
        keys,
        SMOOTHING_DWELL_MS,
        Duration.ofMillis(d.dwellMs()),
        0,
        Duration.ofMinutes(10),
        MEDIUM,
        "For how long another emotion must lead before it takes over, milliseconds.");
    millis(
        keys,
        TRACK_GAP_MS,
        Duration.ofMillis(d.maxGapMs()),
        1,
        Duration.ofMinutes(10),
        LOW,
        "Time between two frames of a track that is longer than this does not count as face time,"
            + " milliseconds.");
  }

  private static void defineClosing(ConfigDef keys) {
    millis(
        keys,
        TRACK_CLOSE_MS,
        Duration.ofSeconds(5),
        100,
        Duration.ofHours(1),
        MEDIUM,
        "A track not seen for this long, by its camera's clock, is over, milliseconds. Not less"
            + " than the detector remembers a track that it lost.");
    millis(
        keys,
        WINDOW_GRACE_MS,
        Duration.ofSeconds(2),
        0,
        Duration.ofHours(1),
        MEDIUM,
        "A window closes when its camera's clock has passed its end by this much, milliseconds."
            + " At most "
            + TRACK_CLOSE_MS
            + ".");
    millis(
        keys,
        SILENCE_MS,
        Duration.ofSeconds(30),
        1_000,
        Duration.ofDays(1),
        MEDIUM,
        "When nothing has come of a camera for this long, by the wall clock, its tracks and windows"
            + " close, milliseconds.");
    millis(
        keys,
        PENDING_MAX_MS,
        Duration.ofSeconds(10),
        0,
        Duration.ofHours(1),
        LOW,
        "How long a camera's clock waits for the events or the outcome of a frame when later frames"
            + " have come, milliseconds of capture time.");
  }

  private static void defineMoments(ConfigDef keys) {
    keys.define(
            SMILE_MIN_FACES,
            INT,
            3,
            Range.between(1, 1000),
            MEDIUM,
            "GROUP_SMILE: at least this many faces, and never fewer than aggregator.min.faces.")
        .define(
            SMILE_MIN_HAPPINESS,
            DOUBLE,
            0.6,
            Validators.between(0, 1),
            MEDIUM,
            "GROUP_SMILE: the smoothed probability of happiness that each of them must have.");
    millis(
        keys,
        SMILE_FOR_MS,
        Duration.ofSeconds(1),
        0,
        Duration.ofHours(1),
        MEDIUM,
        "GROUP_SMILE: for how long, milliseconds.");
    millis(
        keys,
        CAMERA_DOWN_MS,
        Duration.ofSeconds(10),
        0,
        Duration.ofDays(1),
        MEDIUM,
        "CAMERA_DOWN: how long a source may be reconnecting or failed, milliseconds.");
    MomentKeys.define(keys);
    WebhookKeys.define(keys);
  }

  private static void millis(
      ConfigDef keys,
      String key,
      Duration value,
      long min,
      Duration max,
      Importance importance,
      String doc) {
    keys.define(key, LONG, value.toMillis(), Range.between(min, max.toMillis()), importance, doc);
  }

  /** Further names of the host that the query API answers to. */
  public List<String> httpHosts() {
    return HttpKeys.hostNames(getString(HTTP_HOSTS));
  }

  /**
   * The address under which the other aggregators reach this one.
   *
   * @param port that its query API listens on
   */
  public HostInfo advertised(int port) {
    String set = getString(HTTP_ADVERTISED);
    return set.isEmpty() ? Hosts.reachable(getString(HTTP_HOST), port) : Hosts.parse(set);
  }

  /** How probabilities are smoothed. */
  public SmoothingSettings smoothing() {
    return new SmoothingSettings(
        getLong(SMOOTHING_TAU_MS),
        getDouble(SMOOTHING_MARGIN),
        getLong(SMOOTHING_DWELL_MS),
        getDouble(UNCERTAIN_BELOW),
        getLong(TRACK_GAP_MS));
  }

  /** What counts as a change of satisfaction, a crowd and a surge. */
  public MinuteWatch.Settings minuteWatch() {
    return MomentKeys.read(this);
  }

  /** The time zones of sites. */
  public Zones zones() {
    return Zones.parse(getString(ZONE), getString(SITE_ZONES));
  }

  /** What is not shown, because too few faces are behind it. */
  public Withholding withholding() {
    return new Withholding(getInt(MIN_FACES));
  }

  /** Memory for frames that may become photos, all cameras together, bytes. */
  public long photoMemoryBytes() {
    return getLong(MomentKeys.PHOTO_MEMORY_BYTES);
  }

  /** Where moments are sent. */
  public WebhookSettings webhooks() {
    return WebhookKeys.read(this);
  }

  /** What counts as a group smile. */
  public GroupSmile.Settings groupSmile() {
    return new GroupSmile.Settings(
        Math.max(getInt(SMILE_MIN_FACES), getInt(MIN_FACES)),
        getDouble(SMILE_MIN_HAPPINESS),
        getLong(SMILE_FOR_MS),
        getLong(TRACK_GAP_MS));
  }
}
