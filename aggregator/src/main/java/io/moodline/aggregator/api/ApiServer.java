package io.moodline.aggregator.api;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.moodline.aggregator.AggregatorConfig;
import io.moodline.aggregator.TrendRetention;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The query API and the page over HTTP. Thread-safe. */
public final class ApiServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
  private static final long MAX_BODY_BYTES = 64 * 1024;
  private static final int MAX_THREADS = 24;

  /** The rest of the threads answers other instances. */
  private static final int MAX_AT_ONCE = 16;

  /** What only other instances ask for; it has a guard of its own. */
  private static final String INTERNAL = "/internal/";

  /** Pictures are waited for without a thread; a regular expression, as Jetty writes it. */
  private static final String FRAMES = "^/api/v1/cameras/[^/]+/frame$";

  private static final String STREAM = "/api/v1/stream";

  /**
   * One operation of the API.
   *
   * @param path as OpenAPI writes it
   */
  public record Route(HandlerType method, String path, Handler handler) {}

  private final Javalin server;
  private final ApiParts parts;

  private ApiServer(Javalin server, ApiParts parts) {
    this.server = server;
    this.parts = parts;
  }

  /** Every operation of the API; the OpenAPI document describes these. */
  static List<Route> routes(AggregatorConfig config, ApiParts parts) {
    StateReader state = parts.state();
    Clock clock = parts.clock();
    boolean localSources =
        HostGuard.isLoopback(config.getString(AggregatorConfig.HTTP_HOST))
            || config.getBoolean(AggregatorConfig.ALLOW_LOCAL_SOURCES);
    CameraView.Defaults defaults = new CameraView.Defaults(config.zones(), config.smoothing());
    CamerasApi cameras = new CamerasApi(state, parts.writer(), localSources, defaults, clock);
    FacesApi faces = new FacesApi(state);
    TrendsApi trends = new TrendsApi(state, clock, config);
    SitesApi sites = new SitesApi(state, config.zones(), TrendRetention.of(config));
    MomentsApi moments = new MomentsApi(state);
    Map<String, Handler> exports = new ExportsApi(state, trends, defaults).tables();
    StreamApi stream = new StreamApi(parts.live(), parts.sites(), clock);
    return List.of(
        new Route(HandlerType.GET, "/api/v1/cameras", cameras::list),
        new Route(HandlerType.POST, "/api/v1/cameras", cameras::put),
        new Route(HandlerType.DELETE, "/api/v1/cameras/{id}", cameras::remove),
        new Route(
            HandlerType.GET,
            "/api/v1/cameras/{id}/frame",
            new FrameApi(state, parts.frames())::latest),
        new Route(
            HandlerType.POST,
            "/api/v1/cameras/probe",
            new ProbeApi(parts.probe(), localSources)::picture),
        new Route(HandlerType.GET, "/api/v1/faces", faces::list),
        new Route(HandlerType.GET, "/api/v1/faces/{id}/timeline", faces::timeline),
        new Route(HandlerType.GET, "/api/v1/timelines", faces::timelines),
        new Route(HandlerType.GET, "/api/v1/sites", sites::list),
        new Route(HandlerType.GET, "/api/v1/trends", trends::series),
        new Route(HandlerType.GET, "/api/v1/moments", moments::list),
        new Route(HandlerType.GET, "/api/v1/moments/{id}/photo", moments::photo),
        new Route(HandlerType.GET, STREAM, stream::open),
        new Route(HandlerType.GET, "/api/v1/cameras/export.csv", exports.get("cameras")),
        new Route(HandlerType.GET, "/api/v1/faces/export.csv", exports.get("faces")),
        new Route(HandlerType.GET, "/api/v1/timelines/export.csv", exports.get("timelines")),
        new Route(HandlerType.GET, "/api/v1/trends/export.csv", exports.get("trends")),
        new Route(HandlerType.GET, "/api/v1/moments/export.csv", exports.get("moments")),
        new Route(HandlerType.GET, "/api/v1/health", request -> health(request, state)),
        new Route(HandlerType.GET, "/openapi.json", ApiServer::openApi));
  }

  /**
   * Starts the server.
   *
   * @param port to listen on; 0: any
   * @throws IllegalStateException when the address cannot be listened on
   */
  public static ApiServer start(AggregatorConfig config, int port, ApiParts parts) {
    String host = config.getString(AggregatorConfig.HTTP_HOST);
    freePort(host, port);
    HostGuard guard = new HostGuard(config);
    List<Route> routes = new ArrayList<>(routes(config, parts));
    routes.addAll(parts.internal());
    Javalin server = Javalin.create(javalin -> configure(javalin, guard, routes));
    try {
      return new ApiServer(server.start(host, port), parts);
    } catch (RuntimeException e) {
      server.stop();
      throw cannotListen(host, port, e);
    }
  }

  private static void configure(JavalinConfig javalin, HostGuard guard, List<Route> routes) {
    javalin.startup.showJavalinBanner = false;
    javalin.startup.showOldJavalinVersionWarning = false;
    javalin.http.maxRequestSize = MAX_BODY_BYTES;
    javalin.http.prefer405over404 = true;
    javalin.jetty.threadPool = new QueuedThreadPool(MAX_THREADS, 4);
    javalin.jetty.modifyServer(
        jetty -> jetty.setHandler(new RequestQueue(MAX_AT_ONCE, INTERNAL + "*", STREAM, FRAMES)));
    javalin.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    javalin.routes.before(
        request -> {
          securityHeaders(request);
          if (!request.path().startsWith(INTERNAL)) {
            guard.check(request);
          }
        });
    routes.forEach(r -> javalin.routes.addHttpHandler(r.method(), r.path(), r.handler()));
    new StaticPages().handlers().forEach(javalin.routes::get);
    javalin.routes.exception(Problem.class, once((e, request) -> answer(request, e)));
    javalin.routes.exception(NotReadyException.class, once((e, request) -> notReady(request, e)));
    javalin.routes.exception(
        HttpResponseException.class,
        once(
            (e, request) -> answer(request, Problem.of(e.getStatus(), "Refused", e.getMessage()))));
    javalin.routes.exception(Exception.class, once((e, request) -> failed(request, e)));
  }

  /**
   * A handler that is not called again with what it throws itself: Javalin would do so for ever
   * where nobody can be told anything, as of a request whose reader has gone.
   */
  private static <E extends Exception> ExceptionHandler<E> once(ExceptionHandler<E> handler) {
    return (e, request) -> {
      try {
        handler.handle(e, request);
      } catch (RuntimeException untold) {
        LOG.warn("nobody could be told of {}", e.toString(), untold);
      }
    };
  }

  private static void securityHeaders(Context request) {
    request
        .header("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store");
  }

  private static void answer(Context request, Problem problem) {
    request.status(problem.status()).json(problem.body()).contentType("application/problem+json");
  }

  private static void notReady(Context request, NotReadyException e) {
    request.header("Retry-After", "1");
    answer(request, Problem.of(503, "Not ready", e.getMessage() + "; try again in a second"));
  }

  private static void failed(Context request, Exception e) {
    LOG.error("{} {} failed", request.method(), request.path(), e);
    answer(request, Problem.of(500, "Internal error", "see the service's log"));
  }

  private static void health(Context request, StateReader all) {
    StateReader state = new Params(request).reading(all);
    request.json(
        Map.of(
            "status", "UP",
            "cameras", state.cameras().size(),
            "heardCameras", state.heardCameras().size()));
  }

  private static void openApi(Context request) {
    request
        .contentType("application/json")
        .result(StaticPages.open("io/moodline/aggregator/openapi.json"));
  }

  /**
   * A port that can be listened on: the one given, or any when that is 0. It says what is wrong
   * before the server does, which would log a stack trace for a plain mistake.
   *
   * @throws IllegalStateException when it cannot be listened on
   */
  public static int freePort(String host, int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return probe.getLocalPort();
    } catch (IOException e) {
      throw cannotListen(host, port, e);
    }
  }

  private static IllegalStateException cannotListen(String host, int port, Exception e) {
    return new IllegalStateException(
        "cannot listen on "
            + host
            + ":"
            + port
            + " ("
            + e.getMessage()
            + "): set "
            + AggregatorConfig.HTTP_HOST
            + " to an address of this machine and "
            + AggregatorConfig.HTTP_PORT
            + " to a free port, or to 0 for any",
        e);
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    parts.close();
    server.stop();
  }
}
