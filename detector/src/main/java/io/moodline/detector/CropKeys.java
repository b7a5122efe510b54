package io.moodline.detector;

import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Type.DOUBLE;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import io.moodline.config.Validators;
import io.moodline.detector.geometry.CropGeometry;
import io.moodline.detector.geometry.ReferencePoints;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;

/**
 * Keys of how faces are cut out. The all-in-one sets them from the emotion model's card; the
 * defaults fit models that were trained with FER-2013.
 */
public final class CropKeys {

  public static final String WIDTH = "detector.crop.width";
  public static final String HEIGHT = "detector.crop.height";
  public static final String CHANNELS = "detector.crop.channels";
  public static final String MARGIN = "detector.crop.margin";
  public static final String REFERENCE = "detector.crop.reference";

  private CropKeys() {}

  static void define(ConfigDef keys) {
    keys.define(WIDTH, INT, 48, Range.between(8, 512), MEDIUM, "Width of the crops, pixels.")
        .define(HEIGHT, INT, 48, Range.between(8, 512), MEDIUM, "Height of the crops, pixels.")
        .define(
            CHANNELS,
            INT,
            1,
            Validators.matching("[13]", "1 or 3"),
            MEDIUM,
            "1: gray crops; 3: red, green, blue.")
        .define(
            MARGIN,
            DOUBLE,
            ReferencePoints.FER_2013_MARGIN,
            Validators.between(-0.4, 2),
            MEDIUM,
            "For faces without landmarks: what is added to the box on each side, as a fraction of"
                + " its side; negative cuts into it.")
        .define(
            REFERENCE,
            STRING,
            ReferencePoints.FER_2013,
            Validators.parsedBy(
                ReferencePoints::parse, "empty, or five points: x,y x,y x,y x,y x,y"),
            MEDIUM,
            "Where right eye, left eye, nose tip, right and left corner of the mouth (the person's"
                + " right) come to lie, fractions of the crop's width and height, 0 to 1. Empty:"
                + " faces are cut out by their box even when they have landmarks.");
  }

  static CropGeometry read(AbstractConfig config) {
    return new CropGeometry(
        config.getInt(WIDTH),
        config.getInt(HEIGHT),
        config.getInt(CHANNELS),
        config.getDouble(MARGIN),
        ReferencePoints.parse(config.getString(REFERENCE)));
  }
}
