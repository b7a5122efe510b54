package io.moodline.aggregator.moment;

import static io.moodline.aggregator.Records.mostly;
import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.timeline.Sighting;
import io.moodline.schemas.Emotion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupSmileTest {

  private static final GroupSmile.Settings SETTINGS = new GroupSmile.Settings(3, 0.6, 1_000, 2_000);

  private GroupSmile smile = new GroupSmile(SETTINGS, GroupSmile.State.NONE);
  private final List<GroupSmile.Found> found = new ArrayList<>();

  private void frames(long from, long to, long step, double... happiness) {
    for (long at = from; at <= to; at += step) {
      for (int i = 0; i < happiness.length; i++) {
        smile
            .see(
                new Sighting(
                    "c:" + i,
                    at,
                    at,
                    false,
                    false,
                    false,
                    mostly(Emotion.HAPPINESS, happiness[i]),
                    Emotion.HAPPINESS,
                    90))
            .ifPresent(found::add);
      }
    }
  }

  @Test
  void itIsFoundOnceAndAgainOnlyAfterAPause() {
    frames(1_000, 5_000, 200, 0.7, 0.7, 0.7);
    assertThat(found).extracting(GroupSmile.Found::sinceMs).containsExactly(1_000L);
    assertThat(found.get(0).untilMs()).isEqualTo(2_000);
    // One frame of doubt is no pause.
    frames(5_200, 5_200, 200, 0.7, 0.5, 0.7);
    frames(5_400, 8_000, 200, 0.7, 0.7, 0.7);
    assertThat(found).hasSize(1);
    frames(8_200, 9_400, 200, 0.7, 0.2, 0.7);
    frames(9_600, 12_000, 200, 0.7, 0.7, 0.7);
    assertThat(found).extracting(GroupSmile.Found::sinceMs).containsExactly(1_000L, 9_600L);
  }

  @Test
  void itNeedsEnoughFacesAllOfThemAndTime() {
    frames(1_000, 5_000, 200, 0.9, 0.9);
    frames(5_200, 9_000, 200, 0.9, 0.9, 0.9, 0.3);
    frames(9_200, 10_000, 200, 0.9, 0.9, 0.9);
    frames(10_200, 12_000, 200, 0.9, 0.1, 0.9);
    assertThat(found).isEmpty();
  }

  @Test
  void aGapDoesNotCountAsSmiling() {
    frames(1_000, 1_000, 200, 0.9, 0.9, 0.9);
    frames(9_000, 9_400, 200, 0.9, 0.9, 0.9);
    frames(9_600, 9_600, 200, 0.1, 0.1, 0.1);
    assertThat(found).isEmpty();
  }

  @Test
  void aRestartInTheMidstChangesNothing() {
    frames(1_000, 3_000, 200, 0.7, 0.7, 0.7);
    smile = new GroupSmile(SETTINGS, smile.state());
    frames(3_200, 6_000, 200, 0.7, 0.7, 0.7);
    assertThat(found).hasSize(1);
  }
}
