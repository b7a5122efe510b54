package io.moodline.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.classifier.model.Models;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OnnxParametersTest {

  @Test
  void elementsOfWeightsAreCounted() {
    // Field 7 (graph) of 20 bytes: field 5 (initializer) of 8: dims 3, dims 4, type 1 (float) and a
    // name; field 5 of 6: packed dims 5 and 2, type 7 (INT64, no weight); field 2, a name.
    byte[] onnx = {
      0x3A,
      21, //
      0x2A,
      9,
      0x08,
      3,
      0x08,
      4,
      0x10,
      1,
      0x42,
      1,
      'w', //
      0x2A,
      6,
      0x0A,
      2,
      5,
      2,
      0x10,
      7, //
      0x10,
      0 // a number that nobody asked for
    };
    assertThat(OnnxParameters.count(onnx)).isEqualTo(12);
  }

  @Test
  void aLengthOfTwoBytesIsRead() {
    // 0xAC 0x02 is 300.
    byte[] onnx = {0x3A, 7, 0x2A, 5, 0x08, (byte) 0xAC, 0x02, 0x10, 1};
    assertThat(OnnxParameters.count(onnx)).isEqualTo(300);
  }

  @Test
  void theBundledModelHasAsManyAsItsCardSays() {
    assertThat(OnnxParameters.count(Models.bundled().onnx())).isBetween(4_900_000L, 4_920_000L);
  }

  @Test
  void aFileCutShortIsRefused() {
    byte[] whole = {0x3A, 7, 0x2A, 5, 0x08, (byte) 0xAC, 0x02, 0x10, 1};
    assertThatThrownBy(() -> OnnxParameters.count(Arrays.copyOf(whole, 6)))
        .hasMessage("the ONNX file is cut short");
  }
}
