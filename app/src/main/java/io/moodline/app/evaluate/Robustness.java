package io.moodline.app.evaluate;

import io.moodline.trainer.dataset.LabelSet;
import java.util.List;

/**
 * How accurate models stay on worse pictures, by one label set.
 *
 * @param labels by whose labels
 * @param models the models' names, in the order of each row's accuracies
 * @param rows one for each degradation, the untouched pictures first
 */
public record Robustness(LabelSet labels, List<String> models, List<Row> rows) {

  /**
   * One degradation.
   *
   * @param condition what was done to the faces
   * @param accuracies of each model, 0 to 1
   */
  public record Row(String condition, List<Double> accuracies) {

    public Row {
      accuracies = List.copyOf(accuracies);
    }
  }

  public Robustness {
    models = List.copyOf(models);
    rows = List.copyOf(rows);
  }

  /** What the table is called. */
  String title() {
    return "Accuracy on worse pictures, " + Texts.name(labels) + " labels";
  }
}
