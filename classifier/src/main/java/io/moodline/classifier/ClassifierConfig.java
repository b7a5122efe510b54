package io.moodline.classifier;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import io.moodline.classifier.model.Device;
import io.moodline.classifier.model.LoadedModel;
import io.moodline.classifier.model.ModelException;
import io.moodline.classifier.model.Models;
import io.moodline.classifier.model.RuntimeSettings;
import io.moodline.config.MoodlineConfig;
import io.moodline.config.Validators;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;

/** What the classifier is told. Immutable. */
public final class ClassifierConfig extends MoodlineConfig {

  public static final String MODEL = "classifier.model";
  public static final String DEVICE = "classifier.device";
  public static final String THREADS = "classifier.threads";
  public static final String INTRA_OP_THREADS = "classifier.intra.op.threads";
  public static final String MAX_BATCH = "classifier.max.batch";
  public static final String MAX_FRAME_AGE_MS = "classifier.max.frame.age.ms";
  public static final String CUDA_MEMORY_MB = "classifier.cuda.memory.mb";

  private static final long MEBIBYTE = 1024 * 1024;

  /**
   * @param values what was set; the rest keeps its default
   * @throws org.apache.kafka.common.config.ConfigException when a value is not allowed or a key is
   *     unknown
   */
  public ClassifierConfig(Map<String, ?> values) {
    super(keys(), values);
  }

  /** The classifier's keys and the common ones; a new, mutable definition at each call. */
  public static ConfigDef keys() {
    return commonKeys()
        .define(
            MODEL,
            STRING,
            "",
            HIGH,
            "The emotion model: "
                + String.join(", ", Models.ALL_BUNDLED)
                + ", which come with Moodline; or the path of an ONNX file, NAME.onnx, whose card"
                + " NAME.json lies beside it, or of a card beside the file that it names"
                + " (docs/model-cards.md). Empty: "
                + Models.BUNDLED
                + ".")
        .define(
            DEVICE,
            STRING,
            "auto",
            Validators.parsedBy(Device::parse, Device.ALLOWED),
            MEDIUM,
            "Where the model runs. auto: CUDA when the build with CUDA and a device are there, else"
                + " the CPU. cuda: the service does not start without.")
        .define(
            THREADS,
            INT,
            1,
            Range.between(1, 64),
            MEDIUM,
            "Stream threads, each with the model open once. More than there are partitions is of no"
                + " use; one is best for CUDA.")
        .define(
            INTRA_OP_THREADS,
            INT,
            1,
            Range.between(1, 64),
            LOW,
            "Threads that share the work on one frame's faces, on the CPU. More of these shorten"
                + " the delay, more of "
                + THREADS
                + " get more done.")
        .define(
            MAX_BATCH,
            INT,
            32,
            Range.between(1, 1024),
            LOW,
            "Most faces that are computed together; a frame with more is computed in parts.")
        .define(
            MAX_FRAME_AGE_MS,
            LONG,
            5000L,
            Range.between(100, 3_600_000),
            MEDIUM,
            "Frames of live sources that were taken longer ago than this are shed, milliseconds.")
        .define(
            CUDA_MEMORY_MB,
            LONG,
            2048L,
            Range.between(64, 1_000_000),
            LOW,
            "Most memory of a CUDA device that each stream thread's model takes, MiB.");
  }

  /**
   * Loads the configured model. Its card says what the detector's crops must look like.
   *
   * @throws ModelException when it cannot be used, naming the key and what is wrong
   */
  public LoadedModel loadModel() {
    try {
      return Models.of(getString(MODEL));
    } catch (ModelException e) {
      throw new ModelException(MODEL + ": " + e.getMessage(), e);
    }
  }

  /** How the model is run. */
  public RuntimeSettings runtime() {
    return new RuntimeSettings(
        Device.parse(getString(DEVICE)),
        getInt(INTRA_OP_THREADS),
        getInt(MAX_BATCH),
        getLong(CUDA_MEMORY_MB) * MEBIBYTE);
  }

  /** How many stream threads run. */
  public int threads() {
    return getInt(THREADS);
  }

  /** From what age on frames of live sources are shed. */
  public Duration maxFrameAge() {
    return duration(MAX_FRAME_AGE_MS);
  }
}
