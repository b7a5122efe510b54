package io.moodline.aggregator.state;

import io.moodline.schemas.FrameOutcome;

/**
 * What became of the frames of one camera and session. Immutable.
 *
 * @param captured frames captured as far as is known: the highest sequence seen, plus one
 */
public record LedgerEntry(long captured, long classified, long shed, long deadLettered) {

  /** No frame yet. */
  public static final LedgerEntry NONE = new LedgerEntry(0, 0, 0, 0);

  /** With one more outcome. */
  public LedgerEntry plus(FrameOutcome outcome) {
    long seen = Math.max(captured, outcome.getSequence() + 1);
    return switch (outcome.getOutcome()) {
      case CLASSIFIED -> new LedgerEntry(seen, classified + 1, shed, deadLettered);
      case SHED -> new LedgerEntry(seen, classified, shed + 1, deadLettered);
      case DEAD_LETTERED -> new LedgerEntry(seen, classified, shed, deadLettered + 1);
    };
  }

  /** Both together. */
  public LedgerEntry plus(LedgerEntry other) {
    return new LedgerEntry(
        captured + other.captured,
        classified + other.classified,
        shed + other.shed,
        deadLettered + other.deadLettered);
  }

  /** Frames whose outcome is known. */
  public long finished() {
    return classified + shed + deadLettered;
  }
}
