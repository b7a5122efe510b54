package io.moodline.app.cli;

import io.moodline.app.train.ExportJob;
import io.moodline.trainer.network.Mirroring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes trained networks as one model. */
@Command(
    name = "export",
    description = {
      "Writes one or more trained networks as one ONNX model with its cards.",
      "Several answer together: their logits' mean. The data set calibrates the answers."
    },
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      required = true,
      description = "Folder of a training; may be repeated.")
  private List<Path> folders;

  @Option(names = "--data", paramLabel = "PATH", required = true, description = "The data set.")
  private Path data;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "For the model.")
  private Path out;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "moodnet",
      description = "Of the model and its files (default ${DEFAULT-VALUE}).")
  private String name;

  @Option(
      names = "--mirror",
      paramLabel = "HOW",
      defaultValue = "none",
      description =
          "alternate: every second network judges the mirror image in the place of the face; both:"
              + " each judges both, in twice the time; none (the default).")
  private Mirroring mirroring;

  @Option(names = "--int8", description = "Compute convolutions in 8 bits.")
  private boolean int8;

  @Option(
      names = "--skip-bad",
      description = "Leave unusable rows and pictures out, and count them, instead of stopping.")
  private boolean skipBad;

  @Override
  public Integer call() throws IOException {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,39}")) {
      throw new ParameterException(
          spec.commandLine(),
          "--name is \"" + name + "\", but must be 1 to 40 letters, digits, _ and -");
    }
    new ExportJob(folders, data, skipBad, name, mirroring, int8, spec.commandLine().getOut())
        .run(out);
    return 0;
  }
}
