package io.moodline.trainer.facebasis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moodline.schemas.Emotion;
import io.moodline.trainer.dataset.FerPlusRow;
import io.moodline.trainer.dataset.Split;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FaceBasisBuilderTest {

  private static final int PIXELS = FaceMask.SIZE * FaceMask.SIZE;

  private static final FaceBasis BASIS = new FaceBasisBuilder(faces()).build();

  @Test
  void theHighestVotesThatLeaveEnoughFacesAreAskedFor() {
    List<FerPlusRow> rows =
        List.of(row(Emotion.FEAR, 9), row(Emotion.FEAR, 6), row(Emotion.FEAR, 2));

    assertThat(ClassSelection.of(Emotion.FEAR, rows, 1))
        .isEqualTo(new ClassSelection(Emotion.FEAR, 9, 1));
    assertThat(ClassSelection.of(Emotion.FEAR, rows, 2))
        .isEqualTo(new ClassSelection(Emotion.FEAR, 6, 2));
    assertThatThrownBy(() -> ClassSelection.of(Emotion.FEAR, rows, 4))
        .hasMessage("fewer than 4 faces have a vote for FEAR");
  }

  @Test
  void meansAreOfTheClassAndComponentsAreFreeOfIt() {
    for (Emotion emotion : Emotion.values()) {
      assertThat(BASIS.classMeans().get(emotion).faces()).isEqualTo(FaceBasisBuilder.MIN_FACES);
      assertThat(BASIS.classMeans().get(emotion).minVotes()).isEqualTo(8);
      // Faces of an emotion are bright in its own row, in both halves.
      int own = pixelOf(emotion);
      assertThat(BASIS.classMeans().get(emotion).face()[own]).isCloseTo(1, within(0.1f));
      float[] direction = BASIS.classMeans().get(emotion).face().clone();
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        direction[pixel] -= BASIS.mean()[pixel];
      }
      assertThat(BASIS.components())
          .allSatisfy(c -> assertThat(dot(c.direction(), direction)).isCloseTo(0, within(1e-4)));
    }
  }

  @Test
  void theWidestDifferenceIsTheFirstComponent() {
    FaceBasis.Component first = BASIS.components().get(0);

    // Every face is lighter or darker in row 30 by 2, alike on both sides: a direction with 48
    // equal
    // values of length 1, along which faces spread by 2 * sqrt(48).
    assertThat(first.symmetric()).isTrue();
    assertThat(Math.abs(first.direction()[30 * FaceMask.SIZE + 24]))
        .isCloseTo((float) Math.sqrt(1.0 / FaceMask.SIZE), within(0.04f));
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private static int pixelOf(Emotion emotion) {
    return (16 + emotion.ordinal()) * FaceMask.SIZE + 24;
  }

  private static List<AlignedFace> faces() {
    Random random = new Random(3);
    List<AlignedFace> faces = new ArrayList<>();
    for (Emotion emotion : Emotion.values()) {
      for (int i = 0; i < FaceBasisBuilder.MIN_FACES; i++) {
        faces.add(new AlignedFace(row(emotion, 8), face(emotion, i % 2 == 0 ? 2 : -2, random)));
      }
    }
    return faces;
  }

  private static float[] face(Emotion emotion, float difference, Random random) {
    float[] face = new float[PIXELS];
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      int row = pixel / FaceMask.SIZE;
      face[pixel] = (float) (0.2 * random.nextGaussian());
      face[pixel] += row == 16 + emotion.ordinal() ? 1 : 0;
      face[pixel] += row == 30 ? difference : 0;
    }
    return face;
  }

  private static FerPlusRow row(Emotion emotion, int votes) {
    List<Integer> all = new ArrayList<>(Collections.nCopies(10, 0));
    all.set(emotion.ordinal(), votes);
    return new FerPlusRow(2, Split.TRAIN, "a.png", all);
  }
}
