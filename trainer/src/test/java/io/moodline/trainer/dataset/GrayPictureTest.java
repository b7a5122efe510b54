package io.moodline.trainer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GrayPictureTest {

  @Test
  void coloursBecomeLuma() {
    BufferedImage image = new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 3600; i++) {
      image.setRGB(i % 60, i / 60, 0x0a64c8);
    }

    // (299 x 10 + 587 x 100 + 114 x 200) / 1000 = 84.49
    assertThat(GrayPicture.decode(TinyPictures.encode(image, "png"))).containsOnly((byte) 84);
  }

  @Test
  void grayPicturesKeepTheirValues() {
    byte[] png = TinyPictures.gray("png", 48, 48, 100);

    assertThat(GrayPicture.decode(png))
        .containsOnly((byte) 100)
        .isEqualTo(GrayPicture.decodeOfSize(png));
  }

  @Test
  void sixteenBitsBecomeEight() {
    BufferedImage image = new BufferedImage(48, 48, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setSample(5, 0, 0, 0xc8ff);

    assertThat(GrayPicture.decode(TinyPictures.encode(image, "png"))[5]).isEqualTo((byte) 0xc8);
  }

  @Test
  void aPaletteIsLookedUp() {
    BufferedImage image = new BufferedImage(48, 48, BufferedImage.TYPE_BYTE_BINARY);
    image.setRGB(7, 0, 0xffffff);
    byte[] gray = GrayPicture.decode(TinyPictures.encode(image, "png"));

    assertThat(gray[7]).isEqualTo((byte) 255);
    assertThat(gray[6]).isZero();
  }

  @Test
  void onlyTheDataSetsOwnSizeIsTakenAsItIs() {
    assertThatThrownBy(() -> GrayPicture.decodeOfSize(TinyPictures.gray("png", 64, 48, 100)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("is 64x48, but must be 48x48 pixels");
  }

  @Test
  void damagedAndHugePicturesAreRefused() {
    byte[] png = TinyPictures.gray("png", 48, 48, 100);

    assertThatThrownBy(() -> GrayPicture.decode(Arrays.copyOf(png, 50)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("is a damaged picture");
    // Width and height stand at byte 16 of a PNG.
    ByteBuffer.wrap(png).putInt(16, 100_000).putInt(20, 100_000);
    assertThatThrownBy(() -> GrayPicture.decode(png))
        .hasMessage("is 100000x100000, but must have at most 25000000 pixels");
  }
}
