package io.moodline.detector;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Type.BOOLEAN;
import static org.apache.kafka.common.config.ConfigDef.Type.DOUBLE;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import io.moodline.config.MoodlineConfig;
import io.moodline.config.Validators;
import io.moodline.detector.geometry.CropGeometry;
import io.moodline.detector.models.ModelCatalogue;
import io.moodline.detector.quality.QualityLimits;
import io.moodline.detector.tracking.Tracker;
import io.moodline.topics.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;

/**
 * What the detector is told. Keys of how faces are found are here, those of crops, of quality and
 * of tracking in {@link CropKeys}, {@link QualityKeys} and {@link TrackKeys}. Immutable.
 */
public final class DetectorConfig extends MoodlineConfig {

  public static final String THREADS = "detector.threads";
  public static final String KIND = "detector.kind";
  public static final String YUNET_MODEL = "detector.yunet.model";
  public static final String MODELS_DIR = "detector.models.dir";
  public static final String INPUT_WIDTH = "detector.input.width";
  public static final String MIN_FACE = "detector.min.face.px";
  public static final String MAX_FACES = "detector.max.faces";
  public static final String MIN_SCORE = "detector.yunet.min.score";
  public static final String SECOND_LOOKS = "detector.yunet.second.looks";
  public static final String HAAR_MIN_NEIGHBORS = "detector.haar.min.neighbors";
  public static final String HAAR_PROFILE = "detector.haar.profile";
  public static final String HAAR_EYES = "detector.haar.eyes";
  public static final String SEARCH_EVERY = "detector.search.every";
  public static final String MAX_PIXELS = "detector.max.pixels";
  public static final String MAX_FRAME_AGE_MS = "detector.max.frame.age.ms";

  /** Room that a record must leave beside the crops: ids, boxes, landmarks. */
  private static final int BYTES_BESIDE_CROP = 512;

  /**
   * @param values what was set; the rest keeps its default
   * @throws ConfigException when a value is not allowed, naming the key and what is
   */
  public DetectorConfig(Map<String, ?> values) {
    super(keys(), values);
    CropGeometry crops = cropGeometry();
    long largest = (long) maxFaces() * (crops.bytes() + BYTES_BESIDE_CROP);
    if (largest > Topic.MAX_RECORD_BYTES) {
      throw new ConfigException(
          MAX_FACES,
          maxFaces(),
          "with crops of %d bytes a frame's faces may take %d bytes, but a record at most %d"
              .formatted(crops.bytes(), largest, Topic.MAX_RECORD_BYTES));
    }
  }

  /** Every key with its type, default, validator and documentation. */
  public static ConfigDef keys() {
    ConfigDef keys = commonKeys();
    defineDetection(keys);
    CropKeys.define(keys);
    QualityKeys.define(keys);
    TrackKeys.define(keys);
    return keys;
  }

  private static void defineDetection(ConfigDef keys) {
    keys.define(
            THREADS,
            INT,
            1,
            Range.between(1, 256),
            HIGH,
            "How many threads find faces; each works on frames of cameras of its own.")
        .define(
            KIND,
            STRING,
            "auto",
            ValidString.in("auto", "haar", "yunet"),
            HIGH,
            "Which face detector: haar (OpenCV's cascade, which needs no file), yunet (better, with"
                + " landmarks), or auto: yunet when its file is configured or in the model folder.")
        .define(
            YUNET_MODEL,
            STRING,
            "",
            MEDIUM,
            "YuNet's ONNX file, loaded as it is. Empty: the newest face_detection_yunet_*.onnx of the"
                + " model folder; there, a file that the catalogue knows by name is loaded only if"
                + " its sha256 is the catalogue's.")
        .define(
            MODELS_DIR,
            STRING,
            ".moodline/models",
            new ConfigDef.NonEmptyString(),
            MEDIUM,
            "The model folder; it need not exist. 'moodline models pull yunet' puts YuNet there.")
        .define(
            INPUT_WIDTH,
            INT,
            640,
            Range.between(64, 4096),
            MEDIUM,
            "Larger frames are scaled down before faces are looked for, until their longer side"
                + " (the width, but for upright pictures) is this, pixels.")
        .define(
            MIN_FACE,
            INT,
            12,
            Range.between(8, 4096),
            MEDIUM,
            "Faces narrower or lower than this are not looked for, pixels of the frame. Smaller than"
                + " detector.quality.min.side.px they are followed and counted, but not judged.")
        .define(
            MAX_FACES,
            INT,
            64,
            Range.between(1, 200),
            LOW,
            "Most faces of a frame; those with the best scores are kept.")
        .define(
            MIN_SCORE,
            DOUBLE,
            0.6,
            Validators.between(0.05, 0.99),
            MEDIUM,
            "Least score of a face that YuNet found, 0 to 1.")
        .define(
            SECOND_LOOKS,
            INT,
            16,
            Range.between(0, 200),
            MEDIUM,
            "How many faces of a frame, the best first, YuNet looks at again from near, to see how"
                + " they lean: without, only faces wider than about 150 pixels in its input come out"
                + " upright. Each costs about an eighth of a frame of 640 x 360. 0: none.")
        .define(
            HAAR_MIN_NEIGHBORS,
            INT,
            3,
            Range.between(0, 100),
            MEDIUM,
            "How many overlapping windows of the cascade must agree on a face.")
        .define(
            HAAR_PROFILE,
            BOOLEAN,
            false,
            LOW,
            "Whether OpenCV's cascade for faces seen from the side runs too, for either side. It"
                + " finds a few faces more, TURNED_AWAY, for about five times the time.")
        .define(
            HAAR_EYES,
            BOOLEAN,
            false,
            LOW,
            "Whether the eyes are looked for in faces that a cascade found, to turn the crops"
                + " upright. Two eyes are found in about every second face.")
        .define(
            SEARCH_EVERY,
            INT,
            1,
            Range.between(0, 100),
            MEDIUM,
            "Faces are looked for in every n-th frame; in between they are shown where the tracker"
                + " expects them, for as long as detector.track.max.coast.ms allows. 0: by load,"
                + " that is in each frame, but up to five times more rarely as frames of live"
                + " sources come late.")
        .define(
            MAX_PIXELS,
            LONG,
            40_000_000L,
            Range.between(64 * 64, 1L << 30),
            LOW,
            "Larger pictures, width times height, are refused before they are decoded.")
        .define(
            MAX_FRAME_AGE_MS,
            LONG,
            2_000L,
            Range.between(100, 86_400_000),
            MEDIUM,
            "Frames of live sources older than this are shed, milliseconds since capture. It must"
                + " be well below the classifier's limit: else a detector that is behind works on"
                + " frames that the classifier then sheds.");
  }

  public int threads() {
    return getInt(THREADS);
  }

  /**
   * Which detector is to be used, and why. Looks into the model folder and sums up its files.
   *
   * @throws ConfigException when YuNet is wanted and there is no file that may be loaded
   */
  public DetectorChoice choice() {
    return choice(getString(KIND));
  }

  /**
   * The same for another kind than the configured one.
   *
   * @param kind {@code auto}, {@code haar} or {@code yunet}
   * @throws ConfigException when YuNet is wanted and there is no file that may be loaded
   */
  public DetectorChoice choice(String kind) {
    return DetectorChoice.of(
        kind, getString(YUNET_MODEL), getString(MODELS_DIR), ModelCatalogue.bundled());
  }

  /**
   * YuNet's file when it is to be used, or nothing when OpenCV's cascade is.
   *
   * @throws ConfigException when YuNet is wanted and there is no file that may be loaded
   */
  public Optional<Path> yunetModel() {
    return choice().yunet();
  }

  /** Pixels. */
  public int inputWidth() {
    return getInt(INPUT_WIDTH);
  }

  /** Pixels of the frame. */
  public int minFace() {
    return getInt(MIN_FACE);
  }

  public int maxFaces() {
    return getInt(MAX_FACES);
  }

  /** 0 to 1. */
  public double minScore() {
    return getDouble(MIN_SCORE);
  }

  /** Most faces of a frame that are looked at again. */
  public int secondLooks() {
    return getInt(SECOND_LOOKS);
  }

  public int haarMinNeighbors() {
    return getInt(HAAR_MIN_NEIGHBORS);
  }

  /** Whether faces seen from the side are looked for too. */
  public boolean haarProfile() {
    return getBoolean(HAAR_PROFILE);
  }

  /** Whether eyes are looked for in a cascade's faces. */
  public boolean haarEyes() {
    return getBoolean(HAAR_EYES);
  }

  /** Every n-th frame is searched; 0: by load. */
  public int searchEvery() {
    return getInt(SEARCH_EVERY);
  }

  public long maxPixels() {
    return getLong(MAX_PIXELS);
  }

  public Duration maxFrameAge() {
    return duration(MAX_FRAME_AGE_MS);
  }

  /** How faces are cut out. */
  public CropGeometry cropGeometry() {
    return CropKeys.read(this);
  }

  /** What a face must have to be judged. */
  public QualityLimits qualityLimits() {
    return QualityKeys.read(this);
  }

  /** How faces are followed. */
  public Tracker tracker() {
    return new Tracker(TrackKeys.read(this));
  }
}
