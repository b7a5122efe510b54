package io.moodline.app.evaluate;

import io.moodline.app.evaluate.TestFaces.Part;
import io.moodline.classifier.model.EmotionModel;
import io.moodline.classifier.model.FaceCrop;
import io.moodline.classifier.model.LoadedModel;
import io.moodline.classifier.model.RuntimeSettings;
import io.moodline.classifier.onnx.OnnxModels;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.Sample;
import io.moodline.trainer.evaluation.Degradation;
import io.moodline.trainer.evaluation.GrayImage;
import io.moodline.trainer.evaluation.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Judges models on faces that were made worse. */
final class RobustnessRun {

  private final TestFaces faces;
  private final List<LabelSet> labelSets;
  private final RuntimeSettings runtime;
  private final Consumer<String> progress;

  RobustnessRun(TestFaces faces, List<LabelSet> labelSets, int threads, Consumer<String> progress) {
    this.faces = faces;
    this.labelSets = List.copyOf(labelSets);
    this.runtime = Evaluation.runtime(threads);
    this.progress = progress;
  }

  /** One table for each label set. */
  List<Robustness> run(List<NamedModel> models) {
    List<String> ids = models.stream().map(NamedModel::id).toList();
    List<Degradation> conditions = Degradation.all();
    double[][][] accuracies = new double[models.size()][][];
    for (int i = 0; i < models.size(); i++) {
      progress.accept("Judging " + ids.get(i) + " on worse pictures ...");
      accuracies[i] = accuracies(models.get(i).load(), conditions);
    }
    List<Robustness> tables = new ArrayList<>();
    for (int set = 0; set < labelSets.size(); set++) {
      List<Robustness.Row> rows = new ArrayList<>();
      for (int condition = 0; condition < conditions.size(); condition++) {
        List<Double> row = new ArrayList<>();
        for (double[][] model : accuracies) {
          row.add(model[condition][set]);
        }
        rows.add(new Robustness.Row(conditions.get(condition).name(), row));
      }
      tables.add(new Robustness(labelSets.get(set), ids, rows));
    }
    return tables;
  }

  /** {@code [condition][label set]}. */
  private double[][] accuracies(LoadedModel loaded, List<Degradation> conditions) {
    double[][] accuracies = new double[conditions.size()][labelSets.size()];
    try (EmotionModel model = new OnnxModels(loaded, runtime).open()) {
      for (int i = 0; i < conditions.size(); i++) {
        for (UnaryOperator<GrayImage> way : conditions.get(i).ways()) {
          double[] some = accuracies(model.probabilities(crops(way)));
          for (int set = 0; set < some.length; set++) {
            accuracies[i][set] += some[set] / conditions.get(i).ways().size();
          }
        }
      }
    }
    return accuracies;
  }

  private List<FaceCrop> crops(UnaryOperator<GrayImage> way) {
    List<FaceCrop> crops = new ArrayList<>(faces.faces().size());
    for (LabelledFace face : faces.faces()) {
      GrayImage picture = GrayImage.of(Sample.SIZE, Sample.SIZE, face.pixels());
      crops.add(new FaceCrop(Sample.SIZE, Sample.SIZE, 1, way.apply(picture).bytes()));
    }
    return crops;
  }

  private double[] accuracies(List<float[]> probabilities) {
    return labelSets.stream()
        .mapToDouble(
            labels ->
                Scores.of(labels.classes(), faces.answers(labels, Part.ALL, probabilities))
                    .accuracy())
        .toArray();
  }
}
