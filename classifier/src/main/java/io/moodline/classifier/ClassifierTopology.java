package io.moodline.classifier;

import io.moodline.classifier.model.EmotionModel;
import io.moodline.emotion.ValenceWeights;
import io.moodline.topics.Topic;
import io.moodline.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;

/**
 * Faces in; emotions, outcomes and dead letters out.
 *
 * <p>A frame's faces come in one record and are computed as one batch, so nothing is ever held back
 * between records: what a processor buffers is lost when Kafka Streams commits.
 */
public final class ClassifierTopology {

  static final String STAGE = "classifier";
  static final String CLASSIFY = "classify";
  static final String EMOTIONS = "emotions";
  static final String OUTCOMES = "frame-outcomes";
  static final String DEAD_LETTERS = "dead-letters";

  private static final String FACES = "faces";

  private ClassifierTopology() {}

  /**
   * The topology.
   *
   * @param models opens the model: once for each stream thread, which closes it
   * @param weights for each event's valence
   * @param maxAge from what age on frames of live sources are shed
   * @param clock tells a frame's age and when it was classified
   */
  public static Topology build(
      Topics topics,
      Supplier<EmotionModel> models,
      ValenceWeights weights,
      Duration maxAge,
      Clock clock) {
    ModelPerThread perThread = new ModelPerThread(models);
    Topology topology = new Topology();
    topology.addSource(
        FACES,
        topics.faces().keys().deserializer(),
        topics.faces().values().deserializer(),
        topics.faces().name());
    topology.addProcessor(
        CLASSIFY,
        () -> new ClassifyProcessor(topics.faces(), perThread, weights, maxAge, clock),
        FACES);
    addSink(topology, EMOTIONS, topics.emotions());
    addSink(topology, OUTCOMES, topics.frameOutcomes());
    addSink(topology, DEAD_LETTERS, topics.deadLetters());
    return topology;
  }

  private static void addSink(Topology topology, String name, Topic<?, ?> topic) {
    topology.addSink(
        name, topic.name(), topic.keys().serializer(), topic.values().serializer(), CLASSIFY);
  }
}
