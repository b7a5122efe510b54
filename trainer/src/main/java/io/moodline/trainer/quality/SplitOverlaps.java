package io.moodline.trainer.quality;

import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.Split;
import java.util.ArrayList;
import java.util.List;

/** How many faces of one part of a data set have a near-duplicate in which part. */
public final class SplitOverlaps {

  /**
   * One count.
   *
   * @param of the part whose faces are counted
   * @param in the part that their near-duplicates are in, maybe the same
   * @param faces how many
   */
  public record Overlap(Split of, Split in, int faces) {}

  private SplitOverlaps() {}

  /**
   * A count for each two parts and for each part with itself, in the order of {@link Split}.
   *
   * @param threshold the correlation that a near-duplicate is above; above 0 and below 1
   * @throws IllegalArgumentException when the threshold is not
   */
  public static List<Overlap> count(List<LabelledFace> faces, double threshold) {
    NearDuplicates.requireThreshold(threshold);
    Seen seen = new Seen(faces);
    new CorrelationSearch(faces.stream().map(LabelledFace::pixels).toList())
        .forEach(threshold, seen);
    List<Overlap> overlaps = new ArrayList<>();
    for (Split of : Split.values()) {
      for (Split in : Split.values()) {
        overlaps.add(new Overlap(of, in, seen.count(of, in)));
      }
    }
    return overlaps;
  }

  /** For every face, the parts in which a near-duplicate of it was found. */
  private static final class Seen implements CorrelationSearch.Visitor {
    private final List<LabelledFace> faces;
    private final boolean[][] in;

    Seen(List<LabelledFace> faces) {
      this.faces = faces;
      this.in = new boolean[faces.size()][Split.values().length];
    }

    @Override
    public boolean skips(int first, int second) {
      return in[first][split(second)] && in[second][split(first)];
    }

    @Override
    public void found(int first, int second, double correlation) {
      in[first][split(second)] = true;
      in[second][split(first)] = true;
    }

    int count(Split of, Split other) {
      int count = 0;
      for (int i = 0; i < in.length; i++) {
        count += faces.get(i).split() == of && in[i][other.ordinal()] ? 1 : 0;
      }
      return count;
    }

    private int split(int face) {
      return faces.get(face).split().ordinal();
    }
  }
}
