package io.moodline.aggregator.webhook;

import io.moodline.schemas.MomentKind;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Where moments are sent, and how.
 *
 * @param urls receivers; http or https
 * @param secret with which deliveries are signed; not empty when there are receivers
 * @param kinds what is sent; empty: every kind
 * @param timeout how long a receiver may take to answer
 * @param attempts how often a delivery is tried at most, from 1
 * @param backoff the wait between them
 */
public record WebhookSettings(
    List<URI> urls,
    byte[] secret,
    Set<MomentKind> kinds,
    Duration timeout,
    int attempts,
    Backoff backoff) {

  /** True when moments of this kind are sent. */
  boolean sends(MomentKind kind) {
    return kinds.isEmpty() || kinds.contains(kind);
  }
}
