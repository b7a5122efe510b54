package io.moodline.trainer.training;

import io.moodline.trainer.dataset.OutputFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes a training's curves: {@code curves.csv} and {@code curves.png}, anew after each epoch.
 *
 * @param folder for both
 * @param title above them
 * @param heads names of the heads, for the table
 * @param labels by whose labels each head is judged, for people
 */
public record CurvesFile(Path folder, String title, List<String> heads, List<String> labels) {

  public CurvesFile {
    heads = List.copyOf(heads);
    labels = List.copyOf(labels);
  }

  /**
   * Writes the epochs so far.
   *
   * @throws IOException when a file cannot be written; the message names it and says why
   */
  public void write(List<EpochResult> history) throws IOException {
    OutputFiles.text(folder.resolve("curves.csv"), csv(history));
    OutputFiles.png(folder.resolve("curves.png"), CurvePlot.picture(title, labels, history));
  }

  private String csv(List<EpochResult> history) {
    StringBuilder csv = new StringBuilder("epoch,learning_rate,training_loss,validation_loss");
    heads.forEach(head -> csv.append(",validation_accuracy_").append(head));
    csv.append(",seconds\n");
    for (EpochResult epoch : history) {
      csv.append(epoch.epoch())
          .append(number(",%.6f", epoch.learningRate()))
          .append(number(",%.5f", epoch.trainingLoss()))
          .append(number(",%.5f", epoch.validationLoss()));
      epoch.accuracies().forEach(accuracy -> csv.append(number(",%.5f", accuracy)));
      csv.append(number(",%.1f%n", epoch.seconds()));
    }
    return csv.toString();
  }

  private static String number(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }
}
