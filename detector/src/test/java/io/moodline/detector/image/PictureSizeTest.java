package io.moodline.detector.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.detector.Jpegs;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PictureSizeTest {

  @Test
  void isReadFromJpegAndPng() throws Exception {
    assertThat(PictureSize.of(Jpegs.plain(30, 20))).isEqualTo(new PictureSize(30, 20));
    assertThat(PictureSize.of(Jpegs.plain(7, 9, BufferedImage.TYPE_INT_RGB, "png")))
        .isEqualTo(new PictureSize(7, 9));
  }

  @Test
  void anythingElseIsRefused() throws Exception {
    byte[] png = Jpegs.plain(7, 9, BufferedImage.TYPE_INT_RGB, "png");
    assertThatThrownBy(() -> PictureSize.of(Arrays.copyOf(png, 20)))
        .hasMessage("neither a JPEG nor a PNG");
    assertThatThrownBy(() -> PictureSize.of(new byte[0])).hasMessageContaining("neither");
    Arrays.fill(png, 16, 20, (byte) 0);
    assertThatThrownBy(() -> PictureSize.of(png)).hasMessage("a PNG of 0 x 9 pixels");
    byte[] jpeg = Jpegs.plain(30, 20);
    assertThatThrownBy(() -> PictureSize.of(Arrays.copyOf(jpeg, jpeg.length / 2)))
        .hasMessageContaining("truncated");
  }
}
