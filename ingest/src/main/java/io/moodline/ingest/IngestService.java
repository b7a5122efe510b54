package io.moodline.ingest;

import io.moodline.ingest.camera.CameraRunner;
import io.moodline.ingest.camera.RunnerSettings;
import io.moodline.ingest.camera.SourceOpener;
import io.moodline.ingest.ffmpeg.FfmpegSourceFactory;
import io.moodline.ingest.ffmpeg.ImageFolderSourceFactory;
import io.moodline.streams.StreamsService;
import io.moodline.streams.StreamsSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Ingest as a service. */
public final class IngestService {

  private IngestService() {}

  /**
   * Makes the service, not yet started. The topics must be there.
   *
   * @param extra factories of further kinds of sources, asked before the built-in ones
   */
  public static StreamsService create(IngestConfig config, List<FrameSourceFactory> extra) {
    SourceOpener opener = opener(extra);
    RunnerSettings settings = config.runnerSettings();
    KafkaFrameSink sink = KafkaFrameSink.open(config);
    Clock clock = Clock.systemUTC();
    CameraRunners runners =
        (camera, progress) -> new CameraRunner(camera, progress, settings, opener, sink, clock);
    return new StreamsService(
        IngestTopology.STAGE,
        IngestTopology.build(config.topics(), runners, clock),
        settings(config),
        List.of(sink));
  }

  /**
   * Opens every kind of source that is known.
   *
   * @param extra factories of further kinds of sources, asked before the built-in ones
   */
  public static SourceOpener opener(List<FrameSourceFactory> extra) {
    List<FrameSourceFactory> factories = new ArrayList<>(extra);
    factories.add(new ImageFolderSourceFactory());
    factories.add(new FfmpegSourceFactory());
    return request -> {
      for (FrameSourceFactory factory : factories) {
        if (factory.opens(request.source())) {
          return factory.open(request);
        }
      }
      throw SourceException.permanent("nothing opens this source", null);
    };
  }

  /**
   * A decoder is a side effect that no transaction can undo, so exactly-once would promise too much
   * here. Outcomes are read as they are committed.
   */
  private static Properties settings(IngestConfig config) {
    Properties settings = StreamsSettings.of(config, IngestTopology.STAGE, 1);
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    settings.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG), "read_committed");
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 1000);
    settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 1000);
    return settings;
  }
}
