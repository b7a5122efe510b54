package io.moodline.app.evaluate.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.detector.geometry.Box;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.Split;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FramesTest {

  private static final int LEVEL = 200;

  @Test
  void everyFaceIsShownOnce() {
    Frames frames = new Frames(Collections.nCopies(31, even()), 60, 160);
    assertThat(frames.count()).isEqualTo(3);
    assertThat(frames.frame(0).placements())
        .extracting(Placement::face)
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
    assertThat(frames.frame(2).placements()).extracting(Placement::face).containsExactly(30);
  }

  @Test
  void framesAreTheSameEachTime() {
    Frames frames = new Frames(Collections.nCopies(15, even()), 60, 160);
    assertThat(frames.frame(0).jpeg()).isEqualTo(frames.frame(0).jpeg());
    assertThat(frames.frame(0).placements()).isEqualTo(frames.frame(0).placements());
  }

  @Test
  void facesLieWithinTheFrameAndDoNotTouch() {
    List<Placement> places =
        new Frames(Collections.nCopies(15, even()), 16, 160).frame(0).placements();
    for (Placement place : places) {
      assertThat(place.side()).isBetween(16.0, 160.0);
      assertThat(place.left()).isBetween(0.0, Frames.WIDTH - place.side());
      assertThat(place.top()).isBetween(0.0, Frames.HEIGHT - place.side());
      for (Placement other : places) {
        boolean apart =
            place.left() + place.side() <= other.left()
                || other.left() + other.side() <= place.left()
                || place.top() + place.side() <= other.top()
                || other.top() + other.side() <= place.top();
        assertThat(apart || place.equals(other)).isTrue();
      }
    }
  }

  @Test
  void thePictureItselfIsShownAsItIs() {
    Frames.Frame frame = new Frames(List.of(even()), 100, 100).frame(0);
    Placement place = frame.placements().get(0);
    int gray = LEVEL << 16 | LEVEL << 8 | LEVEL;
    for (int share = 5; share <= 95; share += 10) {
      assertThat(rgb(frame.image(), place, share / 100.0, share / 100.0)).isEqualTo(gray);
      assertThat(rgb(frame.image(), place, share / 100.0, 0.5)).isEqualTo(gray);
    }
    BufferedImage empty = new Frames(List.of(), 100, 100).frame(0).image();
    // A quarter of the side beyond the border nothing of the face is left.
    assertThat(rgb(frame.image(), place, -0.26, 0.5)).isEqualTo(rgb(empty, place, -0.26, 0.5));
  }

  @Test
  void aFoundBoxBelongsToTheFaceThatItCovers() {
    Placement place = new Placement(0, 100, 200, 80);
    assertThat(place.isFoundBy(new Box(105, 205, 175, 275))).isTrue();
    // Its centre is half a side off.
    assertThat(place.isFoundBy(new Box(140, 200, 220, 280))).isFalse();
    assertThat(place.isFoundBy(new Box(130, 230, 150, 250))).isFalse();
    assertThat(place.isFoundBy(new Box(40, 140, 240, 340))).isFalse();
  }

  @Test
  void sizesOutOfRangeAreRefused() {
    assertThatThrownBy(() -> plan(10, 100))
        .hasMessage("faces are 10 to 100 pixels, but must be within 16 to 160");
    assertThatThrownBy(() -> plan(100, 90)).hasMessageContaining("100 to 90");
    assertThatThrownBy(() -> plan(100, 161)).hasMessageContaining("100 to 161");
  }

  private static PipelinePlan plan(int smallest, int largest) {
    return new PipelinePlan(
        List.of("haar"), "none", Optional.empty(), Optional.empty(), smallest, largest);
  }

  private static int rgb(BufferedImage image, Placement place, double u, double v) {
    return image.getRGB(
            (int) (place.left() + u * place.side()), (int) (place.top() + v * place.side()))
        & 0xFFFFFF;
  }

  private static LabelledFace even() {
    byte[] pixels = new byte[48 * 48];
    Arrays.fill(pixels, (byte) LEVEL);
    return new LabelledFace("even", Split.TEST, pixels, Optional.empty(), Optional.empty());
  }
}
