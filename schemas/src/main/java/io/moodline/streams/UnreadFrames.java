package io.moodline.streams;

import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import io.moodline.topics.Ids;
import io.moodline.topics.Topic;
import io.moodline.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Makes the outcomes of frames whose records cannot be read: without one a file would wait for it
 * for ever.
 */
final class UnreadFrames {

  /** Setting: the catalogue of topics. */
  static final String TOPICS = "moodline.topics";

  /** Setting: who reads. */
  static final String STAGE = "moodline.stage";

  private final Topic<String, FrameOutcome> outcomes;
  private final Set<String> ofFrames;
  private final String stage;

  /**
   * @param settings those of Kafka Streams
   */
  UnreadFrames(Map<String, ?> settings) {
    Topics topics = (Topics) settings.get(TOPICS);
    this.outcomes = topics.frameOutcomes();
    this.ofFrames = Set.of(topics.frames().name(), topics.faces().name());
    this.stage = (String) settings.get(STAGE);
  }

  /** The outcome of a record's frame; none when it is of no frame, or does not tell of which. */
  List<ProducerRecord<byte[], byte[]>> outcome(
      ConsumerRecord<byte[], byte[]> unread, Exception reason) {
    if (unread.key() == null || !ofFrames.contains(unread.topic())) {
      return List.of();
    }
    String cameraId = new String(unread.key(), StandardCharsets.UTF_8);
    return FrameHeader.of(unread.headers())
        .filter(frame -> Ids.isValid(cameraId))
        .map(frame -> List.of(record(outcome(cameraId, frame, reason), unread)))
        .orElse(List.of());
  }

  private FrameOutcome outcome(String cameraId, FrameHeader frame, Exception reason) {
    return FrameOutcome.newBuilder()
        .setCameraId(cameraId)
        .setSession(frame.session())
        .setSequence(frame.sequence())
        .setCapturedAtMs(frame.capturedAtMs())
        .setOutcome(Outcome.DEAD_LETTERED)
        .setStage(stage)
        .setFaces(0)
        .setReason("its record cannot be read: " + reason.getMessage())
        .build();
  }

  private ProducerRecord<byte[], byte[]> record(
      FrameOutcome outcome, ConsumerRecord<byte[], byte[]> unread) {
    return new ProducerRecord<>(
        outcomes.name(),
        null,
        outcome.getCapturedAtMs(),
        unread.key(),
        outcomes.values().serializer().serialize(outcomes.name(), outcome));
  }
}
