package io.moodline.detector;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens face finders of the kinds that the service has. Thread-safe. */
public final class FaceFinders {

  private final String standard;
  private final Map<String, Supplier<FaceFinder>> openers;

  /** Of one kind only. */
  public FaceFinders(String detector, Supplier<FaceFinder> opener) {
    this(detector, Map.of(detector, opener));
  }

  /**
   * @param standard the kind that is used where none is asked for
   * @param openers by kind, {@code haar} or {@code yunet}; each gives a new finder at each call,
   *     which whoever calls closes
   * @throws IllegalArgumentException when the standard kind is not among them
   */
  public FaceFinders(String standard, Map<String, Supplier<FaceFinder>> openers) {
    this.standard = standard;
    this.openers = Map.copyOf(openers);
    if (!this.openers.containsKey(standard)) {
      throw new IllegalArgumentException(
          "the standard detector is " + standard + ", but there are " + this.openers.keySet());
    }
  }

  /** The kind that is used where none is asked for. */
  public String detector() {
    return standard;
  }

  /** The kind that is asked for when the service has it, else the standard one. */
  public String choose(Optional<String> wanted) {
    return wanted.filter(openers::containsKey).orElse(standard);
  }

  /** A new face finder of the standard kind, which the caller closes. */
  public FaceFinder open() {
    return open(standard);
  }

  /**
   * A new face finder, which the caller closes.
   *
   * @param detector one that {@link #choose} gave
   */
  public FaceFinder open(String detector) {
    return openers.get(detector).get();
  }
}
