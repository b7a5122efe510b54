package io.moodline.aggregator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.AggregatorConfig;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StreamApiTest {

  private final AggregatorConfig config =
      new AggregatorConfig(Map.of(AggregatorConfig.HTTP_PORT, 0));
  private final HttpClient http = HttpClient.newHttpClient();

  private HttpRequest stream(ApiServer server) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + server.port() + "/api/v1/stream"))
        .timeout(Duration.ofSeconds(30))
        .build();
  }

  /** No broker is there, which a stream does not need to be opened and closed. */
  @Test
  @Timeout(60)
  void aStreamEndsWithWhatItListensTo() throws Exception {
    ApiParts parts = ApiParts.of(config, null, null, Clock.systemUTC());
    try (ApiServer server = ApiServer.start(config, 0, parts)) {
      HttpResponse<InputStream> open = http.send(stream(server), BodyHandlers.ofInputStream());
      assertThat(open.statusCode()).isEqualTo(200);
      parts.live().close();
      List<String> lines =
          new String(open.body().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertThat(lines).contains(": not live yet", "event: heartbeat");

      HttpResponse<String> late = http.send(stream(server), BodyHandlers.ofString());
      assertThat(late.statusCode()).isEqualTo(503);
      assertThat(late.headers().firstValue("Retry-After")).isPresent();
    }
  }
}
