package io.moodline.aggregator.live;

import static io.moodline.aggregator.live.Events.moment;
import static io.moodline.aggregator.live.Events.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.schemas.Emotion;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveFilterTest {

  private static final Map<String, String> SITES = Map.of("door", "north", "till", "south");

  private static boolean wants(LiveFilter filter, LiveEvent event) {
    return filter.wants(event, SITES::get);
  }

  @Test
  void cameraAndSiteChooseAmongAllEvents() {
    LiveFilter door = new LiveFilter("door", null, null, 0);
    assertThat(wants(door, moment("door", 1))).isTrue();
    assertThat(wants(door, moment("till", 1))).isFalse();
    LiveFilter north = new LiveFilter(null, "north", null, 0);
    assertThat(wants(north, moment("door", 1))).isTrue();
    assertThat(wants(north, moment("till", 1))).isFalse();
    assertThat(wants(north, moment("unregistered", 1))).isFalse();
  }

  @Test
  void emotionAndConfidenceChooseAmongEmotionsOnly() {
    LiveFilter sure = new LiveFilter(null, null, Emotion.SADNESS, 0.8);
    assertThat(wants(sure, seen("door", Emotion.SADNESS, 0.8125f, 1))).isTrue();
    assertThat(wants(sure, seen("door", Emotion.SADNESS, 0.75f, 1))).isFalse();
    assertThat(wants(sure, seen("door", Emotion.ANGER, 0.9f, 1))).isFalse();
    assertThat(wants(sure, moment("door", 1))).isTrue();
  }
}
