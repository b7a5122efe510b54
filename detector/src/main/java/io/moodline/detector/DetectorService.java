package io.moodline.detector;

import io.moodline.detector.opencv.OpenCvFaceFinders;
import io.moodline.streams.ReadRecordsPurger;
import io.moodline.streams.StreamsService;
import io.moodline.streams.StreamsSettings;
import io.moodline.streams.TopicCreator;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The detector as a service of its own. */
public final class DetectorService {

  private static final Logger LOG = LoggerFactory.getLogger(DetectorService.class);
  private static final String NAME = "detector";

  private DetectorService() {}

  /**
   * Makes the service; the caller starts and closes it. The topics must exist.
   *
   * @throws IllegalArgumentException when the configured face detector cannot be loaded
   */
  public static StreamsService create(DetectorConfig config) {
    FaceFinders finders = OpenCvFaceFinders.of(config);
    LOG.info("faces are found by {}: {}", finders.detector(), config.choice().reason());
    Topology topology = DetectorTopology.build(config, finders, Clock.systemUTC());
    Properties settings = StreamsSettings.of(config, NAME, config.threads());
    ReadRecordsPurger purger = purger(config);
    try {
      StreamsService service = new StreamsService(NAME, topology, settings, List.of(purger));
      purger.start();
      return service;
    } catch (RuntimeException e) {
      purger.close();
      throw e;
    }
  }

  private static ReadRecordsPurger purger(DetectorConfig config) {
    return new ReadRecordsPurger(
        TopicCreator.admin(config),
        StreamsSettings.applicationId(config, NAME),
        config.topics().frames().name(),
        config.duration(DetectorConfig.IMAGE_RETENTION_MS));
  }
}
