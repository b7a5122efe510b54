package io.moodline.trainer.facebasis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moodline.schemas.Emotion;
import io.moodline.trainer.facebasis.FaceBasis.ClassMean;
import io.moodline.trainer.facebasis.FaceBasis.Component;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class FaceBasisFileTest {

  private final FaceBasis basis = basis();

  @Test
  void whatIsWrittenIsRead() throws IOException {
    FaceBasis read = read(written());

    assertThat(read.made()).isEqualTo(basis.made());
    assertThat(read.mean()).containsExactly(basis.mean(), within(step(basis.mean())));
    assertThat(read.classMeans().get(Emotion.ANGER).faces()).isEqualTo(504);
    assertThat(read.classMeans().get(Emotion.ANGER).minVotes()).isEqualTo(4);
    float[] anger = basis.classMeans().get(Emotion.ANGER).face();
    assertThat(read.classMeans().get(Emotion.ANGER).face())
        .containsExactly(anger, within(step(anger)));
    assertThat(read.components().get(0).symmetric()).isTrue();
    assertThat(read.components().get(0).deviation()).isEqualTo(2.5);
  }

  @Test
  void aFaceIsMeanAndEmotionAndComponents() {
    float[] face = basis.face(Emotion.SADNESS, 2, new double[] {-1});

    int pixel = 1234;
    float mean = basis.mean()[pixel];
    float sad = basis.classMeans().get(Emotion.SADNESS).face()[pixel];
    float direction = basis.components().get(0).direction()[pixel];
    assertThat(face[pixel]).isCloseTo(mean + 2 * (sad - mean) - 2.5f * direction, within(1e-4f));
  }

  @Test
  void aWrongNumberOfCoefficientsIsRefused() {
    assertThatThrownBy(() -> basis.face(Emotion.SADNESS, 1, new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("coefficients are 3, but must be 1");
  }

  @Test
  void aFileCutShortIsRefused() throws IOException {
    byte[] whole = written();

    for (int length : new int[] {0, 5, 100, whole.length / 2, whole.length - 1}) {
      assertThatThrownBy(() -> read(Arrays.copyOf(whole, length)))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("faces.bin is no usable face basis: it is ");
    }
  }

  @Test
  void aChangedByteIsFound() throws IOException {
    byte[] changed = written();
    changed[changed.length / 2] ^= 0x40;

    assertThatThrownBy(() -> read(changed))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("faces.bin is no usable face basis: ");
  }

  @Test
  void anotherFileIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("some other file".getBytes(StandardCharsets.UTF_8));
    }

    assertThatThrownBy(() -> read(bytes.toByteArray()))
        .hasMessageContaining("its first bytes is ")
        .hasMessageContaining("but must be ");
  }

  private byte[] written() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FaceBasisFile.write(basis, out);
    return out.toByteArray();
  }

  private static FaceBasis read(byte[] bytes) throws IOException {
    return FaceBasisFile.read("faces.bin", new ByteArrayInputStream(bytes));
  }

  private static FaceBasis basis() {
    Random random = new Random(1);
    Map<Emotion, ClassMean> means = new EnumMap<>(Emotion.class);
    for (Emotion emotion : Emotion.values()) {
      means.put(
          emotion, new ClassMean(500 + emotion.ordinal(), emotion.ordinal(), picture(random)));
    }
    return new FaceBasis(
        Map.of("data", "noise"),
        picture(random),
        means,
        List.of(new Component(true, 2.5, picture(random))));
  }

  private static float[] picture(Random random) {
    float[] picture = new float[FaceBasis.SIZE * FaceBasis.SIZE];
    for (int pixel = 0; pixel < picture.length; pixel++) {
      picture[pixel] = (float) random.nextGaussian();
    }
    return picture;
  }

  /** A byte a pixel holds this much, and half as much is lost by rounding. */
  private static float step(float[] picture) {
    float largest = 0;
    for (float value : picture) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest / 127 * 0.51f;
  }
}
