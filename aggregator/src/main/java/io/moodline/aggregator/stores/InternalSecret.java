package io.moodline.aggregator.stores;

import io.moodline.aggregator.AggregatorConfig;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What aggregators show each other: stores hold more than the query API tells, such as photos whose
 * permission was withdrawn and windows of too few faces. Immutable.
 */
public final class InternalSecret {

  static final String HEADER = "X-Moodline-Secret";

  private final String secret;

  /**
   * @param secret the same on all; empty: only this machine is answered
   */
  public InternalSecret(String secret) {
    this.secret = secret;
  }

  /** What to show another; empty: nothing. */
  String shown() {
    return secret;
  }

  /**
   * Why a question is not answered, or null when it is.
   *
   * @param shown the header's value, or null
   * @param from the asker's address
   */
  String refusal(String shown, String from) {
    if (secret.isEmpty()) {
      return isLoopback(from)
          ? null
          : "without " + AggregatorConfig.INTERNAL_SECRET + " only the same machine is answered";
    }
    // Compared in a time that does not tell how much of it was right.
    boolean same = shown != null && MessageDigest.isEqual(bytes(secret), bytes(shown));
    return same ? null : AggregatorConfig.INTERNAL_SECRET + " must be the same on all aggregators";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
