package io.moodline.detector;

import java.util.HashMap;
import java.util.Map;

/** The face finders that one thread has open: one of each kind that its cameras ask for. */
final class OpenFinders implements AutoCloseable {

  private final FaceFinders finders;
  private final Map<String, FaceFinder> open = new HashMap<>();

  OpenFinders(FaceFinders finders) {
    this.finders = finders;
    of(finders.detector()); // What is wrong with it shows now, not at the first frame.
  }

  /**
   * The finder of a kind; it stays open.
   *
   * @param detector one that {@link FaceFinders#choose} gave
   */
  FaceFinder of(String detector) {
    return open.computeIfAbsent(detector, finders::open);
  }

  @Override
  public void close() {
    open.values().forEach(FaceFinder::close);
    open.clear();
  }
}
