package io.moodline.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.moodline.config.MoodlineConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers with one status after the other, and the last for ever. */
class SchemaRegistryCheckTest {

  private static final SchemaRegistryCheck PATIENT =
      new SchemaRegistryCheck(Duration.ofSeconds(60), Duration.ofMillis(1));
  private static final SchemaRegistryCheck IMPATIENT =
      new SchemaRegistryCheck(Duration.ZERO, Duration.ofMillis(1));

  private final Deque<Integer> answers = new ArrayDeque<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/apis/registry/v3/system/info",
        exchange -> {
          exchange.sendResponseHeaders(answers.size() > 1 ? answers.remove() : answers.peek(), -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private MoodlineConfig config(String path) {
    return registry("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static MoodlineConfig registry(String url) {
    return new TestConfig(
        Map.of(
            MoodlineConfig.SCHEMA_REGISTRY_URL,
            url,
            MoodlineConfig.BOOTSTRAP_SERVERS,
            "127.0.0.1:1"));
  }

  @Test
  void oneThatStartsIsWaitedFor() {
    answers.addAll(List.of(503, 503, 200));
    assertThatCode(() -> PATIENT.requireAnswer(config("/apis/registry/v3/")))
        .doesNotThrowAnyException();
    assertThat(answers).containsExactly(200);
  }

  @Test
  void oneThatWantsALoginIsThere() {
    answers.add(401);
    assertThatCode(() -> IMPATIENT.requireAnswer(config("/apis/registry/v3")))
        .doesNotThrowAnyException();
  }

  @Test
  void withoutARegistryNobodyIsAsked() {
    assertThatCode(() -> IMPATIENT.requireAnswer(registry(""))).doesNotThrowAnyException();
  }

  @Test
  void whereNobodyListensTheKeyAndTheAddressAreNamed() {
    MoodlineConfig config = registry("http://me:geheim@127.0.0.1:1/apis/registry/v3");
    assertThatThrownBy(() -> IMPATIENT.requireAnswer(config))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no schema registry answers at http://***@127.0.0.1:1/apis")
        .hasMessageContaining(MoodlineConfig.SCHEMA_REGISTRY_URL)
        .hasMessageNotContaining("geheim");
  }

  /** Before any broker is asked, and at once: no wait makes that address right. */
  @Test
  void aWrongAddressStopsTheStart() {
    answers.add(200);
    assertThatThrownBy(() -> TopicCreator.createMissing(config("/apis")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(MoodlineConfig.SCHEMA_REGISTRY_URL)
        .hasMessageContaining("404");
  }
}
