package io.moodline.app.bench;

import io.moodline.app.broker.EmbeddedBroker;
import io.moodline.app.cli.Settings;
import io.moodline.app.run.ModelSettings;
import io.moodline.app.run.Pipeline;
import io.moodline.classifier.ClassifierConfig;
import io.moodline.classifier.onnx.OnnxModels;
import io.moodline.config.MoodlineConfig;
import io.moodline.detector.DetectorConfig;
import io.moodline.detector.FaceFinders;
import io.moodline.detector.opencv.OpenCvFaceFinders;
import io.moodline.ingest.FrameSourceFactory;
import io.moodline.ingest.IngestConfig;
import io.moodline.ingest.SourceRequest;
import io.moodline.ingest.ffmpeg.FfmpegSourceFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/**
 * Measures the whole pipeline against the bare loop of the same detector and model, in one process
 * and one run, so that their ratio holds on whatever machine it is run.
 */
public final class Bench {

  private static final int LATENCY_FPS = 10;

  private final Settings settings;
  private final PrintWriter out;
  private final FrameSourceFactory videos = new FfmpegSourceFactory();

  /**
   * @param settings of the pipeline; the broker is the bench's own
   * @param out for the figures
   */
  public Bench(Settings settings, PrintWriter out) {
    this.settings = ModelSettings.complete(settings.withDefault("aggregator.http.port", "0"));
    this.out = out;
  }

  /**
   * What is measured.
   *
   * @param video a file
   * @param parallel cameras of the pipeline, threads of the bare loop
   * @param times how often each reads the video
   * @param latencyTime how long the live camera runs
   */
  public record Plan(String video, int parallel, int times, Duration latencyTime) {}

  /**
   * Measures and prints.
   *
   * @param data an empty folder, for the broker's and the services' data
   */
  public void run(Plan plan, Path data)
      throws IOException, InterruptedException, ExecutionException {
    FaceFinders finders = OpenCvFaceFinders.of(new DetectorConfig(settings.forStage("detector")));
    ClassifierConfig classifier = new ClassifierConfig(settings.forStage("classifier"));
    OnnxModels models = new OnnxModels(classifier.loadModel(), classifier.runtime());
    Throughput bare = bareLoop(plan, finders, models);
    say(
        "%s: %d frames, %d at once, %d times each; detector %s, model %s %s on %s, %d cores",
        Path.of(plan.video()).getFileName(),
        bare.frames() / plan.parallel() / plan.times(),
        plan.parallel(),
        plan.times(),
        finders.detector(),
        models.card().name(),
        models.card().version(),
        models.device(),
        Runtime.getRuntime().availableProcessors());
    say("%-28s %10s %10s", "", "frames/s", "faces/s");
    say("%-28s %10.1f %10.1f", "bare loop", bare.framesPerSecond(), bare.facesPerSecond());
    pipeline(plan, data, bare);
  }

  private Throughput bareLoop(Plan plan, FaceFinders finders, OnnxModels models)
      throws InterruptedException, ExecutionException {
    DetectorConfig detector = new DetectorConfig(settings.forStage("detector"));
    BareLoop loop = new BareLoop(videos, finders, models, detector.cropGeometry());
    SourceRequest request = request(plan);
    loop.run(request, plan.parallel(), 1); // Warms up: code is compiled, files are cached.
    return loop.run(request, plan.parallel(), plan.times());
  }

  private SourceRequest request(Plan plan) {
    IngestConfig ingest = new IngestConfig(settings.forStage("ingest"));
    return new SourceRequest(
        plan.video(),
        5,
        false,
        ingest.getInt(IngestConfig.MAX_WIDTH),
        ingest.getInt(IngestConfig.JPEG_QUALITY),
        ingest.duration(IngestConfig.TIMEOUT_MS));
  }

  private void pipeline(Plan plan, Path data, Throughput bare)
      throws IOException, InterruptedException {
    try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("kafka"), 0)) {
      Settings own =
          settings
              .with(MoodlineConfig.BOOTSTRAP_SERVERS, broker.bootstrapServers())
              .with(MoodlineConfig.STATE_DIR, data.resolve("state").toString());
      List<FrameSourceFactory> sources = List.of(new ReplaySourceFactory(videos));
      try (Pipeline pipeline = Pipeline.start(own, Settings.STAGES, sources)) {
        ResidentMemory memory = new ResidentMemory();
        PipelineRun run = new PipelineRun(own.common(), memory);
        long once = bare.frames() / plan.times();
        run.throughput(ReplaySourceFactory.times(1, plan.video()), plan.parallel(), once);
        Throughput whole =
            run.throughput(
                ReplaySourceFactory.times(plan.times(), plan.video()),
                plan.parallel(),
                bare.frames());
        say(
            "%-28s %10.1f %10.1f",
            "whole pipeline", whole.framesPerSecond(), whole.facesPerSecond());
        say("%-28s %10.2f", "ratio", whole.framesPerSecond() / bare.framesPerSecond());
        latencies(plan, run);
        memory
            .highestMiB()
            .ifPresent(mib -> say("%-28s %10d MiB resident at most", "memory of the process", mib));
        if (pipeline.failed()) {
          throw new IllegalStateException("a service stopped because of errors");
        }
      }
    }
  }

  private void latencies(Plan plan, PipelineRun run) {
    Latencies latencies =
        run.latencies(ReplaySourceFactory.live(plan.video()), LATENCY_FPS, plan.latencyTime());
    if (latencies.count() == 0) {
      say("latency: no face was seen, so there was nothing to measure");
      return;
    }
    say(
        "%-28s %10d ms in the middle, %d ms p95, %d ms at most (%d events of one live camera at"
            + " %d fps)",
        "capture to emotion event",
        latencies.percentile(50),
        latencies.percentile(95),
        latencies.percentile(100),
        latencies.count(),
        LATENCY_FPS);
  }

  private void say(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
    out.flush();
  }
}
