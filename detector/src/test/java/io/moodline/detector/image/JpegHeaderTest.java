package io.moodline.detector.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.detector.Jpegs;
import io.moodline.detector.UndecodableImageException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JpegHeaderTest {

  private static byte[] jpeg(int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, random.nextInt());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return out.toByteArray();
  }

  @Test
  void readsTheSize() throws Exception {
    assertThat(JpegHeader.read(jpeg(31, 17))).isEqualTo(new JpegHeader(31, 17));
  }

  @Test
  void bytesAfterTheEndDoNoHarm() throws Exception {
    byte[] jpeg = jpeg(8, 8);

    assertThat(JpegHeader.read(Arrays.copyOf(jpeg, jpeg.length + 9)).width()).isEqualTo(8);
  }

  @Test
  void refusesEveryTruncation() throws Exception {
    byte[] jpeg = jpeg(40, 30);

    for (int length = 0; length < jpeg.length; length++) {
      byte[] cut = Arrays.copyOf(jpeg, length);
      assertThatThrownBy(() -> JpegHeader.read(cut))
          .as("%d of %d bytes", length, jpeg.length)
          .isInstanceOf(UndecodableImageException.class);
    }
  }

  @Test
  void aSizeThatItsBytesCannotHoldIsRefused() throws Exception {
    // 16 x 16 pixels of noise, said to be 6000 x 6000: 562,500 blocks, of a bit each at the least.
    byte[] lying = Jpegs.withSize(jpeg(16, 16), 6000, 6000);

    assertThatThrownBy(() -> JpegHeader.read(lying))
        .isInstanceOf(UndecodableImageException.class)
        .hasMessageContaining("cannot hold 6000 x 6000 pixels");
  }

  @Test
  void aPictureOfOneGrayIsReadHoweverSmallItsFile() throws Exception {
    byte[] gray = Jpegs.encoded(new BufferedImage(1920, 1080, BufferedImage.TYPE_BYTE_GRAY), true);

    assertThat(gray.length).isLessThan(30_000);
    assertThat(JpegHeader.read(gray)).isEqualTo(new JpegHeader(1920, 1080));
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    byte[] half = Arrays.copyOf(jpeg(40, 30), 900);
    byte[] onlyMarkers = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9};

    assertThatThrownBy(() -> JpegHeader.read(half)).hasMessageContaining("ends after 900 bytes");
    assertThatThrownBy(() -> JpegHeader.read(new byte[] {71, 73, 70, 56}))
        .hasMessageContaining("not a JPEG");
    assertThatThrownBy(() -> JpegHeader.read(onlyMarkers))
        .hasMessageContaining("without a frame or a scan");
  }

  @Property
  void neverFailsInAnyOtherWay(@ForAll byte[] noise) {
    byte[] bytes = new byte[noise.length + 2];
    bytes[0] = (byte) 0xFF;
    bytes[1] = (byte) 0xD8;
    System.arraycopy(noise, 0, bytes, 2, noise.length);

    try {
      assertThat(JpegHeader.read(bytes).pixels()).isPositive();
    } catch (UndecodableImageException e) {
      assertThat(e).hasMessageContaining("JPEG");
    }
  }
}
