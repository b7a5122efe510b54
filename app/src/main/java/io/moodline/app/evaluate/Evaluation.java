package io.moodline.app.evaluate;

import io.moodline.app.evaluate.TestFaces.Part;
import io.moodline.classifier.model.Device;
import io.moodline.classifier.model.EmotionModel;
import io.moodline.classifier.model.FaceCrop;
import io.moodline.classifier.model.LoadedModel;
import io.moodline.classifier.model.RuntimeSettings;
import io.moodline.classifier.onnx.OnnxModels;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.evaluation.Scores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Judges one model after another on the same faces, through the classifier's own code. */
final class Evaluation {

  /** Most faces computed together, as the classifier's default is. */
  private static final int MAX_BATCH = 32;

  private final TestFaces faces;
  private final List<LabelSet> labelSets;
  private final RuntimeSettings runtime;
  private final Duration speedBudget;

  /**
   * @param labelSets by which labels models are judged
   * @param threads with which one model works, 1 or more
   * @param speedBudget about how long each batch size is timed
   */
  Evaluation(TestFaces faces, List<LabelSet> labelSets, int threads, Duration speedBudget) {
    this.faces = faces;
    this.labelSets = List.copyOf(labelSets);
    this.runtime = runtime(threads);
    this.speedBudget = speedBudget;
  }

  /** How models are run: on the CPU, so that figures can be compared. */
  static RuntimeSettings runtime(int threads) {
    return new RuntimeSettings(new Device(Device.Kind.CPU, 0), threads, MAX_BATCH, 1L << 30);
  }

  /** What a model answered for each face, and its report. */
  record Judged(ModelReport report, List<float[]> probabilities) {}

  /**
   * Runs a model.
   *
   * @throws io.moodline.classifier.model.ModelException when it cannot be run, or its card does not
   *     fit its file
   */
  Judged judge(NamedModel named) {
    List<FaceCrop> crops = faces.crops();
    LoadedModel loaded = named.load();
    try (EmotionModel model = new OnnxModels(loaded, runtime).open()) {
      List<float[]> probabilities = model.probabilities(crops);
      ModelReport report =
          new ModelReport(
              named.id(),
              loaded.origin(),
              loaded.card(),
              loaded.onnx().length,
              OnnxParameters.count(loaded.onnx()),
              Speed.measure(model, crops, speedBudget),
              parts(faces, labelSets, probabilities));
      return new Judged(report, probabilities);
    }
  }

  /** The figures by every label set, on every part that is known of. */
  static List<PartScores> parts(
      TestFaces faces, List<LabelSet> labelSets, List<float[]> probabilities) {
    List<PartScores> parts = new ArrayList<>();
    for (LabelSet labels : labelSets) {
      for (Part part : faces.parts()) {
        Scores scores = Scores.of(labels.classes(), faces.answers(labels, part, probabilities));
        parts.add(new PartScores(labels, part, scores));
      }
    }
    return parts;
  }
}
