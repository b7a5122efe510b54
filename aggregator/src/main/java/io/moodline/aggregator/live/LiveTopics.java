package io.moodline.aggregator.live;

import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.Moment;
import io.moodline.topics.Topic;
import io.moodline.topics.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes events of records. A camera's status is one when it differs from the last. */
final class LiveTopics {

  private static final Logger LOG = LoggerFactory.getLogger(LiveTopics.class);

  private record State(io.moodline.schemas.CameraState state, long sinceMs, String reason) {}

  private final Map<String, Function<byte[], Optional<LiveEvent>>> readers = new HashMap<>();
  private final Map<String, State> states = new HashMap<>();
  private long lost;

  LiveTopics(Topics topics) {
    Topic<String, EmotionEvent> emotions = topics.emotions();
    Topic<String, Moment> moments = topics.moments();
    Topic<String, CameraStatus> statuses = topics.cameraStatus();
    readers.put(
        emotions.name(), bytes -> Optional.of(new LiveEvent.Emotion(value(emotions, bytes))));
    readers.put(
        moments.name(), bytes -> Optional.of(new LiveEvent.Happened(value(moments, bytes))));
    readers.put(statuses.name(), bytes -> changed(value(statuses, bytes)));
  }

  List<String> names() {
    return List.copyOf(readers.keySet());
  }

  /**
   * The event of a record; none for a removal, or for one that cannot be read, whatever the reason:
   * the others' go on.
   */
  Optional<LiveEvent> event(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return Optional.empty();
    }
    try {
      return readers.get(record.topic()).apply(record.value());
    } catch (RuntimeException e) {
      lose(record.topic(), e);
      return Optional.empty();
    }
  }

  /** Said of the first, and whenever they have become twice as many. */
  private void lose(String topic, RuntimeException reason) {
    lost++;
    if (Long.bitCount(lost) == 1) {
      LOG.warn(
          "live events that cannot be read: {}, the last of {}: {}",
          lost,
          topic,
          reason.toString());
    }
  }

  /** How many records were no events because they cannot be read. */
  long lost() {
    return lost;
  }

  private static <V> V value(Topic<String, V> topic, byte[] bytes) {
    return topic.values().deserializer().deserialize(topic.name(), bytes);
  }

  private Optional<LiveEvent> changed(CameraStatus status) {
    State now = new State(status.getState(), status.getSinceMs(), status.getReason());
    State before = states.put(status.getCameraId(), now);
    return now.equals(before) ? Optional.empty() : Optional.of(new LiveEvent.Status(status));
  }
}
