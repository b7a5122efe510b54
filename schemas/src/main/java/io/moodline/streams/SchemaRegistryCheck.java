package io.moodline.streams;

import io.moodline.config.MoodlineConfig;
import io.moodline.topics.SourceAddresses;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Finds out, before a service starts, whether the schema registry that is configured is there. */
final class SchemaRegistryCheck {

  private static final Duration ANSWER = Duration.ofSeconds(5);

  /** What a registry answers that is there, also to who may not ask that. */
  private static final Set<Integer> THERE = Set.of(200, 401, 403);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build();
  private final Duration patience;
  private final Duration pause;

  /**
   * @param patience how long a registry that does not answer is waited for: it may be starting
   * @param pause between two questions
   */
  SchemaRegistryCheck(Duration patience, Duration pause) {
    this.patience = patience;
    this.pause = pause;
  }

  /**
   * Returns when the registry answers, or when none is configured.
   *
   * @throws IllegalStateException when it does not in time, or something else does
   */
  void requireAnswer(MoodlineConfig config) {
    String url = config.getString(MoodlineConfig.SCHEMA_REGISTRY_URL);
    if (url.isEmpty()) {
      return;
    }
    long begin = System.nanoTime();
    try {
      String trouble = ask(url);
      while (trouble != null && System.nanoTime() - begin < patience.toNanos()) {
        TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        trouble = ask(url);
      }
      if (trouble != null) {
        throw missing(url, trouble);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the schema registry", e);
    }
  }

  /** What is wrong that may yet be right in a moment; null: nothing. */
  private String ask(String url) throws InterruptedException {
    URI info = URI.create(url.replaceAll("/+$", "") + "/system/info");
    HttpRequest request = HttpRequest.newBuilder(info).timeout(ANSWER).build();
    try {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (THERE.contains(status)) {
        return null;
      }
      if (status < 500) {
        throw missing(url, "what is there answers " + status + " to GET /system/info");
      }
      return "it answers " + status;
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static IllegalStateException missing(String url, String trouble) {
    return new IllegalStateException(
        "no schema registry answers at %s, which is %s: %s"
            .formatted(SourceAddresses.masked(url), MoodlineConfig.SCHEMA_REGISTRY_URL, trouble));
  }
}
