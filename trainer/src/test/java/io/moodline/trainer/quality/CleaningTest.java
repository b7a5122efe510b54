package io.moodline.trainer.quality;

import static io.moodline.trainer.quality.Faces.PIXELS;
import static io.moodline.trainer.quality.Faces.face;
import static io.moodline.trainer.quality.Faces.patches;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.moodline.trainer.dataset.FerPlusRow;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.Split;
import io.moodline.trainer.quality.Cleaning.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CleaningTest {

  @Test
  void constantPicturesAreFound() {
    byte[] pixels = new byte[PIXELS];
    Arrays.fill(pixels, (byte) 200);

    assertThat(PictureFault.of(pixels)).contains(PictureFault.CONSTANT);
  }

  @Test
  void nearBlackIsAShareOfDarkPixels() {
    byte[] pixels = patches(1);
    // 95 of 100 of 2304 pixels are 2188.8.
    IntStream.range(0, 2189).forEach(i -> pixels[i] = (byte) (i % 32));
    assertThat(PictureFault.of(pixels)).contains(PictureFault.NEAR_BLACK);

    pixels[0] = 32;
    assertThat(PictureFault.of(pixels)).isEmpty();
  }

  @Test
  void fewLevelsArePixelated() {
    byte[] pixels = patches(1);
    // 80 of 100 of 2304 pixels are 1843.2.
    IntStream.range(0, 1844).forEach(i -> pixels[i] = (byte) (240 + i % 12));
    assertThat(PictureFault.of(pixels)).contains(PictureFault.PIXELATED);

    IntStream.range(0, 1844).forEach(i -> pixels[i] = (byte) (220 + i % 20));
    assertThat(PictureFault.of(pixels)).isEmpty();
  }

  @Test
  void repeatedPixelsArePixelated() {
    byte[] source = patches(5);
    byte[] blocks = new byte[PIXELS];
    byte[] stripes = new byte[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      int x = i % 48;
      int y = i / 48;
      blocks[i] = source[y / 2 * 2 * 48 + x / 2 * 2];
      stripes[i] = source[y * 48 + x / 3 * 3];
    }

    assertThat(PictureFault.of(blocks)).contains(PictureFault.PIXELATED);
    assertThat(PictureFault.of(stripes)).isEmpty();
    assertThat(PictureFault.of(source)).isEmpty();
  }

  @Test
  void whatMisleadsIsLeftOutWithItsReason() {
    LabelledFace good = face("good", Split.TRAIN, patches(1));
    LabelledFace black = face("black", Split.TEST, new byte[PIXELS]);
    LabelledFace trainCopy = face("trainCopy", Split.TRAIN, patches(2));
    LabelledFace validCopy = face("validCopy", Split.VALID, patches(2));
    LabelledFace testCopy = face("testCopy", Split.TEST, patches(2));
    LabelledFace twin = face("twin", Split.TRAIN, patches(1));

    Cleaning cleaning =
        Cleaning.of(List.of(trainCopy, good, black, validCopy, testCopy, twin), 0.97);

    assertThat(cleaning.kept()).containsExactly(good, testCopy, twin);
    assertThat(cleaning.leftOut())
        .extracting(out -> out.face().name(), Cleaning.LeftOut::reason)
        .containsExactly(
            tuple("trainCopy", Reason.NEAR_DUPLICATE_OF_VALID_OR_TEST),
            tuple("black", Reason.CONSTANT),
            tuple("validCopy", Reason.NEAR_DUPLICATE_OF_TEST));
  }

  @Test
  void whatVotesSayIsNoFaceIsLeftOut() {
    LabelledFace face = voted("face", 1, 0, 0, 0, 0, 0, 0, 0, 0, 9);
    LabelledFace none = voted("none", 0, 0, 0, 0, 0, 0, 0, 0, 0, 10);
    LabelledFace unasked = face("unasked", Split.TRAIN, patches(9));

    assertThat(Cleaning.of(List.of(face, none, unasked), 0.97).leftOut())
        .extracting(Cleaning.LeftOut::reason)
        .containsExactly(Reason.NO_FACE, Reason.NO_VOTES);
  }

  private static LabelledFace voted(String name, Integer... votes) {
    FerPlusRow row = new FerPlusRow(2, Split.TRAIN, name + ".png", List.of(votes));
    return new LabelledFace(
        name, Split.TRAIN, patches(name.hashCode()), Optional.of(row), Optional.empty());
  }
}
