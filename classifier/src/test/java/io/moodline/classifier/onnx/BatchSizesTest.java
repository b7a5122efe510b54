package io.moodline.classifier.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.classifier.onnx.BatchSizes.Rule;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchSizesTest {

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "3,4", "4,4", "5,8", "9,16", "17,24", "24,24"})
  void powersOfTwoUpToTheLargest(int faces, int batch) {
    assertThat(new BatchSizes(24, Rule.POWERS_OF_TWO).atLeast(faces)).isEqualTo(batch);
  }

  @Property
  void everyFaceHasItsPlaceAndNoBatchIsTooLarge(
      @ForAll Rule rule,
      @ForAll @IntRange(min = 1, max = 1024) int most,
      @ForAll @IntRange(min = 1, max = 1024) int some) {
    int faces = Math.min(some, most);
    assertThat(new BatchSizes(most, rule).atLeast(faces)).isBetween(faces, most);
  }
}
