package io.moodline.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.moodline.app.dataset.CleanedDataset;
import io.moodline.app.dataset.DatasetPreview;
import io.moodline.app.dataset.DatasetReport;
import io.moodline.app.dataset.LoadedDataset;
import io.moodline.app.dataset.ReportText;
import io.moodline.trainer.dataset.BadRows;
import io.moodline.trainer.dataset.FaceDatasets;
import io.moodline.trainer.dataset.FileFaults;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.OutputFiles;
import io.moodline.trainer.dataset.Split;
import io.moodline.trainer.preview.NamedStep;
import io.moodline.trainer.preview.PreviewSteps;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks at data sets of faces and cleans them. */
@Command(
    name = "dataset",
    description = "Inspects, cleans and previews data sets for training.",
    mixinStandardHelpOptions = true)
final class DatasetCommand implements Runnable {

  /** The same faces are altered the same way each time. */
  private static final long PREVIEW_SEED = 1;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say inspect, clean or preview");
  }

  /** What all three have. */
  static final class DataOptions {
    @Option(
        names = "--data",
        required = true,
        paramLabel = "PATH",
        description =
            "fer2013.csv or its folder, a folder in the FER+ layout, or a folder of class folders.")
    private Path data;

    @Option(
        names = "--skip-bad",
        description = "Leave rows and pictures out that cannot be used, and go on.")
    private boolean skipBad;
  }

  @Command(
      name = "inspect",
      description = {
        "Counts faces by class and part, faulty pictures and duplicates across the parts.",
        "Exits with 1 when there are bad rows, unless --skip-bad is given."
      },
      mixinStandardHelpOptions = true)
  int inspect(
      @Mixin DataOptions options,
      @Option(names = "--json", description = "Print JSON.") boolean json)
      throws IOException {
    DatasetReport report = DatasetReport.of(read(options.data, true));
    say(json ? List.of(json(report)) : ReportText.lines(report));
    return report.badRows().isEmpty() || options.skipBad ? 0 : 1;
  }

  @Command(
      name = "clean",
      description = {
        "Writes the data set without faulty pictures, and without training and validation faces"
            + " that a later part has too.",
        "Test faces are left out for faults only."
      },
      mixinStandardHelpOptions = true)
  int clean(
      @Mixin DataOptions options,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "DIR",
              description = "A new or empty folder.")
          Path out)
      throws IOException {
    OutputFiles.requireNewFolder(out);
    say(CleanedDataset.write(read(options.data, options.skipBad), out));
    return 0;
  }

  @Command(
      name = "preview",
      description = "Draws some faces as they look after each step of preprocessing.",
      mixinStandardHelpOptions = true)
  int preview(
      @Mixin DataOptions options,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "FILE",
              description = "The PNG file to write.")
          Path out,
      @Option(
              names = "--faces",
              paramLabel = "N",
              defaultValue = "14",
              description = "How many faces, 1 to 100 (default ${DEFAULT-VALUE}).")
          int count,
      @Option(
              names = "--split",
              paramLabel = "PART",
              defaultValue = "TRAIN",
              description = "Of which part: train, valid or test (default ${DEFAULT-VALUE}).")
          Split split)
      throws IOException {
    if (count < 1 || count > 100) {
      throw new ParameterException(spec.commandLine(), "--faces must be from 1 to 100");
    }
    BadRows.Skipped skipped = BadRows.skip();
    BadRows badRows = options.skipBad ? skipped : BadRows.refuse();
    List<LabelledFace> faces =
        readable(options.data, () -> FaceDatasets.open(options.data).faces(Set.of(split), badRows));
    List<NamedStep> steps = new ArrayList<>(PreviewSteps.all());
    steps.addAll(PreviewSteps.augmentations(PREVIEW_SEED));
    say(DatasetPreview.write(faces, count, steps, out));
    say(skipped.text().stream().toList());
    return 0;
  }

  private static LoadedDataset read(Path data, boolean skipBad) throws IOException {
    return readable(data, () -> LoadedDataset.read(data, skipBad));
  }

  /** Reads something. */
  @FunctionalInterface
  private interface Reading<T> {
    T read() throws IOException;
  }

  /** Java's own message of a file that cannot be read is often no more than its name. */
  private static <T> T readable(Path data, Reading<T> reading) throws IOException {
    try {
      return reading.read();
    } catch (FileSystemException e) {
      String file = e.getFile() == null ? data.toString() : e.getFile();
      throw new IOException("cannot read " + file + ": " + FileFaults.reason(e), e);
    }
  }

  private static String json(DatasetReport report) throws JsonProcessingException {
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report);
  }

  private void say(List<String> lines) {
    PrintWriter out = spec.commandLine().getOut();
    lines.forEach(out::println);
    out.flush();
  }
}
