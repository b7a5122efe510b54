package io.moodline.ingest.camera;

import java.time.Duration;

/**
 * How every camera is run.
 *
 * @param maxWidth wider pictures are scaled down to this, pixels
 * @param jpegQuality 1 to 100
 * @param maxInFlight most frames of a camera without a known outcome
 * @param queueCapacity most frames between the decoder and the sender
 * @param timeout how long opening and each read of a network source may take
 * @param stallTimeout how long no new picture may come before the decoder is replaced
 * @param firstBackoff first pause before a source is opened again
 * @param maxBackoff longest such pause
 */
public record RunnerSettings(
    int maxWidth,
    int jpegQuality,
    int maxInFlight,
    int queueCapacity,
    Duration timeout,
    Duration stallTimeout,
    Duration firstBackoff,
    Duration maxBackoff) {

  /** How long opening may take: FFmpeg tries twice, and looks at the stream's beginning. */
  Duration openTimeout() {
    return timeout.multipliedBy(2).plus(stallTimeout);
  }
}
