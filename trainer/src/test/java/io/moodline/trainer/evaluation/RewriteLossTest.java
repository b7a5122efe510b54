package io.moodline.trainer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RewriteLossTest {

  private static final float[] ZERO = {1, 0};
  private static final float[] ONE = {0, 1};

  @Test
  void countsWrongAnswersFaceByFace() {
    // Of 100 faces of class 0 10 were wrong before; 5 of them are right now, and 15 others wrong.
    float[][] before = answers(100, 0, 10);
    float[][] after = answers(100, 5, 25);

    RewriteLoss loss = RewriteLoss.of(before, after, new int[100]);

    assertThat(loss.wrong().before()).isCloseTo(0.1, within(1e-12));
    assertThat(loss.wrong().after()).isCloseTo(0.2, within(1e-12));
    // Differences: 15 of 1, 5 of -1, 80 of 0, mean 0.1: squares 20 - 100 x 0.01 = 19.
    assertThat(loss.wrong().error()).isCloseTo(Math.sqrt(19) / 100, within(1e-12));
    // 0.1 - 2 x 0.0436 = 0.013: that may be chance.
    assertThat(loss.wrong().exceeds(0.02)).isFalse();
    assertThat(loss.wrong().exceeds(0.01)).isTrue();
  }

  @Test
  void whatAnswersLikeBeforeIsNoRuin() {
    float[][] before = answers(1000, 0, 100);
    float[][] scaled =
        Arrays.stream(before)
            .map(face -> new float[] {3 * face[0], 3 * face[1]})
            .toArray(float[][]::new);

    RewriteLoss loss = RewriteLoss.of(before, scaled, new int[1000]);

    // Three times as sure: the temperature takes that away. 9 of 10 right: -0.9 ln 0.9 - 0.1 ln
    // 0.1.
    assertThat(loss.surprise().before()).isCloseTo(0.325083, within(1e-5));
    assertThat(loss.surprise().after()).isCloseTo(0.325083, within(1e-5));
    assertThat(loss.isRuin()).isFalse();
  }

  @Test
  void threeInAHundredMoreWrongIsRuin() {
    // 1000 faces, 100 wrong; then 30 more (error sqrt(30 - 0.9) / 1000 = 0.0054): not sure yet.
    assertThat(RewriteLoss.of(answers(1000, 0, 100), answers(1000, 0, 130), new int[1000]).wrong())
        .satisfies(change -> assertThat(change.exceeds(0.02)).isFalse());
    // 40 more: 0.04 - 2 x 0.0062 = 0.0276.
    RewriteLoss loss = RewriteLoss.of(answers(1000, 0, 100), answers(1000, 0, 140), new int[1000]);

    assertThat(loss.isRuin()).isTrue();
    assertThat(loss.text())
        .startsWith("accuracy 0.8600, before 0.9000 (may fall by 0.02); negative log-likelihood ");
  }

  @Test
  void noNumbersAreRuin() {
    float[][] after = answers(20, 0, 2);
    after[7] = new float[] {Float.NaN, 1};

    assertThat(RewriteLoss.of(answers(20, 0, 2), after, new int[20]).isRuin()).isTrue();
  }

  /** Right answers by chance and confidence that says nothing. */
  @Test
  void oneAnswerForAllIsRuinThoughAFewFacesSayLittle() {
    int[] truths = new int[40];
    Arrays.fill(truths, 20, 40, 1);
    float[][] before = new float[40][];
    float[][] after = new float[40][];
    for (int i = 0; i < 40; i++) {
      before[i] = i < 20 ? ZERO : ONE;
      after[i] = ZERO;
    }

    RewriteLoss loss = RewriteLoss.of(before, after, truths);

    // Wrong 0.5 of the time; error sqrt(20 x 0.5 x 0.5 + 20 x 0.5 x 0.5) / 40 = 0.079.
    assertThat(loss.wrong()).isEqualTo(new RewriteLoss.Change(0, 0.5, Math.sqrt(10) / 40));
    assertThat(loss.isRuin()).isTrue();
  }

  @Property(tries = 100)
  void theSameAnswersAreNeverRuin(
      @ForAll @Size(12) List<@FloatRange(min = -9, max = 9) Float> logits,
      @ForAll @Size(4) List<@IntRange(max = 2) Integer> truths) {
    float[][] faces = new float[4][3];
    for (int i = 0; i < 12; i++) {
      faces[i / 3][i % 3] = logits.get(i);
    }
    int[] classes = truths.stream().mapToInt(Integer::intValue).toArray();

    RewriteLoss loss = RewriteLoss.of(faces, faces, classes);

    assertThat(loss.isRuin()).isFalse();
    assertThat(loss.surprise().error()).isZero();
  }

  /** Faces of class 0: those from {@code first} up to {@code end} are answered wrongly. */
  private static float[][] answers(int faces, int first, int end) {
    float[][] answers = new float[faces][];
    for (int i = 0; i < faces; i++) {
      answers[i] = i >= first && i < end ? ONE : ZERO;
    }
    return answers;
  }
}
