package io.moodline.detector.evaluation;

import java.util.List;

/**
 * Pictures with their faces marked. Immutable.
 *
 * @param format how it was written down
 * @param pictures in the data set's order
 * @param faults what was wrong with pictures that were left out, each with file and line
 * @param leftOut how many pictures were left out for faults
 */
public record GroundTruth(
    TruthFormat format, List<TruthPicture> pictures, List<String> faults, int leftOut) {

  public GroundTruth {
    pictures = List.copyOf(pictures);
    faults = List.copyOf(faults);
  }

  /** How many faces must be found. */
  public int faces() {
    return (int)
        pictures.stream().flatMap(p -> p.faces().stream()).filter(f -> !f.ignored()).count();
  }

  /** How many faces need not be found. */
  public int ignored() {
    return (int)
        pictures.stream().flatMap(p -> p.faces().stream()).filter(TruthFace::ignored).count();
  }
}
