package io.moodline.aggregator.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class FrameRingTest {

  private final FrameRing<String> ring = new FrameRing<>(15_000, 1_000);

  @Test
  void aFrameIsFoundByItsVeryMoment() {
    ring.add("a", 100, 10, "one", 0);
    ring.add("a", 300, 10, "two", 200);
    ring.add("b", 100, 10, "other", 200);
    assertThat(ring.find("a", 300)).contains("two");
    assertThat(ring.find("b", 100)).contains("other");
    assertThat(ring.find("a", 200)).isEmpty();
    assertThat(ring.find("c", 100)).isEmpty();
  }

  @Test
  void itLeavesAfterItsTime() {
    ring.add("a", 100, 10, "one", 1_000);
    ring.add("a", 300, 10, "two", 2_000);
    ring.tidy(Set.of("a"), 16_000);
    assertThat(ring.size()).isEqualTo(2);
    ring.tidy(Set.of("a"), 16_001);
    assertThat(ring.find("a", 100)).isEmpty();
    assertThat(ring.find("a", 300)).isPresent();
  }

  @Test
  void camerasShareWhatThereIs() {
    for (int i = 0; i < 5; i++) {
      ring.add("a", i, 400, "frame", 0);
    }
    assertThat(ring.size()).as("two of 400 bytes fit into 1,000").isEqualTo(2);
    assertThat(ring.find("a", 4)).isPresent();
    assertThat(ring.find("a", 2)).isEmpty();
    ring.add("b", 9, 400, "frame", 0);
    assertThat(ring.size()).as("one fits into each half").isEqualTo(2);
    assertThat(ring.find("a", 4)).isPresent();
    assertThat(ring.find("b", 9)).isPresent();
    ring.add("a", 5, 501, "too large", 0);
    assertThat(ring.find("a", 5)).isEmpty();
    ring.add("a", 6, 500, "fits again", 0);
    assertThat(ring.find("a", 6)).isPresent();
  }

  @Test
  void whatOneLeavesIsTheOthers() {
    ring.add("a", 1, 400, "frame", 0);
    ring.add("b", 1, 400, "frame", 10_000);
    ring.tidy(Set.of("a", "b"), 15_001);
    ring.add("b", 2, 400, "frame", 15_001);
    assertThat(ring.find("b", 1)).isPresent();
    assertThat(ring.find("b", 2)).isPresent();
  }

  /** A hundred cameras with 30 frames of ten bytes each: 30,000 bytes, of which 1,000 may stay. */
  @Test
  void manyCamerasNeedNoMoreThanOne() {
    for (int i = 0; i < 3_000; i++) {
      ring.add("camera-" + i % 100, i, 10, "frame", 0);
    }
    assertThat(ring.size()).as("a hundredth of 1,000 bytes: one frame of ten each").isEqualTo(100);
  }

  @Test
  void aCameraThatMayNotKeepPhotosAnyMoreLeavesNothing() {
    ring.add("a", 100, 10, "one", 0);
    ring.add("b", 100, 10, "one", 0);
    ring.tidy(Set.of("b"), 0);
    assertThat(ring.find("a", 100)).isEmpty();
    assertThat(ring.size()).isEqualTo(1);
  }
}
