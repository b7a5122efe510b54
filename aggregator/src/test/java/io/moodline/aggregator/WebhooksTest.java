package io.moodline.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.moodline.aggregator.webhook.Webhooks;
import io.moodline.schemas.Moment;
import io.moodline.schemas.MomentKind;
import io.moodline.streams.DeadLetter;
import io.moodline.streams.TopicCreator;
import io.moodline.topics.Topic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks against real receivers on loopback and a real broker. */
class WebhooksTest {

  private static final long T = 1_780_000_000_000L;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** In the place of a status: 200, but only after a while. */
  private static final int SLOW = 1;

  private static final String SECRET = "topsecret";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static TestBroker broker;
  private static int prefixes;

  private final List<AutoCloseable> open = new ArrayList<>();
  private final String prefix = "w" + prefixes++;

  @BeforeAll
  static void start() throws Exception {
    broker = new TestBroker(folder.resolve("broker"));
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @AfterEach
  void closeAll() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  /** A receiver that answers the n-th request with the n-th status; a negative one: never. */
  private final class Target implements AutoCloseable {
    final List<String> ids = new CopyOnWriteArrayList<>();
    final List<Map<String, String>> headers = new CopyOnWriteArrayList<>();
    final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final IntUnaryOperator status;
    private final HttpServer server;

    Target(int port, IntUnaryOperator status) throws IOException {
      this.status = status;
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      server.setExecutor(Executors.newCachedThreadPool());
      server.createContext("/", this::handle);
      server.start();
      open.add(this);
    }

    private void handle(HttpExchange exchange) throws IOException {
      Map<String, String> sent = new HashMap<>();
      exchange.getRequestHeaders().forEach((name, values) -> sent.put(name, values.get(0)));
      byte[] body = exchange.getRequestBody().readAllBytes();
      int n;
      synchronized (this) {
        n = ids.size();
        headers.add(sent);
        bodies.add(body);
        ids.add(exchange.getRequestHeaders().getFirst("X-Moodline-Delivery"));
      }
      int answer = status.applyAsInt(n);
      if (answer == SLOW) {
        CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS)
            .execute(() -> answer(exchange, 200));
      } else if (answer > 0) {
        answer(exchange, answer);
      }
    }

    private void answer(HttpExchange exchange, int status) {
      try (exchange) {
        exchange.sendResponseHeaders(status, -1);
      } catch (IOException e) {
        // The test is over, and nobody waits any more.
      }
    }

    String url() {
      return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  private AggregatorConfig config(Map<String, ?> more, String... urls) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", broker.address());
    settings.put("topic.prefix", prefix);
    settings.put("partitions", 2);
    settings.put(WebhookKeys.URLS, String.join(",", urls));
    settings.put(WebhookKeys.SECRET, SECRET);
    settings.put(WebhookKeys.BACKOFF_MS, 20);
    settings.put(WebhookKeys.BACKOFF_MAX_MS, 100);
    settings.putAll(more);
    return new AggregatorConfig(settings);
  }

  /** Starts, and waits until every receiver's group knows where it begins. */
  private Webhooks started(AggregatorConfig config) throws Exception {
    TopicCreator.createMissing(config);
    Webhooks webhooks = Webhooks.start(config, config.webhooks());
    open.add(webhooks);
    try (Admin admin = TopicCreator.admin(config)) {
      await()
          .atMost(PATIENCE)
          .until(() -> committedGroups(admin) == config.webhooks().urls().size());
    }
    return webhooks;
  }

  private long committedGroups(Admin admin) throws Exception {
    long ready = 0;
    for (var group : admin.listGroups().all().get()) {
      if (group.groupId().startsWith(prefix + "-webhook-")) {
        int known =
            admin
                .listConsumerGroupOffsets(group.groupId())
                .partitionsToOffsetAndMetadata()
                .get()
                .size();
        ready += known == 2 ? 1 : 0;
      }
    }
    return ready;
  }

  private static Moment moment(int n, MomentKind kind) {
    long at = T + n * 1_000L;
    return new Moment(
        "door:" + at + ":" + kind, kind, "door", at, at + 1, List.of(), 0.5, "Something.");
  }

  private List<String> produce(AggregatorConfig config, int from, int to) throws Exception {
    Topic<String, Moment> topic = config.topics().moments();
    List<String> ids = new ArrayList<>();
    try (var producer = producer(config, topic)) {
      for (int n = from; n < to; n++) {
        Moment moment = moment(n, MomentKind.CROWD_PEAK);
        producer.send(new ProducerRecord<>(topic.name(), "door", moment)).get();
        ids.add(moment.getId());
      }
    }
    return ids;
  }

  private static KafkaProducer<String, Moment> producer(
      AggregatorConfig config, Topic<String, Moment> topic) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", config.getString("bootstrap.servers")),
        topic.keys().serializer(),
        topic.values().serializer());
  }

  private static List<ConsumerRecord<byte[], byte[]>> deadLetters(
      AggregatorConfig config, int count) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                config.getString("bootstrap.servers"),
                "group.id",
                "reader",
                "auto.offset.reset",
                "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(config.topics().deadLetters().name()));
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
                return found.size() >= count;
              });
    }
    return found;
  }

  private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  @Test
  void aMomentArrivesSignedAndAsTheApiWritesIt() throws Exception {
    Target target = new Target(0, n -> 204);
    AggregatorConfig config = config(Map.of(), target.url());
    started(config);
    List<String> ids = produce(config, 0, 3);
    await().atMost(PATIENCE).until(() -> target.ids.size() == 3);
    assertThat(target.ids).isEqualTo(ids);
    JsonNode body = JSON.readTree(target.bodies.get(0));
    assertThat(body.at("/id").textValue()).isEqualTo(ids.get(0));
    assertThat(body.at("/kind").textValue()).isEqualTo("CROWD_PEAK");
    assertThat(body.at("/at").textValue()).isEqualTo("2026-05-28T20:26:40Z");
    Map<String, String> headers = target.headers.get(0);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    mac.update((headers.get("X-moodline-timestamp") + ".").getBytes(StandardCharsets.UTF_8));
    assertThat(headers.get("X-moodline-signature"))
        .isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal(target.bodies.get(0))));
    assertThat(headers.get("Content-type")).isEqualTo("application/json");
  }

  @Test
  void aReceiverThatFailsOnceGetsItAgainAndOneThatRefusesDoesNot() throws Exception {
    int[] answers = {500, 429, 200, 404, 200};
    Target target = new Target(0, n -> answers[n]);
    AggregatorConfig config = config(Map.of(), target.url());
    started(config);
    List<String> ids = produce(config, 0, 3);
    await().atMost(PATIENCE).until(() -> target.ids.size() == 5);
    assertThat(target.ids)
        .containsExactly(ids.get(0), ids.get(0), ids.get(0), ids.get(1), ids.get(2));
    ConsumerRecord<byte[], byte[]> letter = deadLetters(config, 1).get(0);
    assertThat(header(letter, DeadLetter.STAGE)).isEqualTo("webhook");
    assertThat(header(letter, DeadLetter.MESSAGE)).contains("status 404").contains("127.0.0.1");
    Moment refused =
        config.topics().moments().values().deserializer().deserialize("t", letter.value());
    assertThat(refused.getId()).isEqualTo(ids.get(1));
  }

  @Test
  void oneThatIsAwayHoldsUpNoOtherAndMissesNothingOverARestart() throws Exception {
    Target well = new Target(0, n -> 200);
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    AggregatorConfig config =
        config(
            Map.of(WebhookKeys.ATTEMPTS, 1_000), "http://127.0.0.1:" + port + "/hook", well.url());
    Webhooks first = started(config);
    List<String> ids = produce(config, 0, 5);
    await().atMost(PATIENCE).until(() -> well.ids.size() == 5);
    first.close();
    Target back = new Target(port, n -> 200);
    open.add(Webhooks.start(config, config.webhooks()));
    await().atMost(PATIENCE).until(() -> back.ids.size() == 5);
    assertThat(back.ids).isEqualTo(ids);
    assertThat(well.ids).as("what has arrived is not sent again").isEqualTo(ids);
  }

  @Test
  void oneThatIsSlowGetsEachMomentOnce() throws Exception {
    Target slow = new Target(0, n -> SLOW);
    Target quick = new Target(0, n -> 200);
    AggregatorConfig config = config(Map.of(), slow.url(), quick.url());
    started(config);
    List<String> ids = produce(config, 0, 4);
    await().atMost(PATIENCE).until(() -> slow.ids.size() == 4 && quick.ids.size() == 4);
    assertThat(slow.ids).isEqualTo(ids);
    assertThat(quick.ids).isEqualTo(ids);
  }

  @Test
  void oneThatNeverAnswersIsGivenUpAfterSomeAttempts() throws Exception {
    Target silent = new Target(0, n -> -1);
    AggregatorConfig config =
        config(Map.of(WebhookKeys.ATTEMPTS, 2, WebhookKeys.TIMEOUT_MS, 200), silent.url());
    started(config);
    produce(config, 0, 1);
    ConsumerRecord<byte[], byte[]> letter = deadLetters(config, 1).get(0);
    assertThat(header(letter, DeadLetter.MESSAGE))
        .contains("given up after 2 attempts")
        .contains("cannot be reached");
    assertThat(silent.ids).hasSize(2);
  }

  @Test
  void onlyTheKindsThatWereAskedForAreSent() throws Exception {
    Target target = new Target(0, n -> 200);
    AggregatorConfig config = config(Map.of(WebhookKeys.KINDS, "CAMERA_DOWN"), target.url());
    started(config);
    produce(config, 0, 2);
    Topic<String, Moment> topic = config.topics().moments();
    Moment down = moment(9, MomentKind.CAMERA_DOWN);
    try (var producer = producer(config, topic)) {
      producer.send(new ProducerRecord<>(topic.name(), "door", down)).get();
    }
    await().atMost(PATIENCE).until(() -> !target.ids.isEmpty());
    assertThat(target.ids).containsExactly(down.getId());
  }

  @Test
  void wrongSettingsAreNamed() {
    assertThatThrownBy(() -> config(Map.of(WebhookKeys.SECRET, ""), "http://h/x"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(WebhookKeys.SECRET);
    assertThatThrownBy(() -> config(Map.of(), "http://h/x", "ftp://me:pw@h/token"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(WebhookKeys.URLS)
        .hasMessageContaining("address 2 must be an http or https URL")
        .hasMessageNotContaining("token");
    assertThatThrownBy(() -> config(Map.of(WebhookKeys.KINDS, "SMILE"), "http://h/x"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("SMILE")
        .hasMessageContaining("GROUP_SMILE");
  }
}
