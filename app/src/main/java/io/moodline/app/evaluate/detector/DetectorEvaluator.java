package io.moodline.app.evaluate.detector;

import io.moodline.app.evaluate.EvaluationException;
import io.moodline.app.evaluate.ReportFolder;
import io.moodline.detector.evaluation.GroundTruth;
import io.moodline.detector.evaluation.GroundTruthException;
import io.moodline.detector.evaluation.GroundTruthReader;
import io.moodline.detector.evaluation.Matching;
import io.moodline.detector.evaluation.TruthFormat;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out {@code moodline evaluate-detector --data}. */
public final class DetectorEvaluator {

  private final Plan plan;
  private final PrintWriter out;
  private final Clock clock;

  /**
   * What is to be measured.
   *
   * @param data file or folder of the ground truth
   * @param format empty: found out
   * @param images folder of the pictures; empty: where such data sets have it
   * @param detectors at least one
   * @param matching when a face counts as found
   * @param skipBad leave out pictures with faults instead of stopping
   * @param out folder of the report
   * @param sheets how contact sheets are drawn; empty: none. They show people. They need a folder.
   */
  public record Plan(
      Path data,
      Optional<TruthFormat> format,
      Optional<Path> images,
      List<DetectorChoice> detectors,
      Matching matching,
      boolean skipBad,
      Optional<Path> out,
      Optional<SheetStyle> sheets) {

    public Plan {
      detectors = List.copyOf(detectors);
    }
  }

  /**
   * @param out where progress and the table go
   */
  public DetectorEvaluator(Plan plan, PrintWriter out, Clock clock) {
    this.plan = plan;
    this.out = out;
    this.clock = clock;
  }

  /**
   * Measures, prints the table, and writes the report when one is wanted.
   *
   * @throws EvaluationException when the ground truth cannot be used, naming file and line, or the
   *     report cannot be written
   */
  public DetectorReport run() {
    Optional<ReportFolder> folder = plan.out().map(ReportFolder::open);
    GroundTruth truth = read();
    List<DetectorResult> results = new ArrayList<>();
    for (DetectorChoice detector : plan.detectors()) {
      say(
          "Looking for faces in "
              + truth.pictures().size()
              + " pictures: "
              + detector.id()
              + " ...");
      results.add(new DetectorRun(detector, plan.matching()).run(truth.pictures()));
    }
    DetectorReport report =
        new DetectorReport(clock.instant(), plan.data(), truth, plan.matching().minIou(), results);
    DetectorTable.lines(report).forEach(out::println);
    folder.ifPresent(open -> write(open, report));
    out.flush();
    return report;
  }

  private GroundTruth read() {
    try {
      return GroundTruthReader.read(plan.data(), plan.format(), plan.images(), plan.skipBad());
    } catch (GroundTruthException e) {
      throw new EvaluationException(e.getMessage(), e);
    }
  }

  private void write(ReportFolder folder, DetectorReport report) {
    folder.text("report.json", DetectorJson.write(report));
    say("Written: " + plan.out().orElseThrow().resolve("report.json"));
    plan.sheets()
        .ifPresent(
            style -> {
              TruthSheets sheets = new TruthSheets(style, plan.matching(), folder);
              for (int i = 0; i < report.results().size(); i++) {
                sheets
                    .write(plan.detectors().get(i).fileId(), report.results().get(i).found())
                    .forEach(name -> say("Written: " + plan.out().orElseThrow().resolve(name)));
              }
            });
  }

  private void say(String text) {
    out.println(text);
    out.flush();
  }
}
