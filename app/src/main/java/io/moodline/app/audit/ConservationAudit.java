package io.moodline.app.audit;

import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Proves conservation: every captured frame has exactly one outcome, so that frames captured =
 * classified + shed + dead-lettered (+ those still on their way).
 *
 * <p>Frames of a session are numbered from 0 without gaps as they are captured, so a frame that was
 * lost leaves a hole and one that was counted twice is seen twice.
 *
 * <p>Outcomes are not kept for ever: of a session that began before the oldest that is held, older
 * frames are not judged. Outcomes come a little out of the frames' order, so neither are those that
 * came in the first minute of what is held, up to the newest frame among them: their neighbours may
 * have expired. Not thread-safe.
 */
public final class ConservationAudit {

  /** Since when outcomes are held, when none has expired. */
  public static final long ALL_HELD = Long.MIN_VALUE;

  /** Longer than frames that came one after another take to get their outcomes. */
  private static final long OUT_OF_ORDER_MS = 60_000;

  /**
   * What became of the frames of one run of a camera's source.
   *
   * @param cameraId the camera
   * @param session when the run began, epoch milliseconds
   * @param captured frames captured
   * @param older those of them that are too old to be judged
   * @param classified frames that went all the way
   * @param shed frames given up on purpose
   * @param deadLettered frames refused as bad input
   * @param missing frames without an outcome: lost, or still on their way
   * @param duplicated outcomes beyond the first of their frame
   */
  public record Line(
      String cameraId,
      long session,
      long captured,
      long older,
      long classified,
      long shed,
      long deadLettered,
      long missing,
      long duplicated) {

    /** True when the sum holds. */
    public boolean holds() {
      return missing == 0
          && duplicated == 0
          && captured == older + classified + shed + deadLettered;
    }
  }

  private record Session(String cameraId, long session) {}

  private static final class Count {
    private final boolean whole;
    private final BitSet seen = new BitSet();
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private boolean begun;
    private long beganMs;
    private long judgedFrom;
    private long captured;
    private long duplicated;

    Count(boolean whole) {
      this.whole = whole;
    }

    void add(FrameOutcome outcome, long writtenAtMs) {
      captured = Math.max(captured, outcome.getSequence() + 1);
      if (!whole) {
        skipFirst(outcome.getSequence(), writtenAtMs);
      }
      if (outcome.getSequence() < judgedFrom) {
        return;
      }
      int sequence = Math.toIntExact(outcome.getSequence());
      if (seen.get(sequence)) {
        duplicated++;
      } else {
        seen.set(sequence);
        outcomes.merge(outcome.getOutcome(), 1L, Long::sum);
      }
    }

    private void skipFirst(long sequence, long writtenAtMs) {
      if (!begun) {
        begun = true;
        beganMs = writtenAtMs;
      }
      if (writtenAtMs - beganMs < OUT_OF_ORDER_MS && sequence > judgedFrom) {
        judgedFrom = sequence;
        seen.clear();
        outcomes.clear();
        duplicated = 0;
      }
    }

    long older() {
      return whole || begun ? judgedFrom : captured;
    }

    long of(Outcome outcome) {
      return outcomes.getOrDefault(outcome, 0L);
    }
  }

  private final Map<Session, Count> counts = new HashMap<>();

  /**
   * Counts one outcome; to be called in the order in which they were written.
   *
   * @param writtenAtMs when it was written, epoch milliseconds
   * @param heldSinceMs every outcome of its camera that was written since then is added, too; epoch
   *     milliseconds, or {@link #ALL_HELD}
   */
  public void add(FrameOutcome outcome, long writtenAtMs, long heldSinceMs) {
    count(outcome.getCameraId(), outcome.getSession(), heldSinceMs).add(outcome, writtenAtMs);
  }

  /**
   * Takes note of how many frames ingest says it captured; to be called after all outcomes.
   *
   * @param heldSinceMs since when outcomes are held, should there be none of this session
   */
  public void captured(String cameraId, long session, long captured, long heldSinceMs) {
    if (session > 0) {
      Count count = count(cameraId, session, heldSinceMs);
      count.captured = Math.max(count.captured, captured);
    }
  }

  /** One line a camera and session, in their order. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    counts.forEach((session, count) -> lines.add(line(session, count)));
    lines.sort(Comparator.comparing(Line::cameraId).thenComparingLong(Line::session));
    return lines;
  }

  private Count count(String cameraId, long session, long heldSinceMs) {
    return counts.computeIfAbsent(
        new Session(cameraId, session), key -> new Count(session >= heldSinceMs));
  }

  private static Line line(Session session, Count count) {
    return new Line(
        session.cameraId(),
        session.session(),
        count.captured,
        count.older(),
        count.of(Outcome.CLASSIFIED),
        count.of(Outcome.SHED),
        count.of(Outcome.DEAD_LETTERED),
        count.captured - count.older() - count.seen.cardinality(),
        count.duplicated);
  }
}
