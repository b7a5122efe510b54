package io.moodline.detector;

import java.util.function.Supplier;

/**
 * Opens face finders of one kind. Thread-safe.
 *
 * @param detector which kind: {@code haar} or {@code yunet}
 * @param opener gives a new one at each call; whoever calls closes it
 */
public record FaceFinders(String detector, Supplier<FaceFinder> opener) {

  /** A new face finder, which the caller closes. */
  public FaceFinder open() {
    return opener.get();
  }
}
