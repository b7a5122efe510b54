package io.moodline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code moodline} command in a process of its own, as a user runs it: the all-in-one jar, in a
 * folder of its own, told what to do on its command line, read by its output and its API.
 */
final class MoodlineProcess implements AutoCloseable {

  private static final Pattern PAGE = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread reader;

  private MoodlineProcess(Process process, String name) {
    this.process = process;
    this.reader = new Thread(() -> readLines(name), "output of " + name);
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts the command in {@code folder}. Standard error is read with standard output. */
  static MoodlineProcess start(Path folder, String... arguments) throws IOException {
    Path root = Path.of(System.getProperty("moodline.root"));
    Path jar = root.resolve("app/target/moodline.jar");
    assertThat(jar).as("the all-in-one jar is built before these tests run").exists();
    List<String> command = new ArrayList<>();
    command.add(root.resolve("moodline").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("MOODLINE_JAR", jar.toString());
    builder.redirectErrorStream(true);
    return new MoodlineProcess(builder.start(), arguments[0]);
  }

  /** Runs the command to its end and returns it. */
  static MoodlineProcess run(Path folder, Duration patience, String... arguments)
      throws IOException, InterruptedException {
    MoodlineProcess ended = start(folder, arguments);
    ended.awaitExit(patience);
    return ended;
  }

  private void readLines(String name) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      lines.add("(the output of " + name + " broke off: " + e + ")");
    }
  }

  /** What it has printed so far. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** What it has printed so far, as one text. */
  String output() {
    return String.join("\n", lines);
  }

  /** Waits for a line that contains {@code text}. */
  String awaitLine(String text, Duration patience) {
    return await("a line with \"" + text + "\" in:\n" + output())
        .atMost(patience)
        .until(
            () -> lines.stream().filter(line -> line.contains(text)).findFirst().orElse(null),
            line -> line != null || failIfDead(text));
  }

  private boolean failIfDead(String awaited) {
    if (!process.isAlive()) {
      throw new AssertionError("ended before it printed \"" + awaited + "\":\n" + output());
    }
    return false;
  }

  /** The address of its page, once printed. */
  URI page() {
    Matcher matcher = PAGE.matcher(awaitLine("http://127.0.0.1:", Duration.ofSeconds(90)));
    assertThat(matcher.find()).isTrue();
    return URI.create(matcher.group());
  }

  /** The answer to a GET, which must be 200. */
  JsonNode get(String path) {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(page().resolve(path)).GET());
    assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
    return json(answer.body());
  }

  /** Sends JSON. */
  HttpResponse<String> post(String path, String body) {
    return send(
        HttpRequest.newBuilder(page().resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Deletes. */
  HttpResponse<String> delete(String path) {
    return send(HttpRequest.newBuilder(page().resolve(path)).DELETE());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(
          request.timeout(Duration.ofSeconds(20)).build(),
          HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its end and returns its exit status. */
  int awaitExit(Duration patience) throws InterruptedException {
    boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (!ended) {
      process.destroyForcibly();
      throw new AssertionError("still running after " + patience + ":\n" + output());
    }
    reader.join(5000);
    return process.exitValue();
  }

  /** Asks it to end, as Ctrl-C does, and returns how long that took. */
  Duration interrupt() throws InterruptedException {
    long start = System.nanoTime();
    process.destroy();
    awaitExit(Duration.ofSeconds(40));
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Kills it at once, as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  /** Resident memory in MiB, or 0 where the system does not tell. */
  long residentMiB() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() throws InterruptedException {
    if (process.isAlive()) {
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }
}
