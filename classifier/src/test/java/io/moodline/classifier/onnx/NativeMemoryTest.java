package io.moodline.classifier.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.moodline.classifier.model.CardJson;
import io.moodline.classifier.model.EmotionModel;
import io.moodline.classifier.model.FaceCrop;
import io.moodline.classifier.model.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process's memory, as Linux tells it, does not grow with use. */
class NativeMemoryTest {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int BATCHES = 2000;
  private static final int FACES = 32;
  private static final int OPENINGS = 40;
  private static final int SIDE = 48;

  @TempDir private Path folder;

  /** One input tensor lost per batch would be some 150 kB each, 300 MB in all. */
  @Test
  void twoThousandBatchesLeaveNothingBehind() throws IOException {
    byte[] onnx =
        TinyOnnx.linear(
            new long[] {-1, 1, SIDE, SIDE},
            TinyOnnx.firstPixels(SIDE * SIDE, TinyModel.LABELS),
            new float[TinyModel.LABELS],
            false);
    CardJson card =
        TinyModel.CARD
            .with("input.width", Integer.toString(SIDE))
            .with("input.height", Integer.toString(SIDE));
    OnnxModels models =
        new OnnxModels(Models.load(card.writeWith(onnx, folder)), TinyModel.settings("cpu", FACES));
    List<FaceCrop> faces =
        Collections.nCopies(FACES, new FaceCrop(SIDE, SIDE, 1, new byte[SIDE * SIDE]));
    try (EmotionModel model = models.open()) {
      run(model, faces, BATCHES);
      long before = residentMegabytes();
      run(model, faces, BATCHES);
      assertThat(residentMegabytes() - before).isLessThan(32);
    }
  }

  /** Each opening's weights, arena and buffers are some 10 MB: 400 MB in all. */
  @Test
  void openingAndClosingLeavesNothingBehind() throws IOException {
    OnnxModels models = new OnnxModels(Models.bundled(), TinyModel.settings("cpu", FACES));
    open(models, OPENINGS);
    long before = residentMegabytes();
    open(models, OPENINGS);
    assertThat(residentMegabytes() - before).isLessThan(64);
  }

  private static long residentMegabytes() throws IOException {
    assumeTrue(Files.exists(STATUS), "this system does not tell how much memory a process has");
    return Files.readAllLines(STATUS).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum()
        / 1024;
  }

  private static void run(EmotionModel model, List<FaceCrop> faces, int batches) {
    for (int i = 0; i < batches; i++) {
      model.probabilities(faces.subList(0, 1 + i % faces.size()));
    }
  }

  private static void open(OnnxModels models, int times) {
    List<FaceCrop> face = List.of(new FaceCrop(48, 48, 1, new byte[48 * 48]));
    for (int i = 0; i < times; i++) {
      try (EmotionModel model = models.open()) {
        model.probabilities(face);
      }
    }
  }
}
