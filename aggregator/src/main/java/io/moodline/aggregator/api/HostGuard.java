package io.moodline.aggregator.api;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses requests that name another host than this machine, when only this machine can send any: a
 * page of elsewhere whose name was made to resolve to loopback (DNS rebinding) is then no same
 * origin.
 */
final class HostGuard {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final boolean active;

  /**
   * @param listensOn the address that the server is bound to
   */
  HostGuard(String listensOn) {
    this.active = isLoopback(listensOn);
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
    if (active && !LOOPBACK.contains(nameOf(request.header("Host")))) {
      throw Problem.of(
          403, "Forbidden", "the Host header must name localhost, 127.0.0.1 or [::1], any port");
    }
  }

  private static String nameOf(String host) {
    return host == null ? "" : host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
  }
}
