package io.moodline.ingest.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class InFlightWindowTest {

  @Test
  void outcomesOutOfOrderCountAsFinishedOnceTheGapIsClosed() {
    InFlightWindow window = new InFlightWindow(10, Progress.begin(1));
    for (int i = 0; i < 4; i++) {
      window.capture(i);
    }
    window.finish(1);
    window.finish(3);
    assertThat(window.finished()).isZero();
    assertThat(window.inFlight()).isEqualTo(2);
    window.finish(0);
    assertThat(window.finished()).isEqualTo(2);
    window.finish(2);
    assertThat(window.finished()).isEqualTo(4);
    assertThat(window.inFlight()).isZero();
  }

  @Test
  void thereIsRoomForAsManyAsTheLimit() throws InterruptedException {
    InFlightWindow window = new InFlightWindow(2, Progress.begin(1));
    window.capture(0);
    assertThat(window.hasRoom()).isTrue();
    window.capture(1);
    assertThat(window.hasRoom()).isFalse();
    assertThat(window.awaitRoom(1)).isFalse();
    window.finish(1);
    assertThat(window.awaitRoom(1)).isTrue();
  }

  @Test
  void anOutcomeToldTwiceCountsOnce() {
    InFlightWindow window = new InFlightWindow(2, Progress.begin(1));
    window.capture(0);
    window.capture(1);
    window.finish(1);
    window.finish(1);
    window.finish(0);
    window.finish(0);
    assertThat(window.inFlight()).isZero();
    assertThat(window.finished()).isEqualTo(2);
  }

  @Test
  void aSuccessorGoesOnFromTheBytesOfTheProgress() {
    InFlightWindow window = new InFlightWindow(10, Progress.begin(7));
    for (int i = 0; i < 5; i++) {
      window.capture(i);
    }
    window.finish(0);
    window.finish(2);
    window.finish(4);
    InFlightWindow successor =
        new InFlightWindow(10, Progress.fromBytes(window.progress(7).toBytes()));
    assertThat(successor.finished()).isEqualTo(1);
    assertThat(successor.captured()).isEqualTo(1);
    for (int i = 1; i < 5; i++) {
      successor.capture(i);
    }
    assertThat(successor.inFlight()).isEqualTo(2);
    successor.finish(1);
    assertThat(successor.finished()).isEqualTo(3);
    successor.finish(3);
    assertThat(successor.finished()).isEqualTo(5);
  }

  @Property
  void anyOrderOfOutcomesFinishesAll(
      @ForAll @IntRange(min = 0, max = 300) int frames, @ForAll long seed) {
    InFlightWindow window = new InFlightWindow(1000, Progress.begin(1));
    List<Long> order = LongStream.range(0, frames).boxed().collect(Collectors.toList());
    order.forEach(window::capture);
    Collections.shuffle(order, new Random(seed));
    long told = 0;
    for (long sequence : order) {
      window.finish(sequence);
      told++;
      assertThat(window.inFlight()).isEqualTo(frames - told);
      assertThat(window.finished()).isLessThanOrEqualTo(told);
    }
    assertThat(window.finished()).isEqualTo(frames);
  }

  @Test
  void aProgressOfAnotherVersionIsRefused() {
    byte[] bytes = Progress.begin(1).toBytes();
    bytes[0] = 9;
    assertThatThrownBy(() -> Progress.fromBytes(bytes)).hasMessageContaining("version 9");
  }
}
