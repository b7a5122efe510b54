package io.moodline.aggregator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.moodline.aggregator.AggregatorConfig;
import io.moodline.schemas.Camera;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The API on a free port, and a client for it. */
final class ServedApi implements AutoCloseable {

  static final ObjectMapper JSON = new ObjectMapper();

  final ApiServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  ServedApi(StateReader state, Consumer<Camera> put, Consumer<String> remove, long nowMs) {
    this(state, put, remove, nowMs, Map.of());
  }

  ServedApi(
      StateReader state,
      Consumer<Camera> put,
      Consumer<String> remove,
      long nowMs,
      Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.putIfAbsent(AggregatorConfig.HTTP_PORT, 0);
    CameraWriter writer =
        new CameraWriter() {
          @Override
          public void put(Camera camera) {
            put.accept(camera);
          }

          @Override
          public void remove(String cameraId) {
            remove.accept(cameraId);
          }
        };
    AggregatorConfig config = new AggregatorConfig(settings);
    this.server =
        ApiServer.start(
            config,
            (int) settings.get(AggregatorConfig.HTTP_PORT),
            ApiParts.of(
                config, state, writer, Clock.fixed(Instant.ofEpochMilli(nowMs), ZoneOffset.UTC)));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  /** Asks for something unless it still has that tag. */
  HttpResponse<String> getUnless(String path, String tag) throws IOException, InterruptedException {
    return client.send(request(path).header("If-None-Match", tag).build(), BodyHandlers.ofString());
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    return JSON.readTree(get(path).body());
  }

  HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    return client.send(
        request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> delete(String path) throws IOException, InterruptedException {
    return client.send(request(path).DELETE().build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  @Override
  public void close() {
    server.close();
  }
}
