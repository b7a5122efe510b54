package io.moodline.detector;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Type.DOUBLE;

import io.moodline.config.Validators;
import io.moodline.detector.quality.QualityLimits;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** Keys of when a face is fit to be judged. One that is not is passed on, marked. */
public final class QualityKeys {

  public static final String MIN_SIDE = "detector.quality.min.side.px";
  public static final String MAX_OUTSIDE = "detector.quality.max.outside";
  public static final String MAX_YAW = "detector.quality.max.yaw.degrees";
  public static final String MIN_BRIGHTNESS = "detector.quality.min.brightness";
  public static final String MIN_SHARPNESS = "detector.quality.min.sharpness";

  private QualityKeys() {}

  static void define(ConfigDef keys) {
    keys.define(
            MIN_SIDE,
            DOUBLE,
            32.0,
            Validators.between(0, 4096),
            LOW,
            "A face narrower or lower than this is TOO_SMALL, pixels of the frame.")
        .define(
            MAX_OUTSIDE,
            DOUBLE,
            0.15,
            Validators.between(0, 1),
            LOW,
            "A face of which more than this share lies outside of the frame is CUT_BY_EDGE.")
        .define(
            MAX_YAW,
            DOUBLE,
            60.0,
            Validators.between(0, 90),
            LOW,
            "A face turned to either side by more than this is TURNED_AWAY, as is one that was found"
                + " as a profile, degrees; 90: none is.")
        .define(
            MIN_BRIGHTNESS,
            DOUBLE,
            25.0,
            Validators.between(0, 255),
            LOW,
            "A face whose mean gray level is below this is TOO_DARK, 0 to 255.")
        .define(
            MIN_SHARPNESS,
            DOUBLE,
            20.0,
            Validators.between(0, 1_000_000),
            LOW,
            "A face whose crop's Laplacian varies less than this is BLURRED, squared gray levels.");
  }

  static QualityLimits read(AbstractConfig config) {
    return new QualityLimits(
        config.getDouble(MIN_SIDE),
        config.getDouble(MAX_OUTSIDE),
        config.getDouble(MAX_YAW),
        config.getDouble(MIN_BRIGHTNESS),
        config.getDouble(MIN_SHARPNESS));
  }
}
