package io.moodline.trainer.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which faces are learnt from in an epoch, so that classes are equally frequent. */
public enum Balancing {
  /** Every face once. */
  NONE,
  /** As many of every class as the largest has: faces of smaller classes come several times. */
  OVER,
  /** As many of every class as the smallest has: faces of larger classes are left out by lot. */
  UNDER;

  /** The name in a command. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The balancing of this name.
   *
   * @throws IllegalArgumentException when there is none; the message says which there are
   */
  public static Balancing named(String word) {
    return Arrays.stream(values())
        .filter(balancing -> balancing.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "balancing \""
                        + word
                        + "\" is unknown, but must be one of "
                        + Arrays.stream(values())
                            .map(Balancing::word)
                            .collect(Collectors.joining(", "))));
  }

  /**
   * Positions of the faces to learn from, in ascending order. A face counts to the class of its
   * largest share. Of every class each face comes as often as every other, give or take one.
   *
   * @param targets the faces' targets by {@link ClassPlan#target}
   * @param seed decides which faces come once more or not at all; the same seed gives the same
   *     positions, another epoch may take another seed
   * @throws IllegalArgumentException when a class has no face; the message names it
   */
  public int[] positions(ClassPlan plan, List<float[]> targets, long seed) {
    if (this == NONE) {
      return IntStream.range(0, targets.size()).toArray();
    }
    List<List<Integer>> byClass = byClass(plan, targets);
    IntStream sizes = byClass.stream().mapToInt(List::size);
    int wanted = (this == OVER ? sizes.max() : sizes.min()).orElse(0);
    Random random = new Random(seed);
    return byClass.stream()
        .flatMapToInt(members -> drawn(members, wanted, random))
        .sorted()
        .toArray();
  }

  /** Whole rounds of all members, then some of them by lot. */
  private static IntStream drawn(List<Integer> members, int wanted, Random random) {
    List<Integer> shuffled = new ArrayList<>(members);
    Collections.shuffle(shuffled, random);
    return IntStream.range(0, wanted).map(i -> shuffled.get(i % shuffled.size()));
  }

  private static List<List<Integer>> byClass(ClassPlan plan, List<float[]> targets) {
    int classes = plan.classes().size();
    List<List<Integer>> byClass = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      byClass.add(new ArrayList<>());
    }
    for (int position = 0; position < targets.size(); position++) {
      Shares.requireSize(targets.get(position), classes);
      byClass.get(Shares.largest(targets.get(position))).add(position);
    }
    for (int i = 0; i < classes; i++) {
      if (byClass.get(i).isEmpty()) {
        throw new IllegalArgumentException(
            "class "
                + plan.classes().get(i).name()
                + " has no face, so that classes cannot be balanced: exclude the class");
      }
    }
    return byClass;
  }
}
