package io.moodline.detector;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Type.DOUBLE;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;

import io.moodline.config.Validators;
import io.moodline.detector.tracking.TrackerSettings;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;

/** Keys of how faces are followed. */
public final class TrackKeys {

  public static final String MAX_LIFE_MS = "detector.track.max.life.ms";
  public static final String MAX_GAP_MS = "detector.track.max.gap.ms";
  public static final String MAX_TENTATIVE_GAP_MS = "detector.track.max.tentative.gap.ms";
  public static final String BIRTH_SCORE = "detector.track.birth.score";
  public static final String BIRTH_HITS = "detector.track.birth.hits";
  public static final String BIRTH_MS = "detector.track.birth.ms";
  public static final String MIN_IOU = "detector.track.min.iou";
  public static final String MAX_JUMP = "detector.track.max.jump";
  public static final String MAX_COAST_MS = "detector.track.max.coast.ms";

  private TrackKeys() {}

  static void define(ConfigDef keys) {
    keys.define(
            MAX_LIFE_MS,
            LONG,
            3_600_000L,
            Range.between(1_000, 86_400_000),
            LOW,
            "A face that is followed for longer than this gets a new id, so that a poster's"
                + " timeline does not grow for ever. Milliseconds.")
        .define(
            MAX_GAP_MS,
            LONG,
            3_000L,
            Range.between(1, 600_000),
            MEDIUM,
            "A face that was not detected for longer than this has gone; one that is found later"
                + " gets a new id. Milliseconds.")
        .define(
            MAX_TENTATIVE_GAP_MS,
            LONG,
            600L,
            Range.between(1, 600_000),
            LOW,
            "The same for a weak detection that is not taken for a face yet, milliseconds.")
        .define(
            BIRTH_SCORE,
            DOUBLE,
            0.8,
            Validators.between(0, 1),
            MEDIUM,
            "A detection with at least this score is a face at once, 0 to 1.")
        .define(
            BIRTH_HITS,
            INT,
            3,
            Range.between(1, 100),
            MEDIUM,
            "A weaker one is a face once it was found in this many frames; 1: at once.")
        .define(
            BIRTH_MS,
            LONG,
            200L,
            Range.between(0, 60_000),
            LOW,
            "And it must have been followed for this long, so that a flicker of many frames a"
                + " second is no face. Milliseconds.")
        .define(
            MIN_IOU,
            DOUBLE,
            0.2,
            Validators.between(0.01, 1),
            LOW,
            "Least intersection over union of a detection with where a face is expected.")
        .define(
            MAX_JUMP,
            DOUBLE,
            3.0,
            Validators.between(0, 10),
            LOW,
            "Where they do not overlap so much: how far it may lie from there, in face sizes.")
        .define(
            MAX_COAST_MS,
            LONG,
            300L,
            Range.between(0, 60_000),
            LOW,
            "In frames that are not searched, a face is shown where it is expected when it was"
                + " detected no longer ago than this, milliseconds.");
  }

  static TrackerSettings read(AbstractConfig config) {
    return new TrackerSettings(
        config.getLong(MAX_LIFE_MS),
        config.getLong(MAX_GAP_MS),
        config.getLong(MAX_TENTATIVE_GAP_MS),
        config.getDouble(BIRTH_SCORE),
        config.getInt(BIRTH_HITS),
        config.getLong(BIRTH_MS),
        config.getDouble(MIN_IOU),
        config.getDouble(MAX_JUMP),
        config.getLong(MAX_COAST_MS));
  }
}
