package io.moodline.trainer.training;

import io.moodline.trainer.training.TrainingFaces.HeadLabels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Picks some faces of many, from each class as many, as far as there are: class folders and tables
 * may come class by class, so that the first faces would all be of one.
 */
public final class FaceSpread {

  private FaceSpread() {}

  /**
   * The numbers of the faces picked: from each class in turn, and within a class evenly from first
   * to last. Faces without a class for this head are one class more.
   *
   * @param labels by whose classes to pick
   * @param count how many, 0 or more; fewer when there are fewer
   */
  public static List<Integer> pick(HeadLabels labels, int count) {
    TreeMap<Integer, List<Integer>> members = new TreeMap<>();
    for (int face = 0; face < labels.truths().length; face++) {
      members.computeIfAbsent(labels.truths()[face], truth -> new ArrayList<>()).add(face);
    }
    return inTurn(members.values(), count);
  }

  private static List<Integer> inTurn(Collection<List<Integer>> classes, int count) {
    int all = classes.stream().mapToInt(List::size).sum();
    int[] shares = shares(classes.stream().mapToInt(List::size).toArray(), Math.min(count, all));
    List<Integer> picked = new ArrayList<>();
    for (int turn = 0; picked.size() < Math.min(count, all); turn++) {
      int number = 0;
      for (List<Integer> members : classes) {
        int share = shares[number++];
        if (turn < share) {
          // Evenly: the turn-th of as many parts of the class as are picked from it.
          picked.add(members.get((int) ((long) turn * members.size() / share)));
        }
      }
    }
    return picked;
  }

  /** How many to pick from each class: one more from each in turn, until they are enough. */
  private static int[] shares(int[] sizes, int count) {
    int[] shares = new int[sizes.length];
    int left = count;
    while (left > 0) {
      for (int c = 0; c < sizes.length && left > 0; c++) {
        if (shares[c] < sizes[c]) {
          shares[c]++;
          left--;
        }
      }
    }
    return shares;
  }
}
