package io.moodline.app.cli;

import io.moodline.app.bench.AggregatorBench;
import io.moodline.app.bench.Bench;
import io.moodline.app.bench.DetectorBench;
import io.moodline.detector.DetectorConfig;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the pipeline. */
@Command(
    name = "bench",
    description = {
      "Measures the whole pipeline on an embedded broker of its own against the bare loop of the"
          + " same detector and model, in one run.",
      "With --detector: what a frame costs the face detector by size and number of faces, against"
          + " OpenCV's bare calls, for Haar and, when its file is there, YuNet.",
      "With --aggregator: how many emotion events one stream thread of the aggregator takes, and"
          + " with the state of many cameras over many days how fast it answers and what that"
          + " weighs, on made-up traffic.",
      "Absolute figures are this machine's; the ratios are the program's."
    },
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

  private static final int DEFAULT_STATE_CAMERAS = 100;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Parameters(
      paramLabel = "VIDEO",
      arity = "0..1",
      description = "A video file with faces; none with --detector and --aggregator.")
  private File video;

  @Option(
      names = "--detector",
      description = "Measure the face detectors alone, on frames made up for it.")
  private boolean detector;

  @Option(names = "--aggregator", description = "Measure the aggregator alone.")
  private boolean aggregator;

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "600000",
      description =
          "With --aggregator: emotion events whose taking is measured, about; 0: none"
              + " (default ${DEFAULT-VALUE}).")
  private long events;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "30",
      description =
          "With --aggregator: days of state that are asked for; 0: none"
              + " (default ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--queries",
      paramLabel = "N",
      defaultValue = "500",
      description =
          "With --aggregator: how often each question is asked (default ${DEFAULT-VALUE}).")
  private int queries;

  @Option(names = "--json", description = "With --aggregator: figures as JSON.")
  private boolean json;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "15",
      description = "With --detector: how often each frame is measured (default ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--cameras",
      paramLabel = "N",
      description =
          "Cameras of the pipeline and threads of the bare loop (default: the cores), or of the"
              + " aggregator's days (default: 100).")
  private Integer cameras;

  @Option(
      names = "--times",
      paramLabel = "N",
      defaultValue = "4",
      description = "How often each reads the video (default ${DEFAULT-VALUE}).")
  private int times;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      defaultValue = ".moodline/models",
      description = "Folder of the face detector's models (default ${DEFAULT-VALUE}).")
  private Path models;

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    if (detector && aggregator) {
      throw new ParameterException(spec.commandLine(), "either --detector or --aggregator");
    }
    if (detector) {
      return benchDetectors();
    }
    if (aggregator) {
      return benchAggregator();
    }
    return benchPipeline();
  }

  private int benchPipeline() throws IOException, InterruptedException, ExecutionException {
    if (video == null) {
      throw new ParameterException(
          spec.commandLine(), "a VIDEO is needed, or --detector, or --aggregator");
    }
    if (!video.isFile()) {
      throw new ParameterException(spec.commandLine(), "there is no file " + video);
    }
    int parallel = cameras == null ? Runtime.getRuntime().availableProcessors() : cameras;
    if (parallel < 1 || times < 1) {
      throw new ParameterException(spec.commandLine(), "--cameras and --times must be 1 or more");
    }
    Settings settings =
        common
            .settings()
            .withDefault("detector.models.dir", models.toString())
            .withDefault("detector.threads", Integer.toString(parallel));
    Path data = Files.createTempDirectory("moodline-bench");
    try {
      Bench.Plan plan =
          new Bench.Plan(video.getAbsolutePath(), parallel, times, Duration.ofSeconds(15));
      new Bench(settings, spec.commandLine().getOut()).run(plan, data);
      return 0;
    } finally {
      delete(data);
    }
  }

  private int benchAggregator() throws IOException, InterruptedException, ExecutionException {
    int many = cameras == null ? DEFAULT_STATE_CAMERAS : cameras;
    if (video != null || many < 1 || events < 0 || days < 0 || queries < 1) {
      throw new ParameterException(
          spec.commandLine(),
          "--aggregator takes no VIDEO; --cameras and --queries must be 1 or more, --events and"
              + " --days 0 or more");
    }
    Path data = Files.createTempDirectory("moodline-bench");
    try {
      new AggregatorBench(
              common.settings(),
              spec.commandLine().getOut(),
              spec.commandLine().getErr(),
              Clock.systemUTC())
          .run(new AggregatorBench.Plan(events, many, days, queries, json), data);
      return 0;
    } finally {
      delete(data);
    }
  }

  private int benchDetectors() throws IOException {
    if (video != null || rounds < 1) {
      throw new ParameterException(
          spec.commandLine(), "--detector takes no VIDEO, and --rounds must be 1 or more");
    }
    Settings settings = common.settings().withDefault("detector.models.dir", models.toString());
    DetectorBench bench = new DetectorBench(spec.commandLine().getOut(), rounds);
    DetectorConfig configured = new DetectorConfig(settings.forStage("detector"));
    if (configured.yunetModel().isPresent()) {
      bench.run(configured);
    }
    bench.run(new DetectorConfig(settings.with(DetectorConfig.KIND, "haar").forStage("detector")));
    return 0;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
