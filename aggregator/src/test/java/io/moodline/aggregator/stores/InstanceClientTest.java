package io.moodline.aggregator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.moodline.aggregator.api.NotReadyException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against an instance that answers {@code /whole} at once, and half of {@code /half}. */
class InstanceClientTest {

  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/whole", exchange -> answer(exchange, 2));
    server.createContext("/half", this::answerHalf);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange, int length) throws IOException {
    exchange.sendResponseHeaders(200, length);
    exchange.getResponseBody().write(new byte[] {1, 2});
    exchange.getResponseBody().flush();
  }

  private void answerHalf(HttpExchange exchange) throws IOException {
    answer(exchange, 4);
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  @Test
  void anAnswerIsGivenWhole() {
    try (InstanceClient client = client(Duration.ofSeconds(20))) {
      assertThat(client.get(uri("/whole"))).containsExactly(1, 2);
    }
  }

  /** As from an instance that is stopped, or cut off, while it answers. */
  @Test
  @Timeout(20)
  void anAnswerThatStandsStillInItsMidstIsGivenUp() {
    try (InstanceClient client = client(Duration.ofMillis(300))) {
      assertThatThrownBy(() -> client.get(uri("/half")))
          .isInstanceOf(NotReadyException.class)
          .hasMessageContaining("no whole answer within 300 ms")
          .hasCauseInstanceOf(HttpTimeoutException.class);
    }
  }

  private static InstanceClient client(Duration patience) {
    return new InstanceClient(new InternalSecret(""), patience);
  }
}
