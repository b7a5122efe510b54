package io.moodline.classifier.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.moodline.classifier.model.Device;
import io.moodline.classifier.model.EmotionModel;
import io.moodline.classifier.model.LoadedModel;
import io.moodline.classifier.model.ModelCard;
import io.moodline.classifier.model.ModelException;
import io.moodline.classifier.model.RuntimeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens one model as often as wanted, always on the same device, which is chosen when this is made.
 * Thread-safe; holds nothing that must be freed.
 */
public final class OnnxModels {

  private static final Logger LOG = LoggerFactory.getLogger(OnnxModels.class);

  private final LoadedModel model;
  private final RuntimeSettings settings;
  private final OrtEnvironment environment;
  private final Device device;

  /**
   * Opens the model once, runs it on a test face, and closes it again.
   *
   * @throws ModelException when ONNX Runtime cannot read it, the card does not fit it, or the
   *     device cannot be had
   */
  public OnnxModels(LoadedModel model, RuntimeSettings settings) {
    this.model = model;
    this.settings = settings;
    this.environment = environment();
    this.device = usable(settings.device());
  }

  /** The model's card. */
  public ModelCard card() {
    return model.card();
  }

  /** Where the model runs: the CPU or a CUDA device. */
  public Device device() {
    return device;
  }

  /** Opens the model; the caller closes it. */
  public EmotionModel open() {
    return open(device);
  }

  private static OrtEnvironment environment() {
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "moodline");
    try {
      // Official builds may send usage data to their maker; this product tells nobody anything.
      environment.setTelemetry(false);
    } catch (OrtException e) {
      throw new ModelException("ONNX Runtime's telemetry cannot be switched off", e);
    }
    return environment;
  }

  private Device usable(Device wanted) {
    return switch (wanted.kind()) {
      case CPU, CUDA -> tried(wanted);
      case AUTO -> best();
    };
  }

  private Device best() {
    try {
      return tried(new Device(Device.Kind.CUDA, 0));
    } catch (ModelException e) {
      LOG.debug("emotions are computed on the CPU ({})", e.getMessage());
      return tried(new Device(Device.Kind.CPU, 0));
    }
  }

  private Device tried(Device candidate) {
    try (OnnxEmotionModel open = open(candidate)) {
      TestFace.check(model, open);
    }
    return candidate;
  }

  private OnnxEmotionModel open(Device on) {
    OrtSession session = session(on);
    try {
      long batch = Signature.check(model, session);
      return new OnnxEmotionModel(model, environment, session, sizes(on, batch));
    } catch (OrtException | RuntimeException e) {
      close(session, e);
      throw e instanceof RuntimeException known ? known : unreadable((OrtException) e);
    }
  }

  private OrtSession session(Device on) {
    try (SessionOptions options = new SessionOptions();
        Cuda cuda = on.kind() == Device.Kind.CUDA ? Cuda.addTo(options, on, settings) : null) {
      options.setIntraOpNumThreads(settings.intraOpThreads());
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
      // Waiting threads must not burn the cores that decoding and detection need.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      if (!Processor.addsBytesExactly()) {
        // Such processors add pairs of 8-bit products in 16 bits, which overflow. This is exact,
        // and
        // takes twice as long; where it is not needed it would cost the same.
        options.addConfigEntry("session.x64quantprecision", "1");
      }
      return environment.createSession(model.onnx(), options);
    } catch (OrtException e) {
      throw unreadable(e);
    }
  }

  private BatchSizes sizes(Device on, long batch) {
    if (batch != Signature.ANY) {
      return new BatchSizes((int) batch, BatchSizes.Rule.FIXED);
    }
    return new BatchSizes(
        settings.maxBatch(),
        on.kind() == Device.Kind.CUDA ? BatchSizes.Rule.POWERS_OF_TWO : BatchSizes.Rule.ANY);
  }

  private static void close(OrtSession session, Exception because) {
    try {
      session.close();
    } catch (OrtException e) {
      because.addSuppressed(e);
    }
  }

  private ModelException unreadable(OrtException e) {
    return new ModelException(
        model.origin() + ": ONNX Runtime cannot use the file: " + e.getMessage(), e);
  }
}
