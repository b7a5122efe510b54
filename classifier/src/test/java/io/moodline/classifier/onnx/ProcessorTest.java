package io.moodline.classifier.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorTest {

  @ParameterizedTest
  @CsvSource({
    "flags : fpu avx2 avx_vnni, true",
    "flags : fpu avx512f avx512_vnni sse, true",
    "flags : fpu avx2 avx512f, false",
    "flags : fpu not_avx_vnni, false",
    "bugs : avx_vnni, false"
  })
  void dotProductsAreFoundAmongTheFlags(String line, boolean there) {
    assertThat(Processor.hasDotProducts("processor : 0\n" + line + "\n")).isEqualTo(there);
  }
}
