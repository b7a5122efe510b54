package io.moodline.trainer.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactSheetTest {

  private static final int PITCH = ContactSheet.CELL + 2;

  @Test
  void columnsArePicturesAndRowsAreSteps() {
    GrayImage dark = plain(10);
    GrayImage light = plain(200);
    NamedStep same = new NamedStep("same", image -> image);
    NamedStep small = new NamedStep("small", image -> new GrayImage(1, 1, new byte[] {99}));

    BufferedImage sheet = ContactSheet.draw(List.of(dark, light), List.of(same, small));

    assertThat(sheet.getWidth()).isEqualTo(2 + 2 * PITCH);
    assertThat(gray(sheet, 2, 2)).isEqualTo(10);
    assertThat(gray(sheet, 2 + PITCH, 2)).isEqualTo(200);
    assertThat(gray(sheet, 2 + PITCH, 2 + PITCH)).isEqualTo(99);
    assertThat(gray(sheet, 0, 0)).isEqualTo(255);
  }

  @Test
  void aSheetOfNothingIsRefused() {
    assertThatThrownBy(() -> ContactSheet.draw(List.of(), PreviewSteps.all()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void stepsAreWhatTheySay() {
    byte[] halves = new byte[48 * 48];
    Arrays.fill(halves, 0, 24 * 48, (byte) 60);
    Arrays.fill(halves, 24 * 48, 48 * 48, (byte) 40);
    GrayImage picture = new GrayImage(48, 48, halves);
    List<GrayImage> shown =
        PreviewSteps.all().stream().map(step -> step.step().apply(picture)).toList();

    assertThat(shown.get(0)).isEqualTo(picture);
    // One deviation above and below the mean: 128 and 48 more or less.
    assertThat(shown.get(1).pixels()[0] & 0xff).isEqualTo(176);
    assertThat(shown.get(1).pixels()[47 * 48] & 0xff).isEqualTo(80);
    assertThat(shown.get(2).width()).isEqualTo(70);
    GrayImage laplacian = shown.get(3);
    assertThat(laplacian.pixels()[0]).isZero();
    assertThat(laplacian.pixels()[15 * 70 + 35] & 0xff).isEqualTo(128);
    // Only the edge between the halves shows.
    assertThat(laplacian.pixels()[34 * 70 + 35] & 0xff).isNotEqualTo(128);
  }

  @Test
  void aPlainPictureStaysPlain() {
    NamedStep standardised = PreviewSteps.all().get(1);

    assertThat(standardised.step().apply(plain(3)).pixels()).containsOnly((byte) 128);
  }

  private static GrayImage plain(int gray) {
    byte[] pixels = new byte[48 * 48];
    Arrays.fill(pixels, (byte) gray);
    return new GrayImage(48, 48, pixels);
  }

  private static int gray(BufferedImage sheet, int x, int y) {
    return sheet.getRaster().getSample(x, y, 0);
  }
}
