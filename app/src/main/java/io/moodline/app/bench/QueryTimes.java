package io.moodline.app.bench;

import io.moodline.app.bench.AggregatorFigures.Query;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Asks the query API on loopback, one question after another, and measures until the last byte. */
final class QueryTimes {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String root;

  /**
   * @param port that the API listens on
   */
  QueryTimes(int port) {
    this.root = "http://127.0.0.1:" + port + "/api/v1/";
  }

  /**
   * Asks each question once.
   *
   * @param what they are, in words
   * @param questions path and query of each, below {@code /api/v1/}
   * @throws IllegalStateException when an answer is not 200
   */
  Query ask(String what, List<String> questions) throws IOException, InterruptedException {
    Latencies micros = new Latencies();
    Latencies bytes = new Latencies();
    for (String question : questions) {
      long begin = System.nanoTime();
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(root + question)).build(),
              BodyHandlers.ofByteArray());
      micros.add((System.nanoTime() - begin) / 1_000);
      bytes.add(answer.body().length);
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            question + " was answered with " + answer.statusCode() + ": " + text(answer));
      }
    }
    return new Query(
        what,
        micros.count(),
        micros.percentile(50) / 1e3,
        micros.percentile(99) / 1e3,
        micros.percentile(100) / 1e3,
        bytes.percentile(50));
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
