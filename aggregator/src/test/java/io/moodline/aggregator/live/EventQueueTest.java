package io.moodline.aggregator.live;

import static io.moodline.aggregator.live.Events.moment;
import static io.moodline.aggregator.live.Events.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.schemas.Emotion;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EventQueueTest {

  private static LiveEvent emotion(int at) {
    return seen("door", Emotion.NEUTRAL, 0.5f, at);
  }

  @Test
  void theOldestEmotionsAreLostFirst() throws Exception {
    EventQueue queue = new EventQueue(3);
    List.of(moment("door", 1), emotion(2), emotion(3), moment("door", 4), emotion(5))
        .forEach(queue::offer);
    // Five are two too many: the emotions of 2 and 3 go, the older moment of 1 stays.
    Batch batch = queue.take(0);
    assertThat(batch.dropped()).isEqualTo(2);
    assertThat(batch.events()).containsExactly(moment("door", 1), moment("door", 4), emotion(5));
    assertThat(queue.take(0)).isEqualTo(new Batch(0, List.of()));
  }

  @Test
  void withoutEmotionsTheOldestOfTheRestIsLost() throws Exception {
    EventQueue queue = new EventQueue(2);
    List.of(moment("door", 1), moment("door", 2), moment("door", 3)).forEach(queue::offer);
    assertThat(queue.take(0))
        .isEqualTo(new Batch(1, List.of(moment("door", 2), moment("door", 3))));
  }

  /** What is not lost comes in order, and all is accounted for. */
  @Property(tries = 300)
  void nothingIsLostUncounted(
      @ForAll @Size(max = 60) List<Boolean> emotions, @ForAll @IntRange(min = 1, max = 70) int size)
      throws Exception {
    EventQueue queue = new EventQueue(size);
    List<LiveEvent> all = new ArrayList<>();
    for (int i = 0; i < emotions.size(); i++) {
      all.add(emotions.get(i) ? emotion(i) : moment("door", i));
    }
    all.forEach(queue::offer);
    Batch batch = queue.take(0);
    assertThat(batch.events().size() + batch.dropped()).isEqualTo(all.size());
    assertThat(batch.events()).hasSize(Math.min(size, all.size()));
    List<LiveEvent> kept = new ArrayList<>(all);
    kept.retainAll(batch.events());
    assertThat(batch.events()).isEqualTo(kept);
  }
}
