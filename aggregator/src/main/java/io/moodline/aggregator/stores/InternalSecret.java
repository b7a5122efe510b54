package io.moodline.aggregator.stores;

import io.moodline.aggregator.AggregatorConfig;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.BooleanSupplier;

/**
 * What aggregators show each other: stores hold more than the query API tells, such as photos whose
 * permission was withdrawn and windows of too few faces. Immutable.
 */
public final class InternalSecret {

  static final String HEADER = "X-Moodline-Secret";

  private final String secret;

  /**
   * Who asks.
   *
   * @param shown the header's value, or null
   * @param address from which it was asked
   * @param forwarded whether a proxy says that it asks for somebody else
   */
  record Asker(String shown, String address, boolean forwarded) {}

  /**
   * @param secret the same on all; empty: only another instance on this machine is answered
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
   * @param hasOthers whether there is another instance that may ask
   */
  String refusal(Asker asker, BooleanSupplier hasOthers) {
    if (secret.isEmpty()) {
      // A proxy on this machine asks from here, too, for whomever it lets through.
      boolean another =
          isLoopback(asker.address()) && !asker.forwarded() && hasOthers.getAsBoolean();
      return another
          ? null
          : "without "
              + AggregatorConfig.INTERNAL_SECRET
              + " only another aggregator on the same machine is answered";
    }
    // Compared in a time that does not tell how much of it was right.
    boolean same =
        asker.shown() != null && MessageDigest.isEqual(bytes(secret), bytes(asker.shown()));
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
