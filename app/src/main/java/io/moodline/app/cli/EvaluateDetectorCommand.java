package io.moodline.app.cli;

import io.moodline.app.evaluate.detector.DetectorChoice;
import io.moodline.app.evaluate.detector.DetectorEvaluator;
import io.moodline.app.evaluate.detector.FoundSheets;
import io.moodline.app.evaluate.detector.SheetStyle;
import io.moodline.detector.evaluation.Matching;
import io.moodline.detector.evaluation.TruthFormat;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures face detectors. */
@Command(
    name = "evaluate-detector",
    description = {
      "Measures face detectors on pictures in which all faces are marked, through the detector's own"
          + " code: precision, recall, F1 and average precision, over all and by the faces' size, and"
          + " milliseconds a picture.",
      "With --pictures it draws what is found in photographs and videos that nobody has marked.",
      "Sheets show people: they are written only when asked for."
    },
    mixinStandardHelpOptions = true)
final class EvaluateDetectorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Input input;

  /** One or the other. */
  static final class Input {
    @Option(
        names = "--data",
        paramLabel = "PATH",
        required = true,
        description = "Marked pictures: a file of boxes, or a folder with it.")
    private Path data;

    @Option(
        names = "--pictures",
        paramLabel = "PATH",
        required = true,
        arity = "1..*",
        description =
            "Pictures, videos and folders of them, to draw what is found there. Needs --out.")
    private List<Path> pictures;
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "How boxes are written: ${COMPLETION-CANDIDATES} (default: found out from the files).")
  private TruthFormat format;

  @Option(
      names = "--images",
      paramLabel = "DIR",
      description =
          "Folder of the pictures (default: that of the boxes, or the folder images in it).")
  private Path images;

  @Mixin private DetectorOptions detectorOptions;

  @Option(
      names = "--iou",
      paramLabel = "SHARE",
      defaultValue = "0.3",
      description =
          "Least intersection over union of a detection with the face that it finds (default"
              + " ${DEFAULT-VALUE}).")
  private double iou;

  @Option(
      names = "--skip-bad",
      description =
          "Leave pictures with unusable rows out, and count them, instead of stopping at the first.")
  private boolean skipBad;

  @Option(names = "--out", paramLabel = "DIR", description = "Folder of report.json and sheets.")
  private Path out;

  @Option(
      names = "--sheets",
      description =
          "Also draw the pictures with what is marked (green), found (yellow) and wrongly found"
              + " (red), those with the most mistakes first. They show people: keep them as you keep"
              + " the data set. Needs --out.")
  private boolean sheets;

  @Option(
      names = "--sheet-pictures",
      paramLabel = "N",
      defaultValue = "120",
      description = "Most pictures, or frames of a video, on sheets (default ${DEFAULT-VALUE}).")
  private int sheetPictures;

  @Option(
      names = "--cell",
      paramLabel = "PX",
      defaultValue = "640",
      description = "Longer side of a picture on sheets (default ${DEFAULT-VALUE}).")
  private int cell;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      defaultValue = "1",
      description =
          "With --pictures: how far the drawn frames of a video lie apart (default"
              + " ${DEFAULT-VALUE}).")
  private double every;

  @Override
  public Integer call() {
    check();
    List<DetectorChoice> detectors = detectorOptions.detectors();
    if (input.pictures == null) {
      new DetectorEvaluator(plan(detectors), spec.commandLine().getOut(), Clock.systemUTC()).run();
    } else {
      new FoundSheets(detectors, style(), every, out, spec.commandLine().getOut())
          .write(input.pictures);
    }
    return 0;
  }

  private void check() {
    if (out == null && (sheets || input.pictures != null)) {
      throw wrong((sheets ? "--sheets" : "--pictures") + " needs --out");
    }
    if (!(every > 0)) {
      throw wrong("--every is " + every + ", but must be above 0");
    }
  }

  private DetectorEvaluator.Plan plan(List<DetectorChoice> detectors) {
    return new DetectorEvaluator.Plan(
        input.data,
        Optional.ofNullable(format),
        Optional.ofNullable(images),
        detectors,
        matching(),
        skipBad,
        Optional.ofNullable(out),
        sheets ? Optional.of(style()) : Optional.empty());
  }

  private Matching matching() {
    try {
      return new Matching(iou);
    } catch (IllegalArgumentException e) {
      throw wrong("--iou: " + e.getMessage());
    }
  }

  private SheetStyle style() {
    try {
      return SheetStyle.ofCells(cell, sheetPictures);
    } catch (IllegalArgumentException e) {
      throw wrong("--cell or --sheet-pictures: " + e.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
