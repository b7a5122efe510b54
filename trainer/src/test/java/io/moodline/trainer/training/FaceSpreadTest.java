package io.moodline.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.trainer.training.TrainingFaces.HeadLabels;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FaceSpreadTest {

  @Test
  void takesFromEachClassInTurnAndEvenlyWithinIt() {
    // Faces 0 to 5 of class 0, 6 of class 1, 7 to 10 of class 2.
    HeadLabels labels = labels(0, 0, 0, 0, 0, 0, 1, 2, 2, 2, 2);

    // Six of them: 1 of class 1, so 3 of class 0 (parts begin at 0, 2, 4) and 2 of class 2 (7, 9).
    assertThat(FaceSpread.pick(labels, 6)).containsExactly(0, 6, 7, 2, 9, 4);
  }

  @Test
  void facesWithoutAClassAreOneMore() {
    assertThat(FaceSpread.pick(labels(-1, 0, 0, 0, -1, -1), 2)).containsExactly(0, 1);
  }

  @Property
  void picksEachFaceAtMostOnceAndNoClassMuchMoreThanAnother(
      @ForAll @Size(max = 60) List<@IntRange(min = -1, max = 4) Integer> truths,
      @ForAll @IntRange(max = 80) int count) {
    int[] classes = truths.stream().mapToInt(Integer::intValue).toArray();

    List<Integer> picked = FaceSpread.pick(labels(classes), count);

    assertThat(picked).doesNotHaveDuplicates().hasSize(Math.min(count, classes.length));
    int[] of = new int[6];
    picked.forEach(face -> of[classes[face] + 1]++);
    int most = Arrays.stream(of).max().orElseThrow();
    IntStream.range(0, of.length)
        .filter(c -> of[c] < truths.stream().filter(truth -> truth == c - 1).count())
        .forEach(c -> assertThat(of[c]).as("class with faces left").isBetween(most - 1, most));
  }

  private static HeadLabels labels(int... truths) {
    return new HeadLabels(List.of(), truths, new float[] {1});
  }
}
