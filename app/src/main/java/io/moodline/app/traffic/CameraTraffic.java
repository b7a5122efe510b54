package io.moodline.app.traffic;

import io.moodline.app.traffic.Tracks.Track;
import io.moodline.app.traffic.TrafficRecord.FrameEnd;
import io.moodline.app.traffic.TrafficRecord.Seen;
import io.moodline.app.traffic.TrafficRecord.Status;
import io.moodline.app.traffic.Visit.Showing;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * One camera's records in the order that they are written, made as they are asked for. Who comes
 * follows from the seed alone, whatever the frame rate. Not thread-safe.
 */
final class CameraTraffic implements Iterator<TrafficRecord> {

  /** Longer than any window and track stays open for, however the clock is held up. */
  private static final long LATE_BY_MS = 40_000;

  private static final int LATE_SPREAD_MS = 60_000;
  private static final int FRAMES_BEFORE_LATE = 3;

  private final TrafficPlan plan;
  private final TrafficCamera camera;
  private final FrameRecords records;
  private final Arrivals arrivals;
  private final VisitPlanner planner;
  private final Expressions expressions;
  private final Random mishaps;
  private final Tracks tracks;
  private final Deque<TrafficRecord> ready = new ArrayDeque<>();
  private final PriorityQueue<Seen> heldBack =
      new PriorityQueue<>(Comparator.comparingLong(Seen::writtenAtMs));

  private long nextMs;
  private long arrivalMs;
  private long sequence;
  private long reconnects;
  private Outage outage;
  private long stateSinceMs;
  private long saidMs = Long.MIN_VALUE;

  CameraTraffic(TrafficPlan plan, TrafficCamera camera) {
    this.plan = plan;
    this.camera = camera;
    this.records = new FrameRecords(camera, plan.fromMs());
    this.arrivals = new Arrivals(camera.site(), random(1), plan.fromMs(), plan.toMs());
    this.planner = new VisitPlanner(camera.site(), plan.mishaps().unfit(), random(2));
    this.expressions = new Expressions(plan.mishaps().flicker(), random(3));
    this.mishaps = random(4);
    this.tracks = new Tracks(camera.id());
    this.nextMs = frameAtOrAfter(plan.fromMs());
    this.arrivalMs = arrivals.next();
    this.stateSinceMs = nextMs;
  }

  /** Numbers of their own for each purpose, so that one can change without the others. */
  private Random random(int purpose) {
    long mixed = plan.seed() * 0x9e3779b97f4a7c15L + camera.id().hashCode();
    return new Random((mixed ^ (mixed >>> 29)) * 0xbf58476d1ce4e5b9L + purpose);
  }

  private long frameAtOrAfter(long ms) {
    long at = camera.rhythm().atOrAfter(ms);
    while (!camera.site().isOpen(at) && at < plan.toMs()) {
      at = camera.rhythm().atOrAfter(camera.site().nextOpen(at));
    }
    return at;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && nextMs < plan.toMs()) {
      moment(nextMs);
      nextMs = frameAtOrAfter(nextMs + 1);
    }
    return !ready.isEmpty();
  }

  @Override
  public TrafficRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void moment(long atMs) {
    while (!heldBack.isEmpty() && heldBack.peek().writtenAtMs() <= atMs) {
      ready.add(heldBack.remove());
    }
    say(atMs);
    if (outage == null) {
      frame(atMs);
    }
  }

  private void say(long atMs) {
    Outage now = camera.outageAt(atMs);
    boolean changes = !Objects.equals(now, outage);
    if (changes) {
      stateSinceMs = now == null ? outage.toMs() : now.fromMs();
      reconnects += now == null ? 1 : 0;
      outage = now;
    }
    boolean due = saidMs == Long.MIN_VALUE || atMs - saidMs >= plan.statusEveryMs();
    if (plan.statusEveryMs() > 0 && (changes || due)) {
      ready.add(new Status(records.status(atMs, now, stateSinceMs, sequence, reconnects), atMs));
      saidMs = atMs;
    }
  }

  private void frame(long atMs) {
    while (arrivalMs <= atMs) {
      tracks.comes(planner.plan(arrivalMs));
      arrivalMs = arrivals.next();
    }
    if (mishaps.nextDouble() < plan.mishaps().shed()) {
      ready.add(new FrameEnd(records.shed(sequence++, atMs), atMs));
      return;
    }
    int faces = 0;
    for (Track track : tracks.in(atMs)) {
      see(track, atMs);
      faces++;
    }
    ready.add(new FrameEnd(records.classified(sequence++, atMs, faces), atMs));
  }

  private void see(Track track, long atMs) {
    Showing showing = track.visit().at(atMs);
    long late = lateFor(atMs);
    boolean mayBeLate = mishaps.nextDouble() < plan.mishaps().late();
    boolean isLate = mayBeLate && track.seenBefore() && goesOn(atMs, late);
    Seen seen =
        new Seen(
            records.event(track.faceId(), sequence, atMs, track.visit(), expressions.of(showing)),
            isLate,
            isLate ? late : atMs);
    if (isLate) {
      heldBack.add(seen);
    } else {
      ready.add(seen);
    }
  }

  /** Some frames have come by then that are so much later that all which was open is closed. */
  private long lateFor(long atMs) {
    long first = camera.rhythm().atOrAfter(atMs + LATE_BY_MS);
    return first + FRAMES_BEFORE_LATE * camera.rhythm().frameMs() + mishaps.nextInt(LATE_SPREAD_MS);
  }

  /** True when frames come all the while and beyond, so that the camera's clock goes on. */
  private boolean goesOn(long fromMs, long untilMs) {
    long end = untilMs + LATE_BY_MS;
    return end < plan.toMs()
        && camera.site().isOpen(end)
        && camera.outages().stream().noneMatch(o -> o.fromMs() < end && o.toMs() > fromMs);
  }
}
