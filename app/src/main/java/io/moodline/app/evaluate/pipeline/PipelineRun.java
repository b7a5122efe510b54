package io.moodline.app.evaluate.pipeline;

import io.moodline.app.cli.Settings;
import io.moodline.app.run.ModelSettings;
import io.moodline.classifier.model.EmotionModel;
import io.moodline.classifier.model.FaceCrop;
import io.moodline.classifier.model.LoadedModel;
import io.moodline.classifier.model.ModelCard;
import io.moodline.classifier.model.RuntimeSettings;
import io.moodline.classifier.onnx.OnnxModels;
import io.moodline.detector.CropKeys;
import io.moodline.detector.DetectorConfig;
import io.moodline.detector.opencv.OpenCvFaceFinders;
import io.moodline.schemas.Emotion;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.Sample;
import io.moodline.trainer.evaluation.Answer;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes labelled faces through detection, alignment, cropping and classification. */
public final class PipelineRun {

  private final PipelinePlan plan;
  private final List<LabelledFace> faces;
  private final List<LabelSet> labelSets;
  private final RuntimeSettings runtime;
  private final Frames frames;

  public PipelineRun(
      PipelinePlan plan,
      List<LabelledFace> faces,
      List<LabelSet> labelSets,
      RuntimeSettings runtime) {
    this.plan = plan;
    this.faces = List.copyOf(faces);
    this.labelSets = List.copyOf(labelSets);
    this.runtime = runtime;
    this.frames = new Frames(this.faces, plan.smallest(), plan.largest());
  }

  /**
   * Runs one model behind one detector.
   *
   * @param id the model's name in the report
   * @param detector as {@code detector.kind} takes it
   * @throws org.apache.kafka.common.config.ConfigException when the detector or the crop is not
   *     allowed, naming the key and what is
   * @throws IllegalArgumentException when the detector cannot be opened
   */
  public Outcome run(String id, LoadedModel loaded, String detector) {
    DetectorConfig config = config(plan, loaded.card(), detector);
    FoundCrops found = FoundCrops.in(frames, config);
    List<Integer> indices = List.copyOf(found.crops().keySet());
    try (EmotionModel model = new OnnxModels(loaded, runtime).open()) {
      List<float[]> direct = model.probabilities(indices.stream().map(this::picture).toList());
      List<float[]> cropped = model.probabilities(List.copyOf(found.crops().values()));
      PipelineResult result =
          new PipelineResult(
              id,
              found.detector(),
              crop(config),
              frames.count(),
              faces.size(),
              indices.size(),
              found.spurious(),
              labelSets.stream().map(labels -> loss(labels, indices, direct, cropped)).toList());
      return new Outcome(result, found.crops());
    }
  }

  /**
   * A run's figures and what was cut out.
   *
   * @param crops by the index of the face that they show
   */
  public record Outcome(PipelineResult result, Map<Integer, FaceCrop> crops) {}

  /** The first frame, for people to look at. It shows faces. */
  public BufferedImage sample() {
    return frames.frame(0).image();
  }

  /**
   * Checks what can be checked before faces are read.
   *
   * @throws org.apache.kafka.common.config.ConfigException when a detector or a crop is not
   *     allowed, naming the key and what is
   * @throws IllegalArgumentException when a detector cannot be opened
   */
  public static void check(PipelinePlan plan, ModelCard card) {
    for (String detector : plan.detectors()) {
      OpenCvFaceFinders.of(config(plan, card, detector));
    }
  }

  private static DetectorConfig config(PipelinePlan plan, ModelCard card, String detector) {
    Map<String, String> values = new HashMap<>(ModelSettings.crops(card));
    values.put(DetectorConfig.KIND, detector);
    values.put(DetectorConfig.MODELS_DIR, plan.modelsFolder());
    plan.margin().ifPresent(margin -> values.put(CropKeys.MARGIN, margin));
    plan.landmarks().ifPresent(landmarks -> values.put(CropKeys.REFERENCE, landmarks));
    return new DetectorConfig(Settings.of(values).forStage("detector"));
  }

  private static String crop(DetectorConfig config) {
    String landmarks = config.getString(CropKeys.REFERENCE);
    return landmarks.isBlank() || config.yunetModel().isEmpty()
        ? "box, margin " + config.getDouble(CropKeys.MARGIN)
        : "landmarks " + landmarks;
  }

  private FaceCrop picture(int index) {
    return new FaceCrop(Sample.SIZE, Sample.SIZE, 1, faces.get(index).pixels());
  }

  private PipelineResult.Loss loss(
      LabelSet labels, List<Integer> indices, List<float[]> direct, List<float[]> cropped) {
    int labelled = 0;
    int rightDirect = 0;
    int rightCropped = 0;
    int spoilt = 0;
    for (int i = 0; i < indices.size(); i++) {
      Optional<Emotion> truth = labels.truth(faces.get(indices.get(i)));
      if (truth.isPresent()) {
        labelled++;
        boolean before = new Answer(truth.get(), direct.get(i)).isRight();
        boolean after = new Answer(truth.get(), cropped.get(i)).isRight();
        rightDirect += before ? 1 : 0;
        rightCropped += after ? 1 : 0;
        spoilt += before && !after ? 1 : 0;
      }
    }
    return new PipelineResult.Loss(labels, labelled, rightDirect, rightCropped, spoilt);
  }
}
