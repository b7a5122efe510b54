package io.moodline.app.run;

import io.moodline.aggregator.AggregatorConfig;
import io.moodline.aggregator.AggregatorService;
import io.moodline.app.cli.Settings;
import io.moodline.classifier.ClassifierConfig;
import io.moodline.classifier.ClassifierService;
import io.moodline.detector.DetectorConfig;
import io.moodline.detector.DetectorService;
import io.moodline.ingest.FrameSourceFactory;
import io.moodline.ingest.IngestConfig;
import io.moodline.ingest.IngestService;
import io.moodline.streams.StreamsService;
import io.moodline.streams.TopicCreator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The composition root: makes the four services from the settings and runs some or all of them in
 * this process. They meet through topics only, whether in one process or in many. Thread-safe once
 * started.
 */
public final class Pipeline implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
  private static final Duration START_PATIENCE = Duration.ofSeconds(60);

  private final List<FrameSourceFactory> extraSources;
  private final List<AutoCloseable> services = new ArrayList<>();
  private final List<StreamsService> streams = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private OptionalInt httpPort = OptionalInt.empty();

  private Pipeline(List<FrameSourceFactory> extraSources) {
    this.extraSources = extraSources;
  }

  /**
   * Starts services and returns when all of them work.
   *
   * @param stages which ones, of {@link Settings#STAGES}
   * @param extraSources opens sources that ingest does not know of itself
   * @throws org.apache.kafka.common.config.ConfigException when a setting is wrong
   * @throws IllegalStateException when Kafka cannot be reached or a service does not start
   */
  public static Pipeline start(
      Settings settings, List<String> stages, List<FrameSourceFactory> extraSources)
      throws InterruptedException {
    Settings complete = ModelSettings.complete(settings);
    Pipeline pipeline = new Pipeline(extraSources);
    try {
      TopicCreator.createMissing(complete.common());
      for (String stage : stages) {
        pipeline.open(stage, complete);
      }
      pipeline.awaitRunning();
      return pipeline;
    } catch (InterruptedException | RuntimeException e) {
      pipeline.close();
      throw e;
    }
  }

  private void open(String stage, Settings settings) {
    switch (stage) {
      case "ingest" ->
          run(IngestService.create(new IngestConfig(settings.forStage(stage)), extraSources));
      case "detector" -> run(DetectorService.create(new DetectorConfig(settings.forStage(stage))));
      case "classifier" ->
          run(ClassifierService.create(new ClassifierConfig(settings.forStage(stage))));
      case "aggregator" ->
          run(
              AggregatorService.create(
                  new AggregatorConfig(settings.forStage(stage)),
                  new FirstPictures(() -> IngestService.opener(extraSources))));
      default -> throw new IllegalArgumentException("there is no stage " + stage);
    }
  }

  private void run(StreamsService service) {
    services.add(service);
    streams.add(service);
    service.start();
  }

  private void run(AggregatorService aggregator) {
    services.add(aggregator);
    streams.add(aggregator.streams());
    httpPort = OptionalInt.of(aggregator.port());
    aggregator.start();
  }

  private void awaitRunning() throws InterruptedException {
    for (StreamsService service : streams) {
      if (!service.awaitRunning(START_PATIENCE)) {
        throw new IllegalStateException(
            "the %s does not start within %d s"
                .formatted(service.name(), START_PATIENCE.toSeconds()));
      }
    }
  }

  /** The port of the query API, when the aggregator is among the services. */
  public OptionalInt httpPort() {
    return httpPort;
  }

  /** True when a service has stopped because of errors. */
  public boolean failed() {
    return streams.stream().anyMatch(StreamsService::failed);
  }

  /** Waits until this is closed, or a service has stopped because of errors. */
  public void awaitEnd() throws InterruptedException {
    boolean ended = false;
    while (!ended && !failed()) {
      ended = closed.await(500, TimeUnit.MILLISECONDS);
    }
  }

  /** Closes all services at once: each waits for its own threads only. */
  @Override
  public void close() {
    services.parallelStream().forEach(Pipeline::close);
    closed.countDown();
  }

  private static void close(AutoCloseable service) {
    try {
      service.close();
    } catch (Exception e) {
      LOG.warn("could not close {}", service, e);
    }
  }
}
