package io.moodline.aggregator.stores;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.moodline.aggregator.api.Problem;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Answers other instances from the partitions that this one holds; it asks nobody. Thread-safe.
 *
 * <p>The Host header must name this instance as the others know it: a page of elsewhere whose name
 * was made to resolve to this machine (DNS rebinding) names something else.
 */
public final class StoreEndpoint implements Handler {

  /** Where it is served. */
  public static final String PATH = StoreRequest.PATH + "{name}";

  /** What proxies add; instances ask each other without. */
  private static final List<String> FORWARDED =
      List.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP");

  private final HostInfo here;
  private final KafkaPartitions own;
  private final KafkaPartitions copies;
  private final InternalSecret secret;
  private final BooleanSupplier hasOthers;

  /**
   * @param hasOthers whether there is another instance that may ask
   */
  StoreEndpoint(
      HostInfo here,
      KafkaPartitions own,
      KafkaPartitions copies,
      InternalSecret secret,
      BooleanSupplier hasOthers) {
    this.here = here;
    this.own = own;
    this.copies = copies;
    this.secret = secret;
    this.hasOthers = hasOthers;
  }

  @Override
  public void handle(Context request) {
    if (!namesThisInstance(request.header("Host"))) {
      throw Problem.of(403, "Forbidden", "the Host header must name this instance");
    }
    String refusal = secret.refusal(asker(request), hasOthers);
    if (refusal != null) {
      throw Problem.of(403, "Forbidden", refusal);
    }
    String name = request.pathParam("name");
    StoreRef<?> store =
        StoreRefs.shared(name)
            .orElseThrow(() -> Problem.notFound("there is no store \"" + name + "\" to be read"));
    request.contentType("application/octet-stream").result(answer(store, request));
  }

  private static InternalSecret.Asker asker(Context request) {
    return new InternalSecret.Asker(
        request.header(InternalSecret.HEADER),
        request.req().getRemoteAddr(),
        FORWARDED.stream().anyMatch(name -> request.header(name) != null));
  }

  private <V> byte[] answer(StoreRef<V> store, Context request) {
    KeyRange range =
        new KeyRange(
            request.queryParam("from"),
            request.queryParam("to"),
            "true".equals(request.queryParam("reverse")),
            number(request, "limit", 1, StoreRequest.MAX_RECORDS));
    KafkaPartitions held = "true".equals(request.queryParam("copies")) ? copies : own;
    int partition = number(request, "partition", 0, Integer.MAX_VALUE);
    return held.page(store, partition, range);
  }

  private static int number(Context request, String name, int min, int max) {
    String text = request.queryParam(name);
    try {
      int number = Integer.parseInt(String.valueOf(text));
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw Problem.badParameter(name, text, "a whole number from " + min + " to " + max);
  }

  private boolean namesThisInstance(String host) {
    if (host == null) {
      return false;
    }
    String known = Hosts.text(here).toLowerCase(Locale.ROOT);
    String named = host.toLowerCase(Locale.ROOT);
    return named.equals(known) || (here.port() == 80 && (named + ":80").equals(known));
  }
}
