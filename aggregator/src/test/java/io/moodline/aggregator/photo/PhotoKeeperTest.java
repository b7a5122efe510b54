package io.moodline.aggregator.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moodline.aggregator.AggregatorConfig;
import io.moodline.schemas.Frame;
import io.moodline.schemas.Moment;
import io.moodline.schemas.MomentKind;
import io.moodline.schemas.MomentPhoto;
import io.moodline.topics.Topic;
import io.moodline.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which frames may become photos, and that nothing ends the keeping of them. */
class PhotoKeeperTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long PERMITTED = 1_780_000_000_000L;

  private final Topics topics = new AggregatorConfig(Map.of()).topics();
  private final Consumer consumer = new Consumer();
  private final MockProducer<String, MomentPhoto> producer =
      new MockProducer<>(
          true,
          null,
          topics.momentPhotos().keys().serializer(),
          topics.momentPhotos().values().serializer());
  private PhotoKeeper keeper;
  private long offset;

  /** Kafka's own does not know where a time begins: at the beginning, here. */
  private static final class Consumer extends MockConsumer<byte[], byte[]> {
    Consumer() {
      super("earliest");
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
        Map<TopicPartition, Long> times) {
      return times.keySet().stream()
          .collect(Collectors.toMap(partition -> partition, at -> new OffsetAndTimestamp(0, 0)));
    }
  }

  @AfterEach
  void close() {
    keeper.close();
  }

  private void keep(Runnable records) {
    AtomicInteger asked = new AtomicInteger();
    keeper =
        new PhotoKeeper(
            topics,
            1_000_000,
            () -> {
              if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("unforeseen");
              }
              return Map.of("door", PERMITTED);
            },
            consumer,
            producer);
    TopicPartition frames = new TopicPartition(topics.frames().name(), 0);
    TopicPartition moments = new TopicPartition(topics.moments().name(), 0);
    consumer.schedulePollTask(
        () -> {
          consumer.updateBeginningOffsets(Map.of(frames, 0L, moments, 0L));
          consumer.rebalance(List.of(frames, moments));
        });
    consumer.schedulePollTask(records);
    keeper.start();
  }

  private <V> void add(Topic<String, V> topic, String key, long at, V value) {
    consumer.addRecord(
        new ConsumerRecord<>(
            topic.name(),
            0,
            offset++,
            at,
            TimestampType.LOG_APPEND_TIME,
            0,
            0,
            key == null ? null : key.getBytes(StandardCharsets.UTF_8),
            topic.values().serializer().serialize(topic.name(), value),
            new RecordHeaders(),
            Optional.empty()));
  }

  private void frame(String key, boolean live, long capturedAt, long arrivedAt) {
    Frame frame =
        Frame.newBuilder()
            .setCameraId("door")
            .setSession(1)
            .setSequence(offset)
            .setCapturedAtMs(capturedAt)
            .setLive(live)
            .setWidth(640)
            .setHeight(360)
            .setEncoding("image/jpeg")
            .setImage(ByteBuffer.wrap(new byte[] {1, 2, 3}))
            .build();
    add(topics.frames(), key, arrivedAt, frame);
  }

  private String smile(long at) {
    String id = "door:" + at + ":GROUP_SMILE";
    add(
        topics.moments(),
        "door",
        at,
        new Moment(id, MomentKind.GROUP_SMILE, "door", at, at, List.of(), 0.9, "Smiles."));
    return id;
  }

  private void awaitLast(String moment) {
    await()
        .atMost(PATIENCE)
        .until(() -> producer.history().stream().anyMatch(photo -> photo.key().equals(moment)));
  }

  @Test
  void neitherARecordWithoutAKeyNorWhatIsUnforeseenEndsIt() {
    keep(
        () -> {
          frame(null, true, PERMITTED + 1, PERMITTED + 1);
          frame("door", true, PERMITTED + 2, PERMITTED + 2);
          smile(PERMITTED + 2);
        });
    awaitLast("door:" + (PERMITTED + 2) + ":GROUP_SMILE");
  }

  /** The frames of the last seconds are read again, and some are older than the permission. */
  @Test
  void whatWasTakenBeforeItWasAllowedIsNotKept() {
    keep(
        () -> {
          // On its way when it was allowed.
          frame("door", true, PERMITTED - 1, PERMITTED + 5);
          // A recording of last year, read before and after it was allowed.
          frame("door", false, 1_000, PERMITTED - 1);
          frame("door", false, 2_000, PERMITTED);
          frame("door", true, PERMITTED, PERMITTED + 9);
          // They are looked at in this order: what comes last shows that the others were.
          smile(PERMITTED - 1);
          smile(1_000);
          smile(2_000);
          smile(PERMITTED);
        });
    awaitLast("door:" + PERMITTED + ":GROUP_SMILE");
    assertThat(producer.history())
        .extracting(photo -> photo.key())
        .containsExactly("door:2000:GROUP_SMILE", "door:" + PERMITTED + ":GROUP_SMILE");
  }
}
