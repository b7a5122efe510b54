package io.moodline.app.bench;

import io.moodline.aggregator.AggregatorConfig;
import io.moodline.aggregator.AggregatorService;
import io.moodline.aggregator.api.SourceProbe;
import io.moodline.app.bench.AggregatorFigures.Folder;
import io.moodline.app.bench.AggregatorFigures.Intake;
import io.moodline.app.bench.AggregatorFigures.Query;
import io.moodline.app.bench.AggregatorFigures.State;
import io.moodline.app.bench.TrafficFeed.Fed;
import io.moodline.app.bench.UnreadRecords.Unread;
import io.moodline.app.broker.EmbeddedBroker;
import io.moodline.app.cli.Settings;
import io.moodline.app.traffic.TrafficCamera;
import io.moodline.app.traffic.TrafficPlan;
import io.moodline.config.MoodlineConfig;
import io.moodline.streams.StreamsSettings;
import io.moodline.streams.TopicCreator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One aggregator on an embedded broker of its own, with traffic before it that is written before it
 * starts.
 */
final class AggregatorLoad implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long DAY_MS = Duration.ofDays(1).toMillis();

  /** Files of the broker that hold records; its indexes are mostly holes. */
  private static final String RECORDS = ".log";

  /** The code is compiled and caches are filled while the first of it is taken. */
  private static final double WARM_UP_SHARE = 0.3;

  private final Path data;
  private final TrafficPlan plan;
  private final Consumer<String> progress;
  private final EmbeddedBroker broker;
  private final AggregatorConfig config;
  private final UnreadRecords unread;
  private final Fed fed;
  private AggregatorService service;

  /**
   * Starts a broker and writes the traffic.
   *
   * @param settings of the aggregator; where broker, state and port are is set here
   * @param data an empty folder
   * @param progress is told what is going on
   */
  AggregatorLoad(Settings settings, Path data, TrafficPlan plan, Consumer<String> progress)
      throws IOException, InterruptedException, ExecutionException {
    this.data = data;
    this.plan = plan;
    this.progress = progress;
    this.broker = EmbeddedBroker.start(data.resolve("kafka"), 0);
    this.config = config(settings);
    TopicCreator.createMissing(config);
    this.unread = new UnreadRecords(config);
    progress.accept("writing what %d cameras see".formatted(plan.cameras().size()));
    try (TrafficFeed feed = new TrafficFeed(config)) {
      feed.register(plan);
      this.fed = feed.feed(plan.play());
    }
  }

  private AggregatorConfig config(Settings settings) {
    return new AggregatorConfig(
        settings
            .with(MoodlineConfig.BOOTSTRAP_SERVERS, broker.bootstrapServers())
            .with(MoodlineConfig.STATE_DIR, data.resolve("state").toString())
            .with(AggregatorConfig.HTTP_PORT, "0")
            .forStage("aggregator"));
  }

  private void start() throws InterruptedException {
    service = AggregatorService.create(config, SourceProbe.NONE);
    service.start();
    if (!service.streams().awaitRunning(PATIENCE)) {
      throw new IllegalStateException("the aggregator does not start; see its log");
    }
  }

  private AggregatorThreads threads() {
    return AggregatorThreads.now(StreamsSettings.applicationId(config, "aggregator"));
  }

  /** Starts the aggregator and measures how fast it takes what is there. */
  Intake intake() throws InterruptedException, ExecutionException {
    long all = fed.events() + fed.frames();
    progress.accept("taking %d events of %d frames".formatted(fed.events(), fed.frames()));
    start();
    Unread first = unread.awaitAtMost((long) (all * (1 - WARM_UP_SHARE)), PATIENCE);
    AggregatorThreads begin = threads();
    Unread last = unread.awaitAtMost(0, PATIENCE);
    AggregatorThreads used = threads().since(begin);
    return new Intake(
        first.events() - last.events(),
        first.frames() - last.frames(),
        used.wallSeconds(),
        used.streamSeconds(),
        used.aggregatorSeconds(),
        used.processSeconds());
  }

  /**
   * Starts the aggregator, has it take everything, and looks at what it then holds.
   *
   * @param days that the traffic is of
   */
  State fill(int days) throws InterruptedException, ExecutionException, IOException {
    AggregatorThreads begin = threads();
    start();
    long all = fed.events() + fed.frames();
    for (int percent = 90; percent >= 0; percent -= 10) {
      unread.awaitAtMost(all * percent / 100, PATIENCE);
      progress.accept("%d %% of %d events are taken".formatted(100 - percent, fed.events()));
    }
    AggregatorThreads used = threads().since(begin);
    // What sites and everything together get is on its way, and the last windows close.
    Thread.sleep(3 * config.getLong(MoodlineConfig.COMMIT_INTERVAL_MS) + 5_000);
    System.gc();
    ResidentMemory memory = new ResidentMemory();
    memory.look();
    Path state = data.resolve("state");
    return new State(
        plan.cameras().size(),
        days,
        fed.events(),
        fed.frames(),
        used.wallSeconds(),
        used.aggregatorSeconds(),
        bytes(state, ""),
        stores(state),
        bytes(data.resolve("kafka"), RECORDS),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20,
        memory.highestMiB().orElse(0));
  }

  /**
   * Asks what people ask.
   *
   * @param times how often each kind
   */
  List<Query> ask(int times) throws IOException, InterruptedException {
    QueryTimes api = new QueryTimes(service.port());
    Random random = new Random(1);
    List<String> month = new ArrayList<>();
    List<String> everything = new ArrayList<>();
    List<String> eachCamera = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      TrafficCamera camera = plan.cameras().get(random.nextInt(plan.cameras().size()));
      month.add(trends("camera=" + camera.id() + "&", "1h", plan.fromMs(), plan.toMs()));
      long day = plan.fromMs() + random.nextInt(days()) * DAY_MS;
      everything.add(trends("", "1m", day, day + DAY_MS));
    }
    for (int i = 0; i < Math.max(times, plan.cameras().size()); i++) {
      String id = plan.cameras().get(i % plan.cameras().size()).id();
      long day = plan.toMs() - DAY_MS;
      eachCamera.add(trends("camera=" + id + "&", "1m", day, day + DAY_MS));
    }
    List<Query> answers = new ArrayList<>();
    progress.accept("asking");
    // The first are for the compiler.
    api.ask("warming up", month);
    api.ask("warming up", everything);
    answers.add(api.ask("one camera, 1h, %d days".formatted(days()), month));
    answers.add(api.ask("all cameras together, 1m, a day", everything));
    answers.add(api.ask("each camera in turn, 1m, a day", eachCamera));
    return answers;
  }

  private int days() {
    return (int) ((plan.toMs() - plan.fromMs()) / DAY_MS);
  }

  private static String trends(String scope, String step, long fromMs, long toMs) {
    return "trends?%sstep=%s&from=%d&to=%d".formatted(scope, step, fromMs, toMs);
  }

  /** How much the files below a folder hold whose names end so. */
  private static long bytes(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
          .mapToLong(AggregatorLoad::size)
          .sum();
    } catch (UncheckedIOException e) {
      return bytes(folder, ending); // A file went away while it was looked for.
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How much each RocksDB store has over all partitions, the largest first. */
  private static List<Folder> stores(Path state) throws IOException {
    Map<String, Long> byStore = new TreeMap<>();
    try (Stream<Path> all = Files.walk(state)) {
      for (Path folder : all.filter(p -> p.getParent().endsWith("rocksdb")).toList()) {
        byStore.merge(folder.getFileName().toString(), bytes(folder, ""), Long::sum);
      }
    }
    return byStore.entrySet().stream()
        .map(entry -> new Folder(entry.getKey(), entry.getValue()))
        .sorted((a, b) -> Long.compare(b.bytes(), a.bytes()))
        .toList();
  }

  @Override
  public void close() {
    if (service != null) {
      service.close();
    }
    unread.close();
    broker.close();
  }
}
