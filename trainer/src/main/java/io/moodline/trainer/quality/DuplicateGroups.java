package io.moodline.trainer.quality;

import io.moodline.trainer.dataset.LabelledFace;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Faces that go together: copies of one photograph, of all parts of a data set. */
public final class DuplicateGroups {

  private DuplicateGroups() {}

  /** Groups of two or more faces with the very same pixels, in the order of their first faces. */
  public static List<List<LabelledFace>> exact(List<LabelledFace> faces) {
    Map<ByteBuffer, List<LabelledFace>> byPixels = new LinkedHashMap<>();
    for (LabelledFace face : faces) {
      byPixels
          .computeIfAbsent(ByteBuffer.wrap(face.pixels()), pixels -> new ArrayList<>())
          .add(face);
    }
    return byPixels.values().stream().filter(group -> group.size() > 1).toList();
  }

  /**
   * Groups of two or more faces that are joined by near-duplicates, in the order of their first
   * faces: where a goes with b and b with c, all three are one group.
   *
   * @param threshold the correlation that a near-duplicate is above; above 0 and below 1
   * @throws IllegalArgumentException when the threshold is not
   */
  public static List<List<LabelledFace>> near(List<LabelledFace> faces, double threshold) {
    NearDuplicates.requireThreshold(threshold);
    Joined joined = new Joined(faces.size());
    new CorrelationSearch(faces.stream().map(LabelledFace::pixels).toList())
        .forEach(threshold, joined);
    Map<Integer, List<LabelledFace>> byRoot = new LinkedHashMap<>();
    for (int i = 0; i < faces.size(); i++) {
      byRoot.computeIfAbsent(joined.root(i), root -> new ArrayList<>()).add(faces.get(i));
    }
    return byRoot.values().stream().filter(group -> group.size() > 1).toList();
  }

  /** A forest in which faces that go together have one root. */
  private static final class Joined implements CorrelationSearch.Visitor {
    private final int[] parents;

    Joined(int size) {
      parents = new int[size];
      for (int i = 0; i < size; i++) {
        parents[i] = i;
      }
    }

    int root(int face) {
      int root = face;
      while (parents[root] != root) {
        parents[root] = parents[parents[root]];
        root = parents[root];
      }
      return root;
    }

    @Override
    public boolean skips(int first, int second) {
      return root(first) == root(second);
    }

    @Override
    public void found(int first, int second, double correlation) {
      parents[root(second)] = root(first);
    }
  }
}
