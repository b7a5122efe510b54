package io.moodline.aggregator.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** The page's files: a fixed list of resources, so that no path leads anywhere else. */
final class StaticPages {

  private static final String JS = "text/javascript; charset=utf-8";
  private static final String CSS = "text/css; charset=utf-8";
  private static final String HTML = "text/html; charset=utf-8";

  private record Resource(String name, String type) {}

  private final Map<String, Resource> resources = new LinkedHashMap<>();

  StaticPages() {
    String uplot = "META-INF/resources/webjars/uplot/" + uplotVersion() + "/dist/";
    resources.put("/", new Resource("web/index.html", HTML));
    for (String script : new String[] {"app", "api", "cameras", "faces", "chart", "dom"}) {
      resources.put("/" + script + ".js", new Resource("web/" + script + ".js", JS));
    }
    resources.put("/style.css", new Resource("web/style.css", CSS));
    resources.put("/icon.svg", new Resource("web/icon.svg", "image/svg+xml"));
    resources.put("/vendor/uPlot.js", new Resource(uplot + "uPlot.esm.js", JS));
    resources.put("/vendor/uPlot.css", new Resource(uplot + "uPlot.min.css", CSS));
  }

  /** Path to handler. */
  Map<String, Handler> handlers() {
    Map<String, Handler> handlers = new LinkedHashMap<>();
    resources.forEach((path, resource) -> handlers.put(path, request -> serve(request, resource)));
    return handlers;
  }

  private static void serve(Context request, Resource resource) {
    request.contentType(resource.type()).header("Cache-Control", "no-cache");
    request.result(open(resource.name()));
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
