package io.moodline.aggregator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.javalin.http.HandlerType;
import io.moodline.aggregator.AggregatorConfig;
import io.moodline.aggregator.api.ApiServer.Route;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestQueueTest {

  private final CountDownLatch open = new CountDownLatch(1);
  private final AtomicInteger atWork = new AtomicInteger();

  /** Whatever it is asked, it waits; then it knows nothing. */
  private final StateReader waiting =
      (StateReader)
          Proxy.newProxyInstance(
              StateReader.class.getClassLoader(),
              new Class<?>[] {StateReader.class},
              (proxy, method, arguments) -> {
                atWork.incrementAndGet();
                open.await();
                throw new NotReadyException("it was only a test", null);
              });

  @Test
  void anotherInstanceIsAnsweredWhileAllElseWaits() throws Exception {
    AggregatorConfig config = new AggregatorConfig(Map.of(AggregatorConfig.HTTP_PORT, 0));
    Route internal =
        new Route(HandlerType.GET, "/internal/v1/ping", request -> request.result("here"));
    ApiParts parts =
        ApiParts.of(config, waiting, null, Clock.systemUTC()).withInternal(List.of(internal));
    HttpClient http = HttpClient.newHttpClient();
    try (ApiServer server = ApiServer.start(config, 0, parts)) {
      List<CompletableFuture<HttpResponse<String>>> asked =
          IntStream.range(0, 64)
              .mapToObj(
                  i -> http.sendAsync(request(server, "/api/v1/health"), BodyHandlers.ofString()))
              .toList();
      await().atMost(Duration.ofSeconds(20)).until(() -> atWork.get() == 16);
      HttpResponse<String> answer =
          http.send(request(server, "/internal/v1/ping"), BodyHandlers.ofString());
      assertThat(answer.body()).isEqualTo("here");
      assertThat(atWork).as("the others wait").hasValue(16);
      CompletableFuture<HttpResponse<String>> picture =
          http.sendAsync(request(server, "/api/v1/cameras/door/frame"), BodyHandlers.ofString());
      await().atMost(Duration.ofSeconds(20)).until(() -> atWork.get() == 17);
      open.countDown();
      assertThat(picture.join().statusCode()).isEqualTo(503);
      for (CompletableFuture<HttpResponse<String>> answered : asked) {
        assertThat(answered.join().statusCode()).isEqualTo(503);
      }
      assertThat(atWork).hasValue(65);
    }
  }

  @Test
  void exportsLeaveRoomForAllElse() throws Exception {
    AggregatorConfig config = new AggregatorConfig(Map.of(AggregatorConfig.HTTP_PORT, 0));
    ApiParts parts = ApiParts.of(config, waiting, null, Clock.systemUTC());
    HttpClient http = HttpClient.newHttpClient();
    try (ApiServer server = ApiServer.start(config, 0, parts)) {
      String table = "/api/v1/cameras/export.csv";
      List<CompletableFuture<HttpResponse<String>>> asked =
          IntStream.range(0, ExportsApi.AT_ONCE)
              .mapToObj(i -> http.sendAsync(request(server, table), BodyHandlers.ofString()))
              .toList();
      await().atMost(Duration.ofSeconds(20)).until(() -> atWork.get() == ExportsApi.AT_ONCE);
      HttpResponse<String> more = http.send(request(server, table), BodyHandlers.ofString());
      assertThat(more.statusCode()).isEqualTo(503);
      assertThat(more.body()).contains("Too many exports");
      assertThat(more.headers().firstValue("Retry-After")).isPresent();
      open.countDown();
      asked.forEach(answered -> assertThat(answered.join().body()).contains("only a test"));
      assertThat(http.send(request(server, table), BodyHandlers.ofString()).body())
          .as("there is room again")
          .contains("only a test");
    }
  }

  private static HttpRequest request(ApiServer server, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .timeout(Duration.ofSeconds(20))
        .build();
  }
}
