package io.moodline.trainer.quality;

import io.moodline.trainer.dataset.LabelledFace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Pictures that show the same photograph, more or less: their mean-free pixels correlate above a
 * threshold. FER-2013 has many, across its parts too, which makes a network look better in the test
 * than it is.
 */
public final class NearDuplicates {

  /** What counts as a near-duplicate when nothing else is asked for: a correlation above this. */
  public static final double CORRELATION = 0.97;

  private NearDuplicates() {}

  /**
   * The faces that have a near-duplicate among others, in their own order. With {@code train} and
   * the faces of the other parts: what to leave out of the training.
   *
   * @param threshold the correlation that a near-duplicate is above; above 0 and below 1
   * @throws IllegalArgumentException when the threshold is not
   */
  public static List<LabelledFace> of(
      List<LabelledFace> faces, List<LabelledFace> others, double threshold) {
    requireThreshold(threshold);
    BitSet found = new BitSet(faces.size());
    new CorrelationSearch(pixels(faces, others)).forEach(threshold, marking(found, faces.size()));
    List<LabelledFace> duplicates = new ArrayList<>();
    found.stream().forEach(i -> duplicates.add(faces.get(i)));
    return duplicates;
  }

  /**
   * The names of test faces that have a near-duplicate among the training faces: a network that
   * learnt from those has seen the answer. Scores without them are scores on the clean part.
   */
  public static Set<String> leaked(List<LabelledFace> test, List<LabelledFace> train) {
    Set<String> names = new LinkedHashSet<>();
    of(test, train, CORRELATION).forEach(face -> names.add(face.name()));
    return names;
  }

  static void requireThreshold(double threshold) {
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException(
          "the correlation is " + threshold + ", but must be above 0 and below 1");
    }
  }

  private static List<byte[]> pixels(List<LabelledFace> faces, List<LabelledFace> others) {
    return Stream.concat(faces.stream(), others.stream()).map(LabelledFace::pixels).toList();
  }

  /** Marks pictures below {@code own} that go with one from there on. */
  private static CorrelationSearch.Visitor marking(BitSet found, int own) {
    return new CorrelationSearch.Visitor() {
      @Override
      public boolean skips(int first, int second) {
        return first >= own || second < own || found.get(first);
      }

      @Override
      public void found(int first, int second, double correlation) {
        found.set(first);
      }
    };
  }
}
