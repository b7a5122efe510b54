package io.moodline.app.evaluate;

import io.moodline.app.evaluate.pipeline.PipelineResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the way through the pipeline costs, as rows. */
final class PipelineTable {

  static final String TITLE =
      "Through detection, alignment and cropping, on the faces that were found";

  static final List<String> HEADERS =
      List.of(
          "detector",
          "placed",
          "found",
          "spurious",
          "labels",
          "faces",
          "direct",
          "pipeline",
          "difference");

  private PipelineTable() {}

  /**
   * A row's cells.
   *
   * @param model its header
   */
  record Row(String model, List<String> cells) {}

  static List<Row> rows(List<PipelineResult> results) {
    List<Row> rows = new ArrayList<>();
    for (PipelineResult result : results) {
      for (PipelineResult.Loss loss : result.losses()) {
        rows.add(new Row(result.model(), cells(result, loss)));
      }
    }
    return rows;
  }

  /** How faces were cut out, one line for each result. */
  static List<String> crops(List<PipelineResult> results) {
    return results.stream()
        .map(result -> result.model() + " behind " + result.detector() + ": " + result.crop())
        .toList();
  }

  private static List<String> cells(PipelineResult result, PipelineResult.Loss loss) {
    return List.of(
        result.detector(),
        Integer.toString(result.placed()),
        Texts.percent(result.detectedShare()),
        Integer.toString(result.spurious()),
        Texts.name(loss.labels()),
        Integer.toString(loss.faces()),
        Texts.share(loss.directAccuracy()),
        Texts.share(loss.pipelineAccuracy()),
        String.format(Locale.ROOT, "%+.3f (+-%.3f)", loss.difference(), loss.uncertainty()));
  }
}
