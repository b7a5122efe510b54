package io.moodline.app.cli;

import io.moodline.app.models.ByHand;
import io.moodline.app.models.ConsoleProgress;
import io.moodline.app.models.FolderException;
import io.moodline.app.models.ModelFolder;
import io.moodline.app.models.ModelListing;
import io.moodline.app.models.Origin;
import io.moodline.app.models.Patience;
import io.moodline.app.models.PullException;
import io.moodline.app.models.Puller;
import io.moodline.detector.DetectorConfig;
import io.moodline.detector.models.KnownModel;
import io.moodline.detector.models.ModelCatalogue;
import io.moodline.trainer.dataset.FileFaults;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The models that Moodline knows, and the model folder. */
@Command(
    name = "models",
    description = "Lists, fetches and verifies models that do not come with Moodline.",
    mixinStandardHelpOptions = true)
final class ModelsCommand implements Runnable {

  private final ModelCatalogue catalogue;
  private final Patience patience;

  @Spec private CommandSpec spec;

  ModelsCommand() {
    this(ModelCatalogue.bundled(), Patience.USUAL);
  }

  ModelsCommand(ModelCatalogue catalogue, Patience patience) {
    this.catalogue = catalogue;
    this.patience = patience;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say list, pull or verify");
  }

  /** What all three have. */
  static final class FolderOptions {
    @Option(
        names = "--dir",
        paramLabel = "DIR",
        description =
            "The model folder (default: what detector.models.dir says, else .moodline/models).")
    private Path dir;

    @Option(
        names = "--config",
        paramLabel = "FILE",
        description = "Properties file that may say detector.models.dir.")
    private Path config;

    private Path folder() {
      if (dir != null) {
        return dir;
      }
      Settings settings = config == null ? Settings.of(Map.of()) : Settings.read(config);
      return Path.of(
          new DetectorConfig(settings.forStage("detector")).getString(DetectorConfig.MODELS_DIR));
    }
  }

  @Command(
      name = "list",
      description = "Shows the models that Moodline knows, and which are in the model folder.",
      mixinStandardHelpOptions = true)
  int list(
      @Mixin FolderOptions options,
      @Option(names = "--json", description = "Print JSON.") boolean json)
      throws IOException {
    ModelFolder folder = new ModelFolder(options.folder(), catalogue);
    say(json ? List.of(ModelListing.json(folder)) : ModelListing.lines(folder));
    return 0;
  }

  @Command(
      name = "verify",
      description = {
        "Holds every file of the model folder against the catalogue's sha256.",
        "Exits with 1 when one does not match or cannot be read; the detector loads no such file."
      },
      mixinStandardHelpOptions = true)
  int verify(@Mixin FolderOptions options) throws IOException {
    Path folder = options.folder();
    List<ModelFolder.Entry> files = files(folder);
    say(files.stream().map(ModelFolder.Entry::text).toList());
    if (files.isEmpty()) {
      say(List.of(folder + (Files.exists(folder) ? " is empty" : " is not there: nothing to do")));
    }
    return files.stream().anyMatch(ModelFolder.Entry::isBad) ? 1 : 0;
  }

  private List<ModelFolder.Entry> files(Path folder) throws IOException {
    try {
      return new ModelFolder(folder, catalogue).files();
    } catch (IOException e) {
      throw new IOException("cannot read the folder " + folder + ": " + FileFaults.reason(e), e);
    }
  }

  @Command(
      name = "pull",
      description = {
        "Fetches models into the model folder; what was cut off goes on where it ended.",
        "A file gets its name only when its sha256 is the catalogue's. Proxies are taken from"
            + " Java's own settings (https.proxyHost, https.proxyPort)."
      },
      mixinStandardHelpOptions = true)
  int pull(
      @Parameters(paramLabel = "NAME", arity = "1..*", description = "As 'models list' shows them.")
          List<String> names,
      @Mixin FolderOptions options,
      @Option(
              names = "--from",
              paramLabel = "PLACE",
              description =
                  "Take the file from here: a file, a folder, an address of the file, or one that"
                      + " ends in a slash.")
          String from)
      throws IOException, InterruptedException {
    List<KnownModel> models = models(names);
    List<Origin> origins = origins(models, from);
    Path folder = options.folder();
    boolean good = true;
    for (int i = 0; i < models.size(); i++) {
      good &= pull(models.get(i), origins.get(i), folder);
    }
    return good ? 0 : 1;
  }

  private List<KnownModel> models(List<String> names) {
    List<KnownModel> models = new ArrayList<>();
    for (String name : names) {
      models.add(catalogue.named(name).orElseThrow(() -> unknown(name)));
    }
    return models.stream().distinct().toList();
  }

  private ParameterException unknown(String name) {
    return wrong(
        "there is no model \"%s\"; there are %s"
            .formatted(name, String.join(", ", catalogue.names())));
  }

  private List<Origin> origins(List<KnownModel> models, String from) {
    if (from == null) {
      return models.stream().map(Origin::of).toList();
    }
    try {
      if (models.size() > 1 && !from.endsWith("/") && !Files.isDirectory(Path.of(from))) {
        throw wrong("--from must be a folder, or end in a slash, when there are several models");
      }
      return models.stream().map(model -> Origin.parse(from, model)).toList();
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.subcommands().get("pull"), message);
  }

  private boolean pull(KnownModel model, Origin origin, Path folder)
      throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    ConsoleProgress progress = new ConsoleProgress(out, System.console() != null);
    Path target = folder.resolve(model.file());
    try {
      Puller.Outcome outcome = new Puller(folder, patience, progress).pull(model, origin);
      String done = outcome == Puller.Outcome.FETCHED ? "fetched" : "there already";
      progress.say("%s is %s and verified: %s".formatted(model.name(), done, target));
      return true;
    } catch (PullException e) {
      complain("moodline pull: cannot bring " + model.name() + ": " + e.getMessage());
      if (origin instanceof Origin.Web && !(e instanceof FolderException)) {
        ByHand.advice(model, folder).forEach(this::complain);
      }
      return false;
    }
  }

  private void complain(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }

  private void say(List<String> lines) {
    PrintWriter out = spec.commandLine().getOut();
    lines.forEach(out::println);
    out.flush();
  }
}
