package io.moodline.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import io.moodline.serde.AvroSerdes;
import io.moodline.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class UnreadFramesTest {

  private static final byte[] BROKEN = {1, 2, 3};

  private final Topics topics = new Topics("test", AvroSerdes.singleObject());
  private final UnreadFrames unread =
      new UnreadFrames(Map.of(UnreadFrames.TOPICS, topics, UnreadFrames.STAGE, "detector"));

  private static ConsumerRecord<byte[], byte[]> record(String topic, String key) {
    return new ConsumerRecord<>(topic, 0, 5, key.getBytes(StandardCharsets.UTF_8), BROKEN);
  }

  private List<ProducerRecord<byte[], byte[]>> outcome(ConsumerRecord<byte[], byte[]> record) {
    return unread.outcome(record, new SerializationException("not a readable Frame"));
  }

  @Test
  void aFrameThatCannotBeReadHasAnOutcome() {
    ConsumerRecord<byte[], byte[]> broken = record(topics.frames().name(), "door");
    broken.headers().add(new FrameHeader(100, 7, 1234).toHeader());
    List<ProducerRecord<byte[], byte[]>> written = outcome(broken);
    assertThat(written).hasSize(1);
    assertThat(written.get(0).topic()).isEqualTo(topics.frameOutcomes().name());
    assertThat(written.get(0).key()).isEqualTo(broken.key());
    assertThat(
            topics
                .frameOutcomes()
                .values()
                .deserializer()
                .deserialize(written.get(0).topic(), written.get(0).value()))
        .isEqualTo(
            FrameOutcome.newBuilder()
                .setCameraId("door")
                .setSession(100)
                .setSequence(7)
                .setCapturedAtMs(1234)
                .setOutcome(Outcome.DEAD_LETTERED)
                .setStage("detector")
                .setFaces(0)
                .setReason("its record cannot be read: not a readable Frame")
                .build());
  }

  @Test
  void whatDoesNotTellItsFrameHasNone() {
    assertThat(outcome(record(topics.faces().name(), "door"))).isEmpty();
    ConsumerRecord<byte[], byte[]> foreign = record(topics.faces().name(), "Not a camera");
    foreign.headers().add(new FrameHeader(100, 7, 1234).toHeader());
    assertThat(outcome(foreign)).isEmpty();
    ConsumerRecord<byte[], byte[]> cut = record(topics.faces().name(), "door");
    cut.headers().add(FrameHeader.NAME, BROKEN);
    assertThat(outcome(cut)).isEmpty();
  }

  /** An outcome or an event that cannot be read is of a frame whose outcome is known. */
  @Test
  void whatComesAfterTheLastStageHasNone() {
    ConsumerRecord<byte[], byte[]> event = record(topics.emotions().name(), "door");
    event.headers().add(new FrameHeader(100, 7, 1234).toHeader());
    assertThat(outcome(event)).isEmpty();
  }
}
