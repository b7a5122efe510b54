package io.moodline.classifier;

import io.moodline.classifier.model.LoadedModel;
import io.moodline.classifier.model.ModelException;
import io.moodline.classifier.onnx.OnnxModels;
import io.moodline.classifier.onnx.OnnxNatives;
import io.moodline.config.MoodlineConfig;
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

/** The classifier as a service. */
public final class ClassifierService {

  private static final Logger LOG = LoggerFactory.getLogger(ClassifierService.class);

  private ClassifierService() {}

  /**
   * Makes the service, not yet started. The topics must be there. The model is opened and tried
   * here, so that one that cannot be used is refused before anything runs.
   *
   * @throws ModelException when the model, its card or the device cannot be used
   */
  public static StreamsService create(ClassifierConfig config) {
    LoadedModel model = config.loadModel();
    OnnxNatives.keepIn(config.stateDir("natives"));
    OnnxModels models = new OnnxModels(model, config.runtime());
    LOG.info(
        "emotions by {} {} on {}", models.card().name(), models.card().version(), models.device());
    Topology topology =
        ClassifierTopology.build(
            config.topics(),
            models::open,
            config.valenceWeights(),
            config.maxFrameAge(),
            Clock.systemUTC());
    Properties settings = StreamsSettings.of(config, ClassifierTopology.STAGE, config.threads());
    ReadRecordsPurger purger = purger(config);
    try {
      StreamsService service =
          new StreamsService(ClassifierTopology.STAGE, topology, settings, List.of(purger));
      purger.start();
      return service;
    } catch (RuntimeException e) {
      purger.close();
      throw e;
    }
  }

  private static ReadRecordsPurger purger(ClassifierConfig config) {
    return new ReadRecordsPurger(
        TopicCreator.admin(config),
        StreamsSettings.applicationId(config, ClassifierTopology.STAGE),
        config.topics().faces().name(),
        config.duration(MoodlineConfig.IMAGE_RETENTION_MS));
  }
}
