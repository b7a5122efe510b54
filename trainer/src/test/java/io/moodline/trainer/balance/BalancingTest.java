package io.moodline.trainer.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.moodline.trainer.dataset.LabelSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BalancingTest {

  private static final ClassPlan PLAN =
      ClassPlan.of(LabelSet.FERPLUS).only("happiness,sadness,fear");

  @Test
  void noneIsEveryFaceOnce() {
    assertThat(Balancing.NONE.positions(PLAN, targets(0, 2, 0), 1)).containsExactly(0, 1, 2);
  }

  @Test
  void overSamplingRepeatsTheFewAndKeepsTheMany() {
    // Three happy faces; the one sad and the one fearful face come three times each.
    assertThat(Balancing.OVER.positions(PLAN, targets(0, 1, 0, 2, 0), 1))
        .containsExactly(0, 1, 1, 1, 2, 3, 3, 3, 4);
  }

  @Test
  void underSamplingLeavesSomeOfTheManyOut() {
    assertThat(Balancing.UNDER.positions(PLAN, targets(0, 1, 2, 1, 1), 1))
        .hasSize(3)
        .contains(0, 2)
        .containsAnyOf(1, 3, 4);
  }

  @Test
  void aSharedFaceIsOfItsLargestShare() {
    List<float[]> targets =
        List.of(
            new float[] {0.4f, 0.6f, 0},
            new float[] {1, 0, 0},
            new float[] {0.2f, 0.3f, 0.5f},
            new float[] {0.5f, 0.5f, 0});

    assertThat(Balancing.OVER.positions(PLAN, targets, 1)).containsExactly(0, 0, 1, 2, 2, 3);
  }

  @Property
  void everyClassComesEquallyOftenAndItsFacesToo(
      @ForAll @Size(3) List<@IntRange(min = 1, max = 30) Integer> sizes, @ForAll long seed) {
    List<float[]> targets = new ArrayList<>();
    for (int label = 0; label < 3; label++) {
      for (int i = 0; i < sizes.get(label); i++) {
        targets.addAll(targets(label));
      }
    }
    for (Balancing balancing : List.of(Balancing.OVER, Balancing.UNDER)) {
      int each = balancing == Balancing.OVER ? Collections.max(sizes) : Collections.min(sizes);

      int[] positions = balancing.positions(PLAN, targets, seed);

      assertThat(balancing.positions(PLAN, targets, seed)).containsExactly(positions);
      assertThat(positions).hasSize(3 * each).isSorted();
      int first = 0;
      for (int size : sizes) {
        assertEvenly(
            Arrays.copyOfRange(times(positions, targets.size()), first, first + size), each);
        first += size;
      }
    }
  }

  @Test
  void anotherSeedDrawsOthers() {
    List<float[]> targets = new ArrayList<>(Collections.nCopies(100, targets(0).get(0)));
    targets.addAll(targets(1, 1, 1, 1, 1, 2, 2, 2, 2, 2));

    assertThat(Balancing.UNDER.positions(PLAN, targets, 1))
        .isNotEqualTo(Balancing.UNDER.positions(PLAN, targets, 2));
  }

  @Test
  void aClassWithoutFacesIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Balancing.OVER.positions(PLAN, targets(0, 1), 1))
        .withMessageStartingWith("class fear has no face");
  }

  @Test
  void isReadByName() {
    assertThat(Balancing.named("over")).isEqualTo(Balancing.OVER);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Balancing.named("Over"))
        .withMessage("balancing \"Over\" is unknown, but must be one of none, over, under");
  }

  private static void assertEvenly(int[] times, int sum) {
    assertThat(Arrays.stream(times).sum()).isEqualTo(sum);
    int most = Arrays.stream(times).max().orElseThrow();
    assertThat(Arrays.stream(times).min().orElseThrow()).isBetween(most - 1, most);
  }

  private static int[] times(int[] positions, int faces) {
    int[] times = new int[faces];
    for (int position : positions) {
      times[position]++;
    }
    return times;
  }

  private static List<float[]> targets(int... labels) {
    List<float[]> targets = new ArrayList<>();
    for (int label : labels) {
      float[] target = new float[3];
      target[label] = 1;
      targets.add(target);
    }
    return targets;
  }
}
