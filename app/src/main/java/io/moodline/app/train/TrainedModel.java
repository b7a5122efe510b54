package io.moodline.app.train;

import io.moodline.classifier.model.ModelCard;
import io.moodline.classifier.model.ModelCardWriter;
import io.moodline.classifier.model.Models;
import io.moodline.schemas.Emotion;
import io.moodline.trainer.balance.ClassPlan;
import io.moodline.trainer.balance.TrainingClass;
import io.moodline.trainer.dataset.OutputFiles;
import io.moodline.trainer.evaluation.ConfidenceFit;
import io.moodline.trainer.onnx.OnnxExport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An exported model's files: {@code NAME.onnx}, {@code NAME.json}, and for a second head {@code
 * NAME.HEAD.json}.
 */
final class TrainedModel {

  private static final String LICENCE =
      "Apache-2.0, as this project; the training images are not part of it";

  /** Where FER-2013 has eyes, nose and mouth: medians of a face detector's landmarks. */
  private static final List<ModelCard.Position> LANDMARKS =
      List.of(
          new ModelCard.Position(0.29, 0.4),
          new ModelCard.Position(0.69, 0.4),
          new ModelCard.Position(0.48, 0.6),
          new ModelCard.Position(0.33, 0.76),
          new ModelCard.Position(0.66, 0.76));

  private final String name;
  private final int size;
  private final String version;
  private final String training;

  TrainedModel(String name, int size, String version, String training) {
    this.name = name;
    this.size = size;
    this.version = version;
    this.training = training;
  }

  /**
   * What the validation faces said of a head.
   *
   * @param confidence what makes its confidence most honest
   * @param measured figures for the card
   */
  record HeadReport(ConfidenceFit confidence, Map<String, Double> measured) {}

  /** Writes the files. @return the ONNX file */
  Path write(
      Path folder,
      byte[] onnx,
      List<String> outputs,
      List<ClassPlan> plans,
      List<List<Emotion>> answers,
      List<HeadReport> reports)
      throws IOException {
    Path path = folder.resolve(name + ".onnx");
    OutputFiles.bytes(path, onnx);
    for (int head = 0; head < plans.size(); head++) {
      String card = head == 0 ? name : name + "." + outputs.get(head);
      byte[] json =
          ModelCardWriter.write(
              card(
                  card,
                  onnx,
                  outputs.get(head),
                  labels(plans.get(head), answers.get(head)),
                  reports.get(head)));
      OutputFiles.bytes(folder.resolve(card + ".json"), json);
    }
    return path;
  }

  private ModelCard card(
      String card, byte[] onnx, String output, List<ModelCard.Label> labels, HeadReport report) {
    return new ModelCard(
        card,
        version,
        name + ".onnx",
        Models.sha256(onnx),
        labels,
        new ModelCard.Input(
            OnnxExport.INPUT,
            ModelCard.Layout.NCHW,
            1,
            ModelCard.ChannelOrder.RGB,
            size,
            size,
            List.of(0.0),
            List.of(1.0)),
        new ModelCard.Output(
            output,
            ModelCard.Kind.LOGITS,
            report.confidence().temperature(),
            report.confidence().smoothing()),
        new ModelCard.Crop(size, size, 0, LANDMARKS),
        LICENCE,
        training,
        report.measured());
  }

  /** What a head's card says of its outputs. */
  static List<ModelCard.Label> labels(ClassPlan plan, List<Emotion> answers) {
    List<ModelCard.Label> labels = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      TrainingClass trained = plan.classes().get(i);
      Emotion answer = answers.get(i);
      String text = trained.emotions().size() == 1 ? answer.name() : trained.name();
      labels.add(new ModelCard.Label(text, answer));
    }
    return labels;
  }
}
