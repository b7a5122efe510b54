package io.moodline.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moodline.trainer.augment.AugmentationPlan;
import io.moodline.trainer.training.TrainingFaces.HeadLabels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BatchesTest {

  @Property(tries = 50)
  void anEpochGoesThroughEveryFaceOnce(
      @ForAll @IntRange(min = 2, max = 200) int faces, @ForAll @IntRange(max = 20) int epoch) {
    int[] order = new Batches(faces(faces), recipe(2, 0, 0)).order(epoch);

    assertThat(Arrays.stream(order).sorted().toArray())
        .isEqualTo(IntStream.range(0, faces).toArray());
  }

  @Test
  void epochsDifferAndRepeatThemselves() {
    Batches batches = new Batches(faces(64), recipe(8, 0, 0.2));
    Batch first = batches.make(1, batches.order(1), 3);

    assertThat(batches.order(2)).isNotEqualTo(batches.order(1));
    assertThat(new Batches(faces(64), recipe(8, 0, 0.2)).make(1, batches.order(1), 3).faces())
        .isEqualTo(first.faces());
    assertThat(batches.make(2, batches.order(1), 3).faces()).isNotEqualTo(first.faces());
  }

  @Test
  void wholeTargetsAreSmoothedAndSharedOnesAreNot() {
    Batches batches = new Batches(faces(3), recipe(3, 0.2, 0));

    Batch batch = batches.make(1, new int[] {0, 1, 2}, 0);

    assertThat(batches.steps()).isEqualTo(1);
    // Of two classes: a hard label or unanimous votes, shared votes, none.
    assertThat(batch.targets().get(0)).containsExactly(0.9f, 0.1f, 0.25f, 0.75f, 0, 0);
    assertThat(batch.weights().get(0)).containsExactly(1, 0.25f + 0.75f * 3, 0);
    assertThat(Arrays.copyOf(batch.faces(), 2)).containsExactly(0, 0);
    assertThat(batch.faces()[48 * 48]).isEqualTo(1);
  }

  @Test
  void mixingKeepsSharesAndLeavesTheUnlabelledOut() {
    Batch batch =
        new Batch(
            2,
            new float[] {10, 20},
            List.of(new float[] {1, 0, 0, 1}, new float[] {1, 0, 0, 0}),
            List.of(new float[] {1, 1}, new float[] {1, 0}));

    Batch mixed = Mixup.mix(batch, 0.5, new SplittableRandom(5));

    float share = mixed.targets().get(0)[0];
    assertThat(share).isBetween(0f, 1f);
    assertThat(mixed.faces()[0]).isCloseTo(share * 10 + (1 - share) * 20, within(1e-4f));
    assertThat(mixed.targets().get(0)[1]).isCloseTo(1 - share, within(1e-6f));
    // The second head knows one of the two: its label stays whole, at that one's weight.
    assertThat(mixed.targets().get(1)).containsExactly(1, 0, 1, 0);
    assertThat(mixed.weights().get(1)[0]).isCloseTo(share, within(1e-6f));
    assertThat(mixed.weights().get(1)[1]).isCloseTo(1 - share, within(1e-6f));
  }

  @Test
  void betaHasItsMeanAndSpread() {
    SplittableRandom random = new SplittableRandom(1);
    double sum = 0;
    double squares = 0;
    int draws = 20_000;
    for (int i = 0; i < draws; i++) {
      double x = Mixup.beta(0.2, random);
      sum += x;
      squares += x * x;
    }
    double mean = sum / draws;
    // Beta(a, a) has mean 1/2 and variance 1 / (4 (2a + 1)).
    assertThat(mean).isCloseTo(0.5, within(0.02));
    assertThat(squares / draws - mean * mean).isCloseTo(1 / (4 * 1.4), within(0.01));
  }

  @Test
  void tooFewFacesAreNamed() {
    assertThatThrownBy(() -> new Batches(faces(1), recipe(2, 0, 0)))
        .hasMessageContaining("there are 1 faces with a label to learn from");
  }

  /** Faces all of one gray, their number; the first three: one class alone, shared, no label. */
  private static TrainingFaces faces(int count) {
    List<byte[]> pixels = new ArrayList<>();
    List<float[]> targets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] face = new byte[48 * 48];
      Arrays.fill(face, (byte) i);
      pixels.add(face);
      targets.add(i % 3 == 2 ? null : i % 3 == 1 ? new float[] {0.25f, 0.75f} : new float[] {1, 0});
    }
    return new TrainingFaces(
        pixels, List.of(new HeadLabels(targets, new int[count], new float[] {1, 3})));
  }

  private static Recipe recipe(int batch, double smoothing, double mixup) {
    return new Recipe(
        1,
        batch,
        new OptimizerSettings(OptimizerSettings.Kind.MOMENTUM, 0.1, 0.9, 0),
        LearningRateSchedule.CONSTANT,
        LossKind.CROSS_ENTROPY,
        smoothing,
        0,
        mixup,
        0,
        0,
        0,
        AugmentationPlan.NONE,
        false,
        3);
  }
}
