package io.moodline.app.cli;

import io.moodline.app.evaluate.tracking.Condition;
import io.moodline.app.evaluate.tracking.FrameSet;
import io.moodline.app.evaluate.tracking.RenderedFrames;
import io.moodline.app.evaluate.tracking.SceneKind;
import io.moodline.app.evaluate.tracking.TrackerEvaluation;
import io.moodline.app.evaluate.tracking.TrackerEvaluation.Row;
import io.moodline.app.evaluate.tracking.TrackerPlan;
import io.moodline.app.evaluate.tracking.TrackerReport;
import io.moodline.detector.DetectorConfig;
import io.moodline.detector.FaceFinder;
import io.moodline.detector.opencv.OpenCvFaceFinders;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the tracker. */
@Command(
    name = "evaluate-tracker",
    description = {
      "Measures how well faces are followed: MOTA, IDF1, identity switches and fragments.",
      "Scenes are boxes alone, found by a made-up detector that trembles, misses faces and sees"
          + " some where there are none; or, with --rendered, the demo's pictures, in which a real"
          + " detector looks for faces. The same options give the same figures."
    },
    mixinStandardHelpOptions = true)
final class EvaluateTrackerCommand implements Callable<Integer> {

  /** Which real detector. */
  enum Detector {
    AUTO,
    HAAR,
    YUNET
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--scene",
      split = ",",
      paramLabel = "SCENE",
      defaultValue = "DEMO,CROWD",
      description =
          "What is followed: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}). The demo has at"
              + " most 12 faces; conditions with more are left out.")
  private List<SceneKind> scenes;

  @Option(
      names = "--fps",
      split = ",",
      paramLabel = "N",
      defaultValue = "5,10,15,30",
      description = "Frames a second, 1 to 60 (default ${DEFAULT-VALUE}).")
  private List<Integer> fps;

  @Option(
      names = "--faces",
      split = ",",
      paramLabel = "N",
      defaultValue = "1,5,10,30",
      description = "People at a time, 1 to 60 (default ${DEFAULT-VALUE}).")
  private List<Integer> faces;

  @Option(
      names = "--drop",
      split = ",",
      paramLabel = "SHARE",
      defaultValue = "0.0,0.2",
      description = "Share of the frames that never arrive, 0 to 0.9 (default ${DEFAULT-VALUE}).")
  private List<Double> drop;

  @Option(
      names = "--seeds",
      paramLabel = "N|FROM-TO",
      defaultValue = "5",
      description = "How many scenes for each condition, or which (default ${DEFAULT-VALUE}).")
  private String seeds;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "How long each scene is, 1 to 3600 (default ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--rendered",
      description = "Run a real detector on the demo's pictures: slow; scene DEMO only.")
  private boolean rendered;

  @Option(
      names = "--detector",
      paramLabel = "KIND",
      description = "With --rendered: ${COMPLETION-CANDIDATES}; same as detector.kind.")
  private Detector detector;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting of the detector, such as detector.track.max.gap.ms=3000.")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures as JSON.")
  private Path json;

  @Override
  public Integer call() throws IOException {
    if (detector != null && !rendered) {
      throw new ParameterException(spec.commandLine(), "--detector needs --rendered");
    }
    TrackerPlan plan = plan();
    DetectorConfig config = config();
    List<Row> rows = rendered ? rendered(plan, config) : run(plan, config, FrameSet.simulated());
    PrintWriter out = spec.commandLine().getOut();
    TrackerReport.lines(rows).forEach(out::println);
    out.flush();
    if (json != null) {
      Files.writeString(json, TrackerReport.json(plan, rows));
    }
    return 0;
  }

  private List<Row> rendered(TrackerPlan plan, DetectorConfig config) throws IOException {
    try (FaceFinder finder = OpenCvFaceFinders.of(config).open()) {
      return run(plan, config, new RenderedFrames(finder));
    }
  }

  private List<Row> run(TrackerPlan plan, DetectorConfig config, FrameSet frames) {
    List<Row> rows = new TrackerEvaluation(config.tracker(), frames).run(plan);
    if (rows.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--faces: these scenes have no such number of faces");
    }
    return rows;
  }

  private TrackerPlan plan() {
    try {
      List<Condition> conditions = new ArrayList<>();
      for (double dropped : drop) {
        for (int people : faces) {
          for (int rate : fps) {
            conditions.add(new Condition(people, rate, dropped));
          }
        }
      }
      long[] range = range();
      return new TrackerPlan(
          rendered ? List.of(SceneKind.DEMO) : scenes, conditions, range[0], range[1], seconds);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private long[] range() {
    if (!seeds.matches("\\d{1,9}(-\\d{1,9})?")) {
      throw new IllegalArgumentException(
          "seeds is \"" + seeds + "\", but must be a number of scenes, or FROM-TO");
    }
    String[] ends = seeds.split("-");
    return ends.length == 1
        ? new long[] {1, Long.parseLong(ends[0])}
        : new long[] {Long.parseLong(ends[0]), Long.parseLong(ends[1])};
  }

  private DetectorConfig config() {
    Settings settings = Settings.of(set);
    if (detector != null) {
      settings = settings.with(DetectorConfig.KIND, detector.name().toLowerCase(Locale.ROOT));
    }
    return new DetectorConfig(settings.forStage("detector"));
  }
}
