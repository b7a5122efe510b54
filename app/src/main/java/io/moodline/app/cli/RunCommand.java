package io.moodline.app.cli;

import io.moodline.app.broker.EmbeddedBroker;
import io.moodline.app.run.CameraRegistry;
import io.moodline.app.run.DemoSources;
import io.moodline.app.run.Follower;
import io.moodline.app.run.Pipeline;
import io.moodline.config.MoodlineConfig;
import io.moodline.schemas.Camera;
import io.moodline.streams.TopicCreator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs everything in this process. */
@Command(
    name = "run",
    description = {
      "Runs the whole pipeline in this process, with an embedded broker unless a cluster is named.",
      "A SOURCE is a file, a folder of images, rtsp://…, http://… or another URL that FFmpeg opens,"
          + " /dev/videoN, or demo. Without one, the cameras that are registered run."
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private CameraOptions cameraOptions;

  @Parameters(paramLabel = "[ID=]SOURCE", arity = "0..*", description = "What to decode.")
  private List<String> sources = List.of();

  @Option(names = "--until-end", description = "Exit when all sources have ended.")
  private boolean untilEnd;

  @Option(
      names = "--broker-port",
      paramLabel = "PORT",
      defaultValue = "9092",
      description = "Port of the embedded broker, 0 for any free one (default ${DEFAULT-VALUE}).")
  private int brokerPort;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port of the page and the query API, 0 for any free one (default 8080).")
  private Integer httpPort;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".moodline",
      description = "Folder for all data (default ${DEFAULT-VALUE}).")
  private Path data;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Camera> cameras =
        sources.stream().map(source -> cameraOptions.camera(source, CameraOptions.RUN)).toList();
    Settings settings = settings();
    PrintWriter out = spec.commandLine().getOut();
    try (Closer closer = Closer.onExit()) {
      if (!common.namesCluster()) {
        EmbeddedBroker broker = closer.add(EmbeddedBroker.start(data.resolve("kafka"), brokerPort));
        settings = settings.with(MoodlineConfig.BOOTSTRAP_SERVERS, broker.bootstrapServers());
        say(out, "broker %s, data in %s", broker.bootstrapServers(), data);
      }
      CommonConfig config = settings.common();
      TopicCreator.createMissing(config);
      Follower follower = new Follower(config, out, Clock.systemUTC());
      try (follower) {
        Pipeline pipeline =
            closer.add(Pipeline.start(settings, Settings.STAGES, DemoSources.all()));
        closer.add(follower::stop);
        say(out, "page   http://127.0.0.1:%d   (Ctrl-C ends)", pipeline.httpPort().orElseThrow());
        register(config, cameras);
        follower.follow(ids(cameras), untilEnd, pipeline::failed);
        return pipeline.failed() ? 1 : 0;
      }
    }
  }

  private Settings settings() {
    Settings settings =
        common
            .settings()
            .withDefault(MoodlineConfig.STATE_DIR, data.resolve("state").toString())
            .withDefault("detector.models.dir", data.resolve("models").toString())
            .withDefault(
                "detector.threads", Integer.toString(Runtime.getRuntime().availableProcessors()));
    return httpPort == null ? settings : settings.with("aggregator.http.port", httpPort.toString());
  }

  /**
   * Registers the cameras of this run. Those of an earlier run that this one does not name are
   * disabled: who runs a file wants that file, not also the one of yesterday.
   */
  private static void register(CommonConfig config, List<Camera> cameras) {
    CameraRegistry registry = new CameraRegistry(config);
    Set<String> named = ids(cameras);
    List<Camera> changed = new ArrayList<>(cameras);
    if (!cameras.isEmpty()) {
      registry.list().stream()
          .filter(Camera::getEnabled)
          .filter(camera -> camera.getAddedBy().equals(CameraOptions.RUN))
          .filter(camera -> !named.contains(camera.getId()))
          .map(
              camera ->
                  Camera.newBuilder(camera)
                      .setEnabled(false)
                      .setUpdatedAtMs(System.currentTimeMillis())
                      .build())
          .forEach(changed::add);
    }
    registry.put(changed);
  }

  private static Set<String> ids(List<Camera> cameras) {
    return cameras.stream().map(Camera::getId).collect(Collectors.toSet());
  }

  private static void say(PrintWriter out, String format, Object... arguments) {
    out.println(String.format(format, arguments));
    out.flush();
  }
}
