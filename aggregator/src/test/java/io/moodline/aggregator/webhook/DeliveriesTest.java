package io.moodline.aggregator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.moodline.aggregator.AggregatorConfig;
import io.moodline.schemas.Moment;
import io.moodline.schemas.MomentKind;
import io.moodline.streams.DeadLetter;
import io.moodline.topics.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is unforeseen, such as a schema registry that is away, must not end deliveries. */
class DeliveriesTest {

  private static final long T = 1_780_000_000_000L;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Topic<String, Moment> moments = new AggregatorConfig(Map.of()).topics().moments();
  private final Topic<byte[], byte[]> letters =
      new AggregatorConfig(Map.of()).topics().deadLetters();
  private final TopicPartition partition = new TopicPartition(moments.name(), 0);
  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final List<String> arrived = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Deliveries deliveries;
  private Thread thread;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          arrived.add(exchange.getRequestHeaders().getFirst("X-Moodline-Delivery"));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    deliveries.stop();
    thread.join(PATIENCE.toMillis());
    server.stop(0);
  }

  /** Moments whose n-th reading fails for the first {@code failing} times. */
  private Topic<String, Moment> unreadable(int failing) {
    Serde<Moment> good = moments.values();
    AtomicInteger reads = new AtomicInteger();
    Deserializer<Moment> bad =
        (topic, bytes) -> {
          if (reads.incrementAndGet() <= failing) {
            throw new UncheckedIOException(new IOException("the registry is away"));
          }
          return good.deserializer().deserialize(topic, bytes);
        };
    return new Topic<>(
        moments.name(),
        moments.keys(),
        Serdes.serdeFrom(good.serializer(), bad),
        moments.cleanup(),
        moments.retention(),
        false);
  }

  private void deliver(Topic<String, Moment> topic, int attempts, int count) {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    WebhookSettings settings =
        new WebhookSettings(
            List.of(url),
            "secret".getBytes(StandardCharsets.UTF_8),
            Set.of(),
            Duration.ofSeconds(10),
            attempts,
            new Backoff(1, 2));
    Receiver receiver = new Receiver(url, settings, HttpClient.newHttpClient(), Clock.systemUTC());
    deliveries =
        new Deliveries(
            "there", receiver, settings, topic, consumer, new DeadMoments(letters, producer));
    consumer.schedulePollTask(
        () -> {
          consumer.updateBeginningOffsets(Map.of(partition, 0L));
          consumer.rebalance(List.of(partition));
          for (int n = 0; n < count; n++) {
            byte[] value = moments.values().serializer().serialize(moments.name(), moment(n));
            consumer.addRecord(
                new ConsumerRecord<>(
                    moments.name(), 0, n, "door".getBytes(StandardCharsets.UTF_8), value));
          }
        });
    thread = new Thread(deliveries);
    thread.start();
  }

  private static Moment moment(int n) {
    long at = T + n * 1_000L;
    String id = "door:" + at + ":CROWD_PEAK";
    return new Moment(id, MomentKind.CROWD_PEAK, "door", at, at + 1, List.of(), 0.5, "Something.");
  }

  private long committed() {
    OffsetAndMetadata known = consumer.committed(Set.of(partition)).get(partition);
    return known == null ? 0 : known.offset();
  }

  @Test
  void whatFailsUnforeseenIsTriedAgain() {
    deliver(unreadable(3), 10, 2);
    await().atMost(PATIENCE).until(() -> arrived.size() == 2);
    assertThat(arrived).containsExactly(moment(0).getId(), moment(1).getId());
    assertThat(producer.history()).isEmpty();
    await().atMost(PATIENCE).until(() -> committed() == 2);
  }

  @Test
  void whatAlwaysFailsIsADeadLetterAndHoldsUpNoOther() {
    // Two attempts at the first; the second can be read.
    deliver(unreadable(2), 2, 2);
    await().atMost(PATIENCE).until(() -> arrived.size() == 1);
    assertThat(arrived).containsExactly(moment(1).getId());
    assertThat(producer.history()).hasSize(1);
    ProducerRecord<byte[], byte[]> letter = producer.history().get(0);
    assertThat(
            new String(
                letter.headers().lastHeader(DeadLetter.MESSAGE).value(), StandardCharsets.UTF_8))
        .contains("given up after 2 attempts")
        .contains("the registry is away");
    await().atMost(PATIENCE).until(() -> committed() == 2);
  }
}
