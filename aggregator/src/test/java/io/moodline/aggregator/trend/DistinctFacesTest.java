package io.moodline.aggregator.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DistinctFacesTest {

  private static DistinctFaces faces(int from, int to) {
    DistinctFaces faces = new DistinctFaces();
    for (int i = from; i < to; i++) {
      faces.add("door:1780000000000:" + i);
    }
    return faces;
  }

  private static DistinctFaces merged(List<DistinctFaces> parts) {
    DistinctFaces sum = new DistinctFaces();
    parts.forEach(sum::merge);
    return sum;
  }

  @Test
  void upToAHundredAreCountedExactlyHoweverOften() {
    DistinctFaces faces = faces(0, 100);
    faces.merge(faces(50, 100));
    assertThat(faces.count()).isEqualTo(100);
    // A kind byte and a hash each.
    assertThat(faces.toBytes()).hasSize(1 + 100 * 8);
    assertThat(new DistinctFaces().count()).isZero();
  }

  @Test
  void manyAreEstimatedInAKilobyte() {
    DistinctFaces faces = faces(0, 20_000);
    // Four standard errors of 1.04 / sqrt(2048).
    assertThat((double) faces.count()).isCloseTo(20_000, within(4 * 0.023 * 20_000));
    assertThat(faces.toBytes().length).isLessThan(1_200);
  }

  @Test
  void otherBytesAreRefused() {
    assertThatThrownBy(() -> DistinctFaces.ofBytes(ByteBuffer.wrap(new byte[] {9, 1})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kind 9");
  }

  /** Three overlapping sets on either side of where the sketch begins. */
  @Property(tries = 200)
  void mergingInAnyOrderAndGroupingCountsTheSame(
      @ForAll @IntRange(max = 400) int a,
      @ForAll @IntRange(max = 400) int b,
      @ForAll @IntRange(max = 400) int c,
      @ForAll long seed) {
    List<DistinctFaces> parts =
        new ArrayList<>(List.of(faces(0, a), faces(a / 2, a / 2 + b), faces(b / 3, b / 3 + c)));
    long all = merged(parts).count();
    Collections.shuffle(parts, new Random(seed));
    assertThat(merged(parts).count()).isEqualTo(all);
    DistinctFaces left = merged(parts.subList(0, 2));
    DistinctFaces right = merged(List.of(parts.get(2), left));
    assertThat(right.count()).isEqualTo(all);
    DistinctFaces direct = new DistinctFaces();
    int most = Math.max(a, Math.max(a / 2 + b, b / 3 + c));
    for (int i = 0; i < most; i++) {
      boolean inside = i < a || (i >= a / 2 && i < a / 2 + b) || (i >= b / 3 && i < b / 3 + c);
      if (inside) {
        direct.add("door:1780000000000:" + i);
      }
    }
    assertThat(direct.count()).as("one by one").isEqualTo(all);
  }

  @Property(tries = 100)
  void whatIsWrittenDownIsReadAndCanGoOn(
      @ForAll @IntRange(max = 600) int a, @ForAll @IntRange(max = 600) int b) {
    DistinctFaces read = DistinctFaces.ofBytes(ByteBuffer.wrap(faces(0, a).toBytes()));
    assertThat(read.count()).isEqualTo(faces(0, a).count());
    read.merge(DistinctFaces.ofBytes(ByteBuffer.wrap(faces(a, a + b).toBytes())));
    assertThat(read.count()).isEqualTo(faces(0, a + b).count());
  }
}
