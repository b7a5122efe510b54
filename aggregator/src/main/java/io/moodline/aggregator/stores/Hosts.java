package io.moodline.aggregator.stores;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.streams.state.HostInfo;

/** Addresses of instances as text. */
public final class Hosts {

  private static final Pattern ADDRESS =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[0-9A-Za-z._-]+):(\\d{1,5})");

  private Hosts() {}

  /**
   * Reads {@code host:port}; an IPv6 address stands in brackets.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static HostInfo parse(String address) {
    Matcher matcher = ADDRESS.matcher(address);
    int port = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "must be host:port with a port from 1 to 65535, such as 10.0.0.5:8080");
    }
    return new HostInfo(matcher.group(1).replaceAll("[\\[\\]]", ""), port);
  }

  /** {@code host:port}. */
  public static String text(HostInfo host) {
    return (host.host().contains(":") ? "[" + host.host() + "]" : host.host()) + ":" + host.port();
  }

  /** The address under which others reach what listens on {@code host}: never a wildcard. */
  public static HostInfo reachable(String host, int port) {
    try {
      boolean wildcard = InetAddress.getByName(host).isAnyLocalAddress();
      return new HostInfo(wildcard ? InetAddress.getLocalHost().getHostAddress() : host, port);
    } catch (UnknownHostException e) {
      return new HostInfo(host, port);
    }
  }
}
