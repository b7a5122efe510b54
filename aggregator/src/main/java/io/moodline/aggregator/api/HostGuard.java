package io.moodline.aggregator.api;

import io.javalin.http.Context;
import io.moodline.aggregator.AggregatorConfig;
import io.moodline.aggregator.stores.Hosts;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses requests that name another host than this one: a page of elsewhere whose name was made to
 * resolve to this machine (DNS rebinding) is then no same origin. Such a page needs a name, so
 * addresses in numbers are let through when others than this machine can send requests.
 */
final class HostGuard {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern NUMBERS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

  private final boolean loopback;
  private final Set<String> names = new HashSet<>(LOOPBACK);

  HostGuard(AggregatorConfig config) {
    this.loopback = isLoopback(config.getString(AggregatorConfig.HTTP_HOST));
    config.httpHosts().forEach(this::allow);
    if (!loopback) {
      String advertised = config.getString(AggregatorConfig.HTTP_ADVERTISED);
      if (!advertised.isEmpty()) {
        allow(Hosts.parse(advertised).host());
      }
      allow(config.getString(AggregatorConfig.HTTP_HOST));
      allowThisMachine();
    }
  }

  private void allow(String name) {
    names.add(name.toLowerCase(Locale.ROOT));
  }

  private void allowThisMachine() {
    try {
      allow(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException e) {
      // Then it has no name.
    }
  }

  /** True when only this machine can reach that address. */
  static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  void check(Context request) {
    String name = nameOf(request.header("Host"));
    if (!names.contains(name) && (loopback || !NUMBERS.matcher(name).matches())) {
      throw Problem.of(
          403,
          "Forbidden",
          "the Host header must name "
              + (loopback
                  ? "localhost, 127.0.0.1 or [::1]"
                  : "an address in numbers, localhost or this machine")
              + ", any port, or one of "
              + AggregatorConfig.HTTP_HOSTS);
    }
  }

  private static String nameOf(String host) {
    return host == null ? "" : host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
  }
}
