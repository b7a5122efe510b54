package io.moodline.aggregator.stores;

/**
 * Which records of a store.
 *
 * @param from the first key, or null: no bound
 * @param to the last key, included, or null: no bound
 * @param reverse true: from the last key to the first
 * @param limit at most so many records, from 1
 */
public record KeyRange(String from, String to, boolean reverse, int limit) {

  /** Every record. */
  public static final KeyRange ALL = of(null, null);

  public KeyRange {
    if (limit < 1) {
      throw new IllegalArgumentException("limit is " + limit + ", but must be 1 or more");
    }
  }

  /** All records from one key to another, both included; null: no bound. */
  public static KeyRange of(String from, String to) {
    return new KeyRange(from, to, false, Integer.MAX_VALUE);
  }

  /** The same records, the last key first. */
  public KeyRange reversed() {
    return new KeyRange(from, to, true, limit);
  }

  /** The first {@code most} of the same records. */
  public KeyRange atMost(int most) {
    return new KeyRange(from, to, reverse, most);
  }

  /** What is left when the records up to {@code key} were read; it begins with that key again. */
  KeyRange goingOnAt(String key) {
    return reverse ? new KeyRange(from, key, true, limit) : new KeyRange(key, to, false, limit);
  }

  /** True when no key lies in it. */
  boolean isEmpty() {
    return from != null && to != null && from.compareTo(to) > 0;
  }
}
