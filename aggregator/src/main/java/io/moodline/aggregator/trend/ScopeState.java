package io.moodline.aggregator.trend;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a scope (a camera, a site, everything) must remember besides its windows: which hours and
 * days still grow and how far the cameras in them have come, and what bears on how long windows are
 * kept. Mutable, not thread-safe.
 */
public final class ScopeState {

  /**
   * How far a camera has come.
   *
   * @param throughMs its clock, grace deducted, epoch milliseconds
   * @param heardMs when it said so by the wall clock, epoch milliseconds
   */
  private record Mark(long throughMs, long heardMs) {

    /** While nothing is heard of a camera, its time goes on with the wall clock. */
    boolean hasPassed(long endMs, long nowMs, long patienceMs) {
      return throughMs >= endMs || throughMs + (nowMs - heardMs) - patienceMs >= endMs;
    }
  }

  /** An hour or a day that grows. */
  public record Window(Step step, Span span) {}

  /** The version that {@link #writeTo} writes. */
  public static final int VERSION = 3;

  private final Map<Window, TreeMap<String, Mark>> growing = new TreeMap<>(ScopeState::compare);
  private final EnumMap<Step, Long> oldMs = new EnumMap<>(Step.class);
  private long downThroughMs;
  private long downGivenMs;
  private final MinuteSites sites = new MinuteSites();

  private static int compare(Window a, Window b) {
    int steps = a.step().compareTo(b.step());
    return steps != 0 ? steps : Long.compare(a.span().startMs(), b.span().startMs());
  }

  /**
   * A camera has come to a time of its own.
   *
   * @param throughMs its clock, grace deducted; one before a window says nothing of that window
   * @param nowMs wall clock
   */
  public void cameTo(String camera, long throughMs, long nowMs) {
    growing.forEach(
        (window, cameras) -> {
          if (cameras.containsKey(camera) && throughMs >= window.span().startMs()) {
            cameras.put(camera, new Mark(throughMs, nowMs));
          }
        });
  }

  /**
   * A camera is heard of, and has come to a time of its own at least: while it is, its time does
   * not go on with the wall clock.
   *
   * @param throughMs as in {@link #cameTo}; one that lies before what it has said already only says
   *     that it is heard of
   * @param nowMs wall clock
   */
  public void heardOf(String camera, long throughMs, long nowMs) {
    growing.forEach(
        (window, cameras) -> {
          Mark mark = cameras.get(camera);
          if (mark != null && throughMs >= window.span().startMs()) {
            cameras.put(camera, new Mark(Math.max(mark.throughMs(), throughMs), nowMs));
          }
        });
  }

  /**
   * A camera contributes to a window, which grows from now on.
   *
   * @return true when it did not before
   */
  public boolean contributes(Window window, String camera, long throughMs, long nowMs) {
    return growing
            .computeIfAbsent(window, w -> new TreeMap<>())
            .putIfAbsent(camera, new Mark(throughMs, nowMs))
        == null;
  }

  /** How many cameras contribute to a growing window. */
  public int contributors(Window window) {
    return growing.getOrDefault(window, new TreeMap<>()).size();
  }

  /** Begin of the earliest window of a length that grows, epoch ms; Long.MAX_VALUE: none does. */
  public long growingSinceMs(Step step) {
    return growing.keySet().stream()
        .filter(window -> window.step() == step)
        .mapToLong(window -> window.span().startMs())
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /**
   * Removes and returns the windows that all their cameras have passed.
   *
   * @param nowMs wall clock
   * @param patienceMs for how long a camera may be silent before its time goes on by itself
   */
  public List<Window> takeOver(long nowMs, long patienceMs) {
    List<Window> over = new ArrayList<>();
    growing.forEach(
        (window, cameras) -> {
          long end = window.span().endMs();
          if (cameras.values().stream().allMatch(m -> m.hasPassed(end, nowMs, patienceMs))) {
            over.add(window);
          }
        });
    over.forEach(growing::remove);
    return over;
  }

  /** When something last came that was older than its step is kept, by the wall clock; or 0. */
  public long oldMs(Step step) {
    return oldMs.getOrDefault(step, 0L);
  }

  /** Takes note of {@link #oldMs}. */
  public void cameOld(Step step, long nowMs) {
    oldMs.put(step, nowMs);
  }

  /** Of a camera that is down: up to when that has been counted, epoch milliseconds; else 0. */
  public long downThroughMs() {
    return downThroughMs;
  }

  /** Up to when down time was ever counted, epoch milliseconds; 0: never. */
  public long downGivenMs() {
    return downGivenMs;
  }

  /** A camera is down, and that has been counted up to {@code ms}. */
  public void downThrough(long ms) {
    downThroughMs = ms;
    downGivenMs = Math.max(downGivenMs, ms);
  }

  /** A camera is not down any more; what was has been counted up to {@code ms}. */
  public void upAgain(long ms) {
    downThroughMs = 0;
    downGivenMs = Math.max(downGivenMs, ms);
  }

  /** Of a camera: where its minutes were begun. */
  public MinuteSites sites() {
    return sites;
  }

  /** Writes this down; {@link #readFrom} reads it. */
  public void writeTo(DataOutput out) throws IOException {
    out.writeLong(downThroughMs);
    out.writeLong(downGivenMs);
    sites.writeTo(out);
    for (Step step : Step.values()) {
      out.writeLong(oldMs(step));
    }
    out.writeInt(growing.size());
    for (Map.Entry<Window, TreeMap<String, Mark>> entry : growing.entrySet()) {
      Window window = entry.getKey();
      out.writeLong(window.step().ms());
      out.writeLong(window.span().startMs());
      out.writeLong(window.span().endMs());
      out.writeInt(entry.getValue().size());
      for (Map.Entry<String, Mark> camera : entry.getValue().entrySet()) {
        out.writeUTF(camera.getKey());
        out.writeLong(camera.getValue().throughMs());
        out.writeLong(camera.getValue().heardMs());
      }
    }
  }

  /**
   * Reads what {@link #writeTo} wrote.
   *
   * @param version of which it is; the first did not tell what was counted from what is down, the
   *     first two had no sites
   */
  public static ScopeState readFrom(DataInput in, int version) throws IOException {
    ScopeState state = new ScopeState();
    state.downThroughMs = in.readLong();
    state.downGivenMs = version == 1 ? state.downThroughMs : in.readLong();
    if (version >= 3) {
      state.sites.readFrom(in);
    }
    for (Step step : Step.values()) {
      state.oldMs.put(step, in.readLong());
    }
    int windows = in.readInt();
    for (int i = 0; i < windows; i++) {
      Step step = Step.ofMs(in.readLong());
      Window window = new Window(step, new Span(in.readLong(), in.readLong()));
      TreeMap<String, Mark> cameras = new TreeMap<>();
      int size = in.readInt();
      for (int j = 0; j < size; j++) {
        cameras.put(in.readUTF(), new Mark(in.readLong(), in.readLong()));
      }
      state.growing.put(window, cameras);
    }
    return state;
  }
}
