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
 * lost leaves a hole and one that was counted twice is seen twice. Not thread-safe.
 */
public final class ConservationAudit {

  /**
   * What became of the frames of one run of a camera's source.
   *
   * @param cameraId the camera
   * @param session when the run began, epoch milliseconds
   * @param captured frames captured
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
      long classified,
      long shed,
      long deadLettered,
      long missing,
      long duplicated) {

    /** True when the sum holds. */
    public boolean holds() {
      return missing == 0 && duplicated == 0 && captured == classified + shed + deadLettered;
    }
  }

  private record Session(String cameraId, long session) {}

  private static final class Count {
    private final BitSet seen = new BitSet();
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private long captured;
    private long duplicated;
  }

  private final Map<Session, Count> counts = new HashMap<>();

  /** Counts one outcome. */
  public void add(FrameOutcome outcome) {
    Count count = count(outcome.getCameraId(), outcome.getSession());
    int sequence = Math.toIntExact(outcome.getSequence());
    count.captured = Math.max(count.captured, outcome.getSequence() + 1);
    if (count.seen.get(sequence)) {
      count.duplicated++;
    } else {
      count.seen.set(sequence);
      count.outcomes.merge(outcome.getOutcome(), 1L, Long::sum);
    }
  }

  /** Takes note of how many frames ingest says it captured. */
  public void captured(String cameraId, long session, long captured) {
    if (session > 0) {
      Count count = count(cameraId, session);
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

  private Count count(String cameraId, long session) {
    return counts.computeIfAbsent(new Session(cameraId, session), key -> new Count());
  }

  private static Line line(Session session, Count count) {
    return new Line(
        session.cameraId(),
        session.session(),
        count.captured,
        count.outcomes.getOrDefault(Outcome.CLASSIFIED, 0L),
        count.outcomes.getOrDefault(Outcome.SHED, 0L),
        count.outcomes.getOrDefault(Outcome.DEAD_LETTERED, 0L),
        count.captured - count.seen.cardinality(),
        count.duplicated);
  }
}
