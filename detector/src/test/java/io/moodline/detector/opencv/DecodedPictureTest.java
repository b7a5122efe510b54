package io.moodline.detector.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.detector.Jpegs;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class DecodedPictureTest {

  @Test
  void pixelsOfAPngAreBlueGreenRedRowByRow() throws Exception {
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    image.setRGB(2, 1, 0x102030);
    try (DecodedPicture picture = DecodedPicture.decode(png(image), 6)) {
      assertThat(picture.width()).isEqualTo(3);
      assertThat(picture.height()).isEqualTo(2);
      byte[] last = new byte[3];
      picture.bgr().get(3 * 5, last);
      assertThat(last).containsExactly(0x30, 0x20, 0x10);
      assertThat(picture.bgr().isDirect()).isTrue();
    }
  }

  @Test
  void aJpegIsDecodedAsTheServiceDoes() throws Exception {
    try (DecodedPicture picture = DecodedPicture.decode(Jpegs.plain(40, 30), 1200)) {
      assertThat(picture.bgr().capacity()).isEqualTo(40 * 30 * 3);
    }
    assertThatThrownBy(() -> DecodedPicture.decode(Jpegs.plain(40, 30), 1199))
        .hasMessageContaining("40 x 30");
  }

  @Test
  void tooLargeAndDamagedPngsAreRefused() throws Exception {
    byte[] png = png(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB));
    assertThatThrownBy(() -> DecodedPicture.decode(png, 1199))
        .hasMessageContaining("40 x 30")
        .hasMessageContaining("detector.max.pixels");
    assertThatThrownBy(() -> DecodedPicture.decode(Arrays.copyOf(png, 30), 1200))
        .hasMessageContaining("damaged PNG");
    assertThatThrownBy(() -> DecodedPicture.decode(new byte[100], 1200))
        .hasMessageContaining("not a JPEG");
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }
}
