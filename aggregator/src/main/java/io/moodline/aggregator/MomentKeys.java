package io.moodline.aggregator;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Type.DOUBLE;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;

import io.moodline.aggregator.moment.CrowdPeak;
import io.moodline.aggregator.moment.EmotionSurge;
import io.moodline.aggregator.moment.Minute;
import io.moodline.aggregator.moment.MinuteWatch;
import io.moodline.aggregator.moment.SatisfactionShift;
import io.moodline.config.Validators;
import java.time.Duration;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;

/** What the finders of changes, crowds and surges are told. */
final class MomentKeys {

  static final String PHOTO_RETENTION_MS = "aggregator.photo.retention.ms";
  static final String PHOTO_MEMORY_BYTES = "aggregator.photo.memory.bytes";
  static final String LEARN_MINUTES = "aggregator.moment.learn.minutes";
  static final String MEMORY_MINUTES = "aggregator.moment.memory.minutes";
  static final String COOLDOWN_MS = "aggregator.moment.cooldown.ms";
  static final String SHIFT_MIN_OBSERVATIONS = "aggregator.shift.min.observations";
  static final String SHIFT_THRESHOLD = "aggregator.shift.threshold";
  static final String SHIFT_MIN_POINTS = "aggregator.shift.min.points";
  static final String SHIFT_MIN_DEVIATION = "aggregator.shift.min.deviation";
  static final String CROWD_MIN_FACES = "aggregator.crowd.min.faces";
  static final String CROWD_EXCESS = "aggregator.crowd.excess";
  static final String CROWD_LOOKBACK_MS = "aggregator.crowd.lookback.ms";
  static final String CROWD_RELEASE = "aggregator.crowd.release";
  static final String SURGE_MINUTES = "aggregator.surge.minutes";
  static final String SURGE_MIN_FACES = "aggregator.surge.min.faces";
  static final String SURGE_MIN_RISE = "aggregator.surge.min.rise";
  static final String SURGE_MIN_Z = "aggregator.surge.min.z";

  private MomentKeys() {}

  static void define(ConfigDef keys) {
    defineCommon(keys);
    defineShift(keys);
    defineCrowd(keys);
    defineSurge(keys);
  }

  private static void defineCommon(ConfigDef keys) {
    keys.define(
            LEARN_MINUTES,
            INT,
            30,
            Range.between(2, 10_000),
            MEDIUM,
            "Minutes that must be known of a camera before a change, a crowd or a surge is found.")
        .define(
            MEMORY_MINUTES,
            INT,
            240,
            Range.between(2, 100_000),
            LOW,
            "Over how many minutes of a camera it is learnt what is usual: each minute's weight falls"
                + " to 1/e while so many others come.")
        .define(
            COOLDOWN_MS,
            LONG,
            Duration.ofMinutes(30).toMillis(),
            Range.between(0, Duration.ofDays(7).toMillis()),
            MEDIUM,
            "The least time between two crowds, two surges, or two changes of satisfaction of a"
                + " camera, milliseconds.")
        .define(
            PHOTO_RETENTION_MS,
            LONG,
            Duration.ofDays(7).toMillis(),
            Range.between(Duration.ofMinutes(1).toMillis(), Duration.ofDays(3650).toMillis()),
            MEDIUM,
            "How long the photo of a group smile is kept, of cameras that allow it, milliseconds.")
        .define(
            PHOTO_MEMORY_BYTES,
            LONG,
            64L * 1024 * 1024,
            Range.between(1024 * 1024, 64L * 1024 * 1024 * 1024),
            MEDIUM,
            "Memory for the last frames of all cameras that allow photos together, bytes; each has"
                + " an equal share. Too little for the second or two until a smile is found: no"
                + " photo.");
  }

  private static void defineShift(ConfigDef keys) {
    keys.define(
            SHIFT_MIN_OBSERVATIONS,
            INT,
            50,
            Range.between(1, 1_000_000),
            MEDIUM,
            "SATISFACTION_DROP and RISE: minutes with fewer observations of satisfaction are left"
                + " out.")
        .define(
            SHIFT_THRESHOLD,
            DOUBLE,
            5.0,
            Validators.between(1, 100),
            MEDIUM,
            "SATISFACTION_DROP and RISE: what a cumulative sum must reach, standard deviations."
                + " Higher: fewer false ones, found later.")
        .define(
            SHIFT_MIN_POINTS,
            DOUBLE,
            10.0,
            Validators.between(0.1, 100),
            MEDIUM,
            "SATISFACTION_DROP and RISE: by how much the last minutes must differ from what is usual,"
                + " points.")
        .define(
            SHIFT_MIN_DEVIATION,
            DOUBLE,
            2.0,
            Validators.between(0.1, 100),
            LOW,
            "SATISFACTION_DROP and RISE: the least standard deviation of minutes that is believed,"
                + " points.");
  }

  private static void defineCrowd(ConfigDef keys) {
    keys.define(
            CROWD_MIN_FACES,
            DOUBLE,
            5.0,
            Validators.between(0.1, 10_000),
            MEDIUM,
            "CROWD_PEAK: at least so many faces on average over a minute.")
        .define(
            CROWD_EXCESS,
            DOUBLE,
            0.25,
            Validators.between(0, 100),
            MEDIUM,
            "CROWD_PEAK: by which share a minute must exceed the highest before it.")
        .define(
            CROWD_LOOKBACK_MS,
            LONG,
            Duration.ofHours(2).toMillis(),
            Range.between(Duration.ofMinutes(2).toMillis(), Duration.ofDays(1).toMillis()),
            MEDIUM,
            "CROWD_PEAK: how far back minutes are compared, milliseconds. At least "
                + LEARN_MINUTES
                + ".")
        .define(
            CROWD_RELEASE,
            DOUBLE,
            0.7,
            // With 0 the first crowd would never be over, and no other be found.
            Validators.between(0.01, 1),
            LOW,
            "CROWD_PEAK: a crowd is over when a minute has less than this share of its highest.");
  }

  private static void defineSurge(ConfigDef keys) {
    keys.define(
            SURGE_MINUTES,
            INT,
            5,
            Range.between(1, 1_000),
            MEDIUM,
            "EMOTION_SURGE: over how many of the last minutes an emotion's share is taken.")
        .define(
            SURGE_MIN_FACES,
            INT,
            10,
            Range.between(1, 1_000_000),
            MEDIUM,
            "EMOTION_SURGE: how many faces these must have, each minute's counted.")
        .define(
            SURGE_MIN_RISE,
            DOUBLE,
            0.15,
            Validators.between(0.01, 1),
            MEDIUM,
            "EMOTION_SURGE: by how much the share must exceed what is usual.")
        .define(
            SURGE_MIN_Z,
            DOUBLE,
            4.0,
            Validators.between(0, 100),
            LOW,
            "EMOTION_SURGE: what the test of the two shares must give, standard deviations.");
  }

  /** The minutes that must be known must fit into the time in which they are looked for. */
  private static void check(AbstractConfig config) {
    long lookback = config.getLong(CROWD_LOOKBACK_MS);
    long learn = config.getInt(LEARN_MINUTES) * Minute.LENGTH_MS;
    if (lookback < learn) {
      throw new ConfigException(
          CROWD_LOOKBACK_MS,
          lookback,
          "must be at least the "
              + learn
              + " milliseconds that "
              + LEARN_MINUTES
              + "="
              + config.getInt(LEARN_MINUTES)
              + " are: else no crowd is ever found");
    }
  }

  /**
   * Reads them.
   *
   * @throws ConfigException when two of them contradict each other
   */
  static MinuteWatch.Settings read(AbstractConfig config) {
    check(config);
    int learn = config.getInt(LEARN_MINUTES);
    int memory = config.getInt(MEMORY_MINUTES);
    long cooldown = config.getLong(COOLDOWN_MS);
    return new MinuteWatch.Settings(
        new SatisfactionShift.Settings(
            config.getInt(SHIFT_MIN_OBSERVATIONS),
            learn,
            memory,
            config.getDouble(SHIFT_THRESHOLD),
            config.getDouble(SHIFT_MIN_POINTS),
            config.getDouble(SHIFT_MIN_DEVIATION),
            cooldown),
        new CrowdPeak.Settings(
            config.getDouble(CROWD_MIN_FACES),
            config.getDouble(CROWD_EXCESS),
            config.getLong(CROWD_LOOKBACK_MS),
            config.getDouble(CROWD_RELEASE),
            learn,
            cooldown),
        new EmotionSurge.Settings(
            config.getInt(SURGE_MINUTES),
            config.getInt(SURGE_MIN_FACES),
            config.getDouble(SURGE_MIN_RISE),
            config.getDouble(SURGE_MIN_Z),
            learn,
            memory,
            cooldown));
  }
}
