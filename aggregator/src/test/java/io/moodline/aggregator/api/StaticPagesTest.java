package io.moodline.aggregator.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StaticPagesTest {

  private static final Path WEB = Path.of("src/main/resources/web");

  /** What a page fetches: imports, scripts, style sheets and pictures. */
  private static final Pattern FETCHED =
      Pattern.compile("(?:from|import|src=|href=)\\s*['\"](/[^'\"#]*)['\"]");

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(WEB)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void everyFileIsServedAndNothingElseIsAskedFor() throws Exception {
    Set<String> served = new TreeSet<>(new StaticPages().handlers().keySet());
    Set<String> wanted = new TreeSet<>(Set.of("/vendor/uPlot.js", "/vendor/uPlot.css"));
    for (Path file : files()) {
      String path = "/" + WEB.relativize(file);
      wanted.add(path.equals("/index.html") ? "/" : path);
    }
    assertThat(served).isEqualTo(wanted);

    List<String> missing = new ArrayList<>();
    for (Path file : files()) {
      Matcher fetched = FETCHED.matcher(Files.readString(file));
      while (fetched.find()) {
        String path = fetched.group(1);
        if (!served.contains(path) && !path.startsWith("/api/") && !path.equals("/openapi.json")) {
          missing.add(file + " -> " + path);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void noPageMakesMarkupOfDataOrLeavesTheMachine() throws Exception {
    for (Path file : files()) {
      String text = Files.readString(file).replace("http://www.w3.org/", "");
      assertThat(text)
          .as(file.toString())
          .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write")
          .doesNotContain("eval(", "new Function", " style=\"", " onclick=\"")
          .doesNotContainPattern("['\"(](?:https?:)?//[a-z0-9]");
    }
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() throws Exception {
    try (VenueServer server = new VenueServer()) {
      URI address = URI.create(server.url() + "lib/dom.js");
      HttpClient client = HttpClient.newHttpClient();
      HttpResponse<String> first =
          client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      String tag = first.headers().firstValue("ETag").orElseThrow();
      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(first.body()).contains("export const el");

      HttpResponse<String> again =
          client.send(
              HttpRequest.newBuilder(address).header("If-None-Match", tag).build(),
              BodyHandlers.ofString());
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
    }
  }
}
