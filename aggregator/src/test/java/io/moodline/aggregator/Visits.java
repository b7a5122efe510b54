package io.moodline.aggregator;

import static io.moodline.aggregator.Records.mostly;

import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.Emotion;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import io.moodline.topics.Topic;
import io.moodline.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Recordings that cameras have read to their end, on the topics of a broker: what is made of them
 * does not change any more.
 */
final class Visits {

  static final long BEGIN = 1_779_999_960_000L;

  /** A frame each half second. */
  static final int FRAMES = 180;

  private static final double[] SAD = mostly(Emotion.SADNESS, 0.9);
  private static final double[] HAPPY = mostly(Emotion.HAPPINESS, 0.9);

  private final AggregatorConfig config;
  private final List<Future<?>> sent = new ArrayList<>();

  Visits(AggregatorConfig config) {
    this.config = config;
  }

  /** Cameras {@code cam-0} and so on, at the sites north and south by turns. */
  static List<String> cameras(int count) {
    return IntStream.range(0, count).mapToObj(i -> "cam-" + i).toList();
  }

  static String siteOf(int camera) {
    return camera % 2 == 0 ? "north" : "south";
  }

  static String face(String camera) {
    return camera + ":" + BEGIN + ":0";
  }

  void play(List<String> cameras) throws Exception {
    Topics topics = config.topics();
    try (KafkaProducer<String, Camera> registry = producer(topics.cameras());
        KafkaProducer<String, CameraStatus> statuses = producer(topics.cameraStatus());
        KafkaProducer<String, EmotionEvent> emotions = producer(topics.emotions());
        KafkaProducer<String, FrameOutcome> outcomes = producer(topics.frameOutcomes())) {
      for (int i = 0; i < cameras.size(); i++) {
        String id = cameras.get(i);
        sent.add(
            registry.send(record(topics.cameras(), id, Records.camera(id, siteOf(i), "demo"))));
      }
      // Cameras are known before their frames, or these would count for no site.
      registry.flush();
      for (int frame = 0; frame < FRAMES; frame++) {
        for (int i = 0; i < cameras.size(); i++) {
          send(topics, emotions, outcomes, cameras.get(i), frame, i % 3 == 0 ? SAD : HAPPY);
        }
      }
      emotions.flush();
      outcomes.flush();
      for (String id : cameras) {
        CameraStatus ended =
            Records.status(id, CameraState.ENDED, BEGIN, BEGIN + FRAMES * 500L, FRAMES);
        sent.add(statuses.send(record(topics.cameraStatus(), id, ended)));
      }
      for (Future<?> record : sent) {
        record.get(30, TimeUnit.SECONDS);
      }
    }
  }

  private void send(
      Topics topics,
      KafkaProducer<String, EmotionEvent> emotions,
      KafkaProducer<String, FrameOutcome> outcomes,
      String camera,
      int frame,
      double[] mood) {
    long at = BEGIN + frame * 500L;
    // Somebody is there for the first minute.
    int faces = frame < 120 ? 1 : 0;
    if (faces == 1) {
      EmotionEvent event = Records.event(face(camera), BEGIN, frame, at, mood);
      sent.add(emotions.send(record(topics.emotions(), camera, event)));
    }
    sent.add(
        outcomes.send(
            record(
                topics.frameOutcomes(),
                camera,
                Records.outcome(camera, BEGIN, frame, at, Outcome.CLASSIFIED, faces))));
  }

  private static <V extends SpecificRecord> ProducerRecord<String, V> record(
      Topic<String, V> topic, String key, V value) {
    return new ProducerRecord<>(topic.name(), key, value);
  }

  private <V> KafkaProducer<String, V> producer(Topic<String, V> topic) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", config.getString("bootstrap.servers")),
        topic.keys().serializer(),
        topic.values().serializer());
  }
}
