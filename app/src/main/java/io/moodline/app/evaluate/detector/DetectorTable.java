package io.moodline.app.evaluate.detector;

import io.moodline.app.evaluate.TextTable;
import io.moodline.app.evaluate.Texts;
import io.moodline.detector.evaluation.DetectionCounts;
import io.moodline.detector.evaluation.DetectionScores;
import io.moodline.detector.evaluation.GroundTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report as lines for the console. */
final class DetectorTable {

  private static final List<String> HEADER =
      List.of("detector", "faces", "found", "false", "precision", "recall", "F1", "AP");

  private static final int SHOWN_FAULTS = 5;

  private DetectorTable() {}

  static List<String> lines(DetectorReport report) {
    List<String> lines = new ArrayList<>(summary(report));
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    for (DetectorResult result : report.results()) {
      rows.add(List.of(result.id() + ": " + result.thresholds()));
      result.scores().forEach(scores -> rows.add(row(scores)));
    }
    lines.addAll(TextTable.lines(rows));
    lines.add("");
    report.results().forEach(result -> lines.add(time(result)));
    lines.add(
        "AP: average precision over all thresholds, all-points interpolation as in PASCAL VOC 2010"
            + " and later.");
    lines.add(
        "Sizes: the side of the square of a box's area; faces of other sizes count neither way.");
    return lines;
  }

  private static List<String> summary(DetectorReport report) {
    GroundTruth truth = report.truth();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d pictures, %d faces%s; found means IoU %s or more (%s)"
            .formatted(
                truth.pictures().size(),
                truth.faces(),
                truth.ignored() == 0 ? "" : ", " + truth.ignored() + " more to ignore",
                report.minIou(),
                truth.format().text()));
    if (!truth.faults().isEmpty()) {
      lines.add("pictures left out: " + truth.leftOut() + "; faults: " + truth.faults().size());
      truth.faults().stream().limit(SHOWN_FAULTS).forEach(fault -> lines.add("  " + fault));
    }
    lines.add("");
    return lines;
  }

  private static List<String> row(DetectionScores scores) {
    DetectionCounts counts = scores.counts();
    return List.of(
        "  " + scores.band().name(),
        Integer.toString(counts.faces()),
        Integer.toString(counts.found()),
        Integer.toString(counts.falses()),
        share(counts.precision()),
        share(counts.recall()),
        share(counts.f1()),
        share(scores.averagePrecision()));
  }

  private static String share(double share) {
    return Double.isNaN(share) ? "-" : Texts.share(share);
  }

  private static String time(DetectorResult result) {
    return String.format(
        Locale.ROOT,
        "%s: decoding %s ms, finding and cutting out %s ms a picture (medians, CPU time of one thread)",
        result.id(),
        Texts.millis(result.time().decodeMillis()),
        Texts.millis(result.time().findMillis()));
  }
}
