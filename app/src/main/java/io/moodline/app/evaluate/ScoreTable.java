package io.moodline.app.evaluate;

import io.moodline.app.evaluate.TestFaces.Part;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.evaluation.Scores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The comparison of all models: for each label set and part of the faces a group of rows, the best
 * first.
 *
 * @param groups in the order of label sets and parts
 */
record ScoreTable(List<Group> groups) {

  /** The columns behind the model's name. */
  static final List<String> HEADERS =
      List.of(
          "accuracy",
          "95% interval",
          "macro F1",
          "ECE",
          "NLL",
          "ms/face at 1",
          "at 8",
          "at 32",
          "file",
          "parameters");

  /**
   * Rows that can be compared with each other.
   *
   * @param faces how many faces they were judged on
   */
  record Group(LabelSet labels, Part part, int faces, List<Row> rows) {

    String title() {
      String which =
          part == Part.ALL
              ? " faces"
              : " faces without a near-duplicate among the training pictures";
      return Texts.name(labels) + " labels, " + faces + which;
    }
  }

  /** A model's name and its figures, in the order of the headers. */
  record Row(String model, List<String> cells, double accuracy) {}

  private record Key(LabelSet labels, Part part) {}

  static ScoreTable of(List<ModelReport> models) {
    Set<Key> keys = new LinkedHashSet<>();
    models.forEach(
        model -> model.parts().forEach(part -> keys.add(new Key(part.labels(), part.part()))));
    List<Group> groups = new ArrayList<>();
    for (Key key : keys) {
      groups.add(group(key, models));
    }
    return new ScoreTable(groups);
  }

  private static Group group(Key key, List<ModelReport> models) {
    List<Row> rows = new ArrayList<>();
    int faces = 0;
    for (ModelReport model : models) {
      for (PartScores part : model.parts()) {
        if (new Key(part.labels(), part.part()).equals(key)) {
          rows.add(row(model, part.scores()));
          faces = part.scores().faces();
        }
      }
    }
    rows.sort(Comparator.comparingDouble(Row::accuracy).reversed());
    return new Group(key.labels(), key.part(), faces, rows);
  }

  private static Row row(ModelReport model, Scores scores) {
    List<String> cells = new ArrayList<>();
    cells.add(Texts.share(scores.accuracy()));
    cells.add(
        Texts.share(scores.accuracyInterval().low())
            + " to "
            + Texts.share(scores.accuracyInterval().high()));
    cells.add(Texts.share(scores.confusion().macroF1()));
    cells.add(Texts.share(scores.calibration().error()));
    cells.add(Texts.share(scores.negativeLogLikelihood()));
    for (int batch : Speed.BATCHES) {
      cells.add(Texts.millis(model.speed().millisPerFace().get(batch)));
    }
    cells.add(Texts.megabytes(model.bytes()));
    cells.add(Texts.count(model.parameters()));
    return new Row(model.id(), cells, scores.accuracy());
  }
}
