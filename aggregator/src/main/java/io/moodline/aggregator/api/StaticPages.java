package io.moodline.aggregator.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;

/** The page's files: a fixed list of resources, so that no path leads anywhere else. */
final class StaticPages {

  private static final String JS = "text/javascript; charset=utf-8";
  private static final String CSS = "text/css; charset=utf-8";
  private static final String HTML = "text/html; charset=utf-8";

  /** The pages' own files below {@code web/}, by folder; each is served at its own path. */
  private static final Map<String, List<String>> FILES =
      Map.of(
          "", List.of("app.js"),
          "style/", List.of("base.css", "charts.css", "parts.css"),
          "lib/",
              List.of(
                  "api.js",
                  "colours.js",
                  "directory.js",
                  "dom.js",
                  "emotions.js",
                  "expiry.js",
                  "figures.js",
                  "format.js",
                  "live.js",
                  "poll.js",
                  "ranges.js",
                  "sightings.js",
                  "state.js",
                  "theme.js",
                  "zones.js"),
          "charts/",
              List.of(
                  "bar.js",
                  "lanes.js",
                  "patterns.js",
                  "plot.js",
                  "spark.js",
                  "states.js",
                  "table.js"),
          "parts/",
              List.of(
                  "boxes.js",
                  "camerafields.js",
                  "cameraform.js",
                  "confirm.js",
                  "facecourse.js",
                  "facelist.js",
                  "livepicture.js",
                  "moment.js",
                  "png.js",
                  "sitecard.js",
                  "trendcharts.js",
                  "trendpicker.js",
                  "trendsummary.js"),
          "pages/", List.of("camera.js", "cameras.js", "moments.js", "overview.js", "trends.js"));

  private record Resource(String name, String type) {}

  private final Map<String, Resource> resources = new LinkedHashMap<>();
  private final Map<String, String> tags = new ConcurrentHashMap<>();

  StaticPages() {
    String uplot = "META-INF/resources/webjars/uplot/" + uplotVersion() + "/dist/";
    resources.put("/", new Resource("web/index.html", HTML));
    resources.put("/icon.svg", new Resource("web/icon.svg", "image/svg+xml"));
    FILES.forEach(
        (folder, files) ->
            files.forEach(
                file ->
                    resources.put(
                        "/" + folder + file,
                        new Resource("web/" + folder + file, file.endsWith(".js") ? JS : CSS))));
    resources.put("/vendor/uPlot.js", new Resource(uplot + "uPlot.esm.js", JS));
    resources.put("/vendor/uPlot.css", new Resource(uplot + "uPlot.min.css", CSS));
  }

  /** Path to handler. */
  Map<String, Handler> handlers() {
    Map<String, Handler> handlers = new LinkedHashMap<>();
    resources.forEach((path, resource) -> handlers.put(path, request -> serve(request, resource)));
    return handlers;
  }

  /** A browser asks each time, and is sent only what has changed since. */
  private void serve(Context request, Resource resource) throws IOException {
    String tag = tags.computeIfAbsent(resource.name(), StaticPages::tagOf);
    request.contentType(resource.type()).header("Cache-Control", "no-cache").header("ETag", tag);
    if (tag.equals(request.header("If-None-Match"))) {
      request.status(304);
    } else {
      request.result(open(resource.name()));
    }
  }

  private static String tagOf(String name) {
    CRC32C sum = new CRC32C();
    try (InputStream in = open(name)) {
      sum.update(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "W/\"" + Long.toHexString(sum.getValue()) + "\"";
  }

  static InputStream open(String name) {
    InputStream in = StaticPages.class.getClassLoader().getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("the resource " + name + " is missing from the class path");
    }
    return in;
  }

  private static String uplotVersion() {
    try (InputStream in = open("io/moodline/aggregator/web.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("uplot.version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
