package io.moodline.app.train;

import io.moodline.classifier.model.Models;
import io.moodline.schemas.Emotion;
import io.moodline.trainer.balance.ClassPlan;
import io.moodline.trainer.evaluation.ConfidenceFit;
import io.moodline.trainer.network.Ensemble;
import io.moodline.trainer.network.Network;
import io.moodline.trainer.onnx.OnnxExport;
import io.moodline.trainer.onnx.Parity;
import io.moodline.trainer.torch.TorchAnswers;
import io.moodline.trainer.training.Scores;
import io.moodline.trainer.training.TrainingFaces;
import io.moodline.trainer.training.TrainingFaces.HeadLabels;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Writes trained networks as one model with its cards: proves that the file answers as libtorch
 * does, makes it compute in 8 bits when asked, and calibrates what it then answers.
 *
 * @param name of the model and its files
 * @param ensemble what is exported
 * @param plans the classes of each head
 * @param answers of each head the emotions that its classes answer as
 * @param int8 true to compute convolutions in 8 bits
 * @param training how it was made, for the card
 */
public record ModelExport(
    String name,
    Ensemble ensemble,
    List<ClassPlan> plans,
    List<List<Emotion>> answers,
    boolean int8,
    String training) {

  /** How far an exported file's logits may be from libtorch's. */
  private static final double PARITY = 1e-4;

  private static final int PARITY_FACES = 100;
  private static final int VERSION_DIGITS = 8;

  public ModelExport {
    plans = List.copyOf(plans);
    answers = List.copyOf(answers);
  }

  /**
   * Writes the files.
   *
   * @param learnt faces of the training part
   * @param judged faces of the validation part, which the calibration is fitted on
   * @return the ONNX file
   * @throws IOException when a file cannot be written, or answers otherwise than libtorch, or is
   *     ruined by 8 bits, or when there is no face to find that out by
   */
  public Path write(Path folder, TrainingFaces learnt, TrainingFaces judged, PrintWriter out)
      throws IOException {
    byte[] onnx = OnnxExport.onnx(ensemble);
    prove(onnx, judged.pixels(), out);
    byte[] file =
        int8 ? new EightBits(ensemble.inputSize(), outputs()).of(onnx, learnt, judged, out) : onnx;
    Path path =
        new TrainedModel(name, ensemble.inputSize(), version(file), training)
            .write(folder, file, outputs(), plans, answers, reports(file, judged));
    out.printf("%s written%n", path);
    out.flush();
    return path;
  }

  /** The file must answer as libtorch does. */
  private void prove(byte[] onnx, List<byte[]> faces, PrintWriter out) throws IOException {
    List<byte[]> some = faces.subList(0, Math.min(PARITY_FACES, faces.size()));
    if (some.isEmpty()) {
      throw new IOException(
          "there is no validation face that could show whether the exported file answers as it"
              + " should");
    }
    double distance = Parity.distance(TorchAnswers.logits(ensemble, some), logits(onnx, some));
    if (distance > PARITY) {
      throw new IOException(
          "the exported file's logits are up to "
              + distance
              + " off libtorch's, but must be within "
              + PARITY);
    }
    out.printf(
        "on %d faces%s ONNX Runtime is within %.1e of libtorch%n",
        some.size(),
        some.size() < PARITY_FACES ? " (there are no " + PARITY_FACES + ")" : "",
        distance);
  }

  /** The same file has the same version, wherever it was made. */
  private static String version(byte[] file) {
    return Models.sha256(file).substring(0, VERSION_DIGITS);
  }

  private List<TrainedModel.HeadReport> reports(byte[] onnx, TrainingFaces judged) {
    List<float[][]> logits = logits(onnx, judged.pixels());
    List<TrainedModel.HeadReport> reports = new ArrayList<>();
    for (int head = 0; head < logits.size(); head++) {
      reports.add(report(logits.get(head), judged.labels().get(head), plans.get(head)));
    }
    return reports;
  }

  private static TrainedModel.HeadReport report(
      float[][] logits, HeadLabels labels, ClassPlan plan) {
    int[] labelled =
        IntStream.range(0, logits.length).filter(i -> labels.truths()[i] >= 0).toArray();
    float[][] truths = new float[labelled.length][];
    for (int i = 0; i < labelled.length; i++) {
      truths[i] = new float[plan.classes().size()];
      truths[i][labels.truths()[labelled[i]]] = 1;
    }
    ConfidenceFit fit =
        ConfidenceFit.of(
            IntStream.of(labelled).mapToObj(i -> logits[i]).toArray(float[][]::new), truths);
    String figure = plan.labels().name().toLowerCase(Locale.ROOT) + "_validation_accuracy";
    return new TrainedModel.HeadReport(
        fit, Map.of(figure, Scores.accuracy(logits, labels.truths())));
  }

  /** ONNX Runtime's answers, some faces at a time. */
  private List<float[][]> logits(byte[] onnx, List<byte[]> faces) {
    return Parity.logits(
        onnx, TorchAnswers.input(faces, ensemble.inputSize()), ensemble.inputSize(), outputs());
  }

  private List<String> outputs() {
    return ensemble.heads().stream().map(Network.Head::output).toList();
  }
}
