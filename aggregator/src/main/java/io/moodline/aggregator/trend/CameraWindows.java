package io.moodline.aggregator.trend;

import static io.moodline.aggregator.trend.Windows.MINUTE;
import static io.moodline.aggregator.trend.Windows.TEN_SECONDS;

import io.moodline.aggregator.timeline.Sighting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The open windows of one camera. Ten-second windows fill from records; a minute fills from its
 * ten-second windows as they close, and closes after them. Mutable, not thread-safe.
 */
public final class CameraWindows {

  /**
   * A window.
   *
   * @param windowMs its length, milliseconds
   * @param startMs its begin, epoch milliseconds
   */
  public record Window(long windowMs, long startMs, TrendAccumulator sums) {
    /** Its end (exclusive), epoch milliseconds. */
    public long endMs() {
      return startMs + windowMs;
    }
  }

  private final TreeMap<Long, Window> tens = new TreeMap<>();
  private final TreeMap<Long, Window> minutes = new TreeMap<>();
  private final TreeSet<Long> touchedTens = new TreeSet<>();

  /** Puts back a window as it was written down. */
  public void restore(Window window) {
    of(window.windowMs()).put(window.startMs(), window);
  }

  /** True when the ten-second window that {@code atMs} falls into is open. */
  public boolean isOpen(long atMs) {
    return tens.containsKey(Windows.start(atMs, TEN_SECONDS));
  }

  /** Counts a frame in, opening its window when needed. */
  public void addFrame(long atMs, int faces) {
    ten(atMs).sums().addFrame(faces);
  }

  /**
   * Counts a face in, opening its window when needed. The time since the track's frame before is
   * split among the windows that it spans, as far as these are still open.
   */
  public void add(Sighting seen) {
    ten(seen.atMs()).sums().add(seen);
    long from = seen.watchedSinceMs();
    while (from < seen.atMs()) {
      long start = Windows.start(from, TEN_SECONDS);
      long to = Math.min(seen.atMs(), start + TEN_SECONDS);
      Window window = tens.get(start);
      if (window != null) {
        window.sums().addFaceTime(to - from);
        touchedTens.add(start);
      }
      from = to;
    }
  }

  /** Counts time in during which the camera was down, opening windows when needed. */
  public void addDownTime(long fromMs, long toMs) {
    long from = fromMs;
    while (from < toMs) {
      Window window = ten(from);
      long to = Math.min(toMs, window.endMs());
      window.sums().addDownTime(to - from);
      from = to;
    }
  }

  private Window ten(long atMs) {
    long start = Windows.start(atMs, TEN_SECONDS);
    touchedTens.add(start);
    return tens.computeIfAbsent(start, s -> new Window(TEN_SECONDS, s, new TrendAccumulator()));
  }

  /** The ten-second windows that changed since the last call and are open. */
  public List<Window> takeChanged() {
    List<Window> changed = touchedTens.stream().map(tens::get).filter(w -> w != null).toList();
    touchedTens.clear();
    return changed;
  }

  /**
   * Closes the windows whose end is not after {@code throughMs}, and returns them, oldest first and
   * each minute after its ten-second windows. Closed ten-second windows are merged into their
   * minute.
   *
   * @param throughMs capture time that the camera has passed, grace deducted
   */
  public List<Window> close(long throughMs) {
    List<Window> closed = new ArrayList<>();
    while (!tens.isEmpty() && tens.firstEntry().getValue().endMs() <= throughMs) {
      Window ten = tens.pollFirstEntry().getValue();
      closed.add(ten);
      minute(ten.startMs()).sums().merge(ten.sums());
    }
    while (!minutes.isEmpty() && minutes.firstEntry().getValue().endMs() <= throughMs) {
      closed.add(minutes.pollFirstEntry().getValue());
    }
    return closed;
  }

  /** Closes all. */
  public List<Window> closeAll() {
    return close(Long.MAX_VALUE);
  }

  private Window minute(long atMs) {
    long start = Windows.start(atMs, MINUTE);
    return minutes.computeIfAbsent(start, s -> new Window(MINUTE, s, new TrendAccumulator()));
  }

  /** The earliest end of an open window, epoch milliseconds; Long.MAX_VALUE when none is. */
  public long earliestEndMs() {
    long ten = tens.isEmpty() ? Long.MAX_VALUE : tens.firstEntry().getValue().endMs();
    long minute = minutes.isEmpty() ? Long.MAX_VALUE : minutes.firstEntry().getValue().endMs();
    return Math.min(ten, minute);
  }

  /** Counts a record as late in its open ten-second window. */
  public void addLate(long atMs) {
    ten(atMs).sums().addLate();
  }

  /** Counts a record as late in its minute, opening that when needed. */
  public void addLateToMinute(long atMs) {
    minute(atMs).sums().addLate();
  }

  /** The open minute that {@code atMs} falls into, or null. */
  public Window openMinute(long atMs) {
    return minutes.get(Windows.start(atMs, MINUTE));
  }

  /** All open minutes. */
  public Collection<Window> openMinutes() {
    return minutes.values();
  }

  private TreeMap<Long, Window> of(long windowMs) {
    return windowMs == TEN_SECONDS ? tens : minutes;
  }
}
