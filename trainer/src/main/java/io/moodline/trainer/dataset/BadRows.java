package io.moodline.trainer.dataset;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides what becomes of rows that cannot be used. */
@FunctionalInterface
public interface BadRows {

  /**
   * Takes note of a bad row, which is then left out.
   *
   * @throws DatasetException to stop reading instead
   */
  void found(BadRow row) throws DatasetException;

  /** Stops at the first bad row. */
  static BadRows refuse() {
    return row -> {
      throw new DatasetException(row.toString());
    };
  }

  /** Leaves bad rows out and remembers them. */
  static Skipped skip() {
    return new Skipped();
  }

  /**
   * The bad rows left out so far, each once: who reads a data set part by part reads its table each
   * time. Not thread-safe.
   */
  final class Skipped implements BadRows {
    private final Set<BadRow> rows = new LinkedHashSet<>();

    private Skipped() {}

    @Override
    public void found(BadRow row) {
      rows.add(row);
    }

    /** The rows left out, in the order they were met. */
    public List<BadRow> rows() {
      return List.copyOf(rows);
    }

    /** How many there are, and which was the first, for people; empty when there are none. */
    public Optional<String> text() {
      return rows.stream()
          .findFirst()
          .map(first -> rows.size() + " unusable rows or pictures left out, the first: " + first);
    }
  }
}
