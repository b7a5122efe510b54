package io.moodline.aggregator.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.Records;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import io.moodline.serde.AvroSerdes;
import io.moodline.topics.Topics;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class LiveTopicsTest {

  private final Topics topics = new Topics("test", AvroSerdes.singleObject());

  private ConsumerRecord<byte[], byte[]> status(CameraState state, long since) {
    CameraStatus status = Records.status("door", state, 1, since, 0);
    String topic = topics.cameraStatus().name();
    return record(topics.cameraStatus().values().serializer().serialize(topic, status));
  }

  private ConsumerRecord<byte[], byte[]> record(byte[] value) {
    return new ConsumerRecord<>(topics.cameraStatus().name(), 0, 0, new byte[0], value);
  }

  @Test
  void aStatusIsAnEventWhenItDiffersFromTheLast() {
    LiveTopics live = new LiveTopics(topics);
    assertThat(live.event(status(CameraState.STREAMING, 1))).isPresent();
    assertThat(live.event(status(CameraState.STREAMING, 1))).isEmpty();
    assertThat(live.event(status(CameraState.FAILED, 2))).isPresent();
    assertThat(live.event(record(null))).as("a removal").isEmpty();
    assertThat(live.lost()).isZero();
  }

  @Test
  void whatCannotBeReadIsLostAndCountedAndTheOthersGoOn() {
    LiveTopics live = new LiveTopics(topics);
    assertThat(live.event(record(new byte[] {1, 2, 3}))).isEmpty();
    assertThat(live.lost()).isEqualTo(1);
    assertThat(live.event(status(CameraState.STREAMING, 1))).isPresent();
  }

  /** Nobody listens on port 1: the schema of the record cannot be asked for. */
  @Test
  void aRegistryThatIsAwayEndsNothing() {
    Topics away = new Topics("test", AvroSerdes.of("http://127.0.0.1:1/apis/registry/v3"));
    LiveTopics live = new LiveTopics(away);
    Optional<LiveEvent> event = live.event(record(new byte[] {0, 0, 0, 0, 7, 1}));
    assertThat(event).isEmpty();
    assertThat(live.lost()).isEqualTo(1);
  }
}
