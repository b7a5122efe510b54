package io.moodline.trainer.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A graph that turns the sign of faces of 2 x 2; 32 of them are a batch of 128 numbers. */
class RangesTest {

  private static final int BATCH = 32 * 4;

  /** Highs -(-1), -(-2) and -(-6): their mean is 3. Lows -2, -4 and 0: their mean is -2. */
  @Test
  void everyBatchCountsTheSame() {
    float[] faces = new float[3 * BATCH];
    batch(faces, 0, -1, 2);
    batch(faces, 1, -2, 4);
    batch(faces, 2, -6, 0);

    assertThat(ranges(faces)).isEqualTo(new Ranges.Range(-2, 3));
  }

  /** One face more is a batch of its own: highs 1 and 3. */
  @Test
  void aBatchThatIsNotFullCountsAsOne() {
    float[] faces = new float[BATCH + 4];
    batch(faces, 0, -1, 0);
    Arrays.fill(faces, BATCH, BATCH + 4, -3);

    assertThat(ranges(faces)).isEqualTo(new Ranges.Range(0, 2));
  }

  @Test
  void zeroIsALevelOfItsOwn() {
    // 255 levels from -1 to 254: one each, and 0 is the second.
    Ranges.Range range = new Ranges.Range(-1, 254);

    assertThat(range.scale()).isEqualTo(1);
    assertThat(range.zero()).isEqualTo(1);
  }

  /** One half of a batch's faces of one number, the other of another. */
  private static void batch(float[] faces, int batch, float one, float other) {
    Arrays.fill(faces, batch * BATCH, batch * BATCH + BATCH / 2, one);
    Arrays.fill(faces, batch * BATCH + BATCH / 2, (batch + 1) * BATCH, other);
  }

  private static Ranges.Range ranges(float[] faces) {
    GraphBuilder graph = new GraphBuilder("negative");
    graph.input(OnnxExport.INPUT, 1, 2, 2);
    String inner = graph.node("Neg", List.of(OnnxExport.INPUT));
    graph.node("Neg", List.of(inner), "answer");
    graph.output("answer", 1, 2, 2);
    ModelProto model = graph.model("a test");

    Map<String, Ranges.Range> ranges = Ranges.of(model, Set.of(inner), faces, 2);
    assertThat(ranges).containsOnlyKeys(inner);
    return ranges.get(inner);
  }
}
