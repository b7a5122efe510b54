package io.moodline.aggregator.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTest {

  /** However short the pages, together they are the whole list, in order, each item once. */
  @Property(tries = 200)
  void pagesMakeTheWholeList(
      @ForAll @Size(max = 30) List<@IntRange(max = 8) Integer> times,
      @ForAll @IntRange(min = 1, max = 7) int limit) {
    List<Position> all = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      // Few times, so that many are the same.
      all.add(new Position(times.get(i), "face-" + i));
    }
    Listing asked = new Listing(List.of("door"), 0, Long.MAX_VALUE, null, limit);
    List<Position> read = new ArrayList<>();
    Listing.Page<Position> page = asked.page(all, position -> position);
    read.addAll(page.items());
    while (page.next() != null) {
      assertThat(page.items()).hasSize(limit);
      asked = asked.goingOn(page.next());
      page = asked.page(all, position -> position);
      read.addAll(page.items());
    }
    assertThat(read).isSortedAccordingTo(Position.NEWEST_FIRST);
    Set<Position> once = new HashSet<>(read);
    assertThat(once).hasSameSizeAs(read).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void whatHasTheSameTimeIsOrderedAsTheStoresHaveIt() {
    Position later = new Position(5, "door:5:1");
    assertThat(new Position(5, "door:5:0").isAfter(later)).isTrue();
    assertThat(later.isAfter(later)).isFalse();
    assertThat(new Position(6, "door:6:0").isAfter(later)).isFalse();
    assertThat(new Position(4, "z").isAfter(later)).isTrue();
    assertThat(later.isAfter(null)).isTrue();
  }

  @Test
  void aCursorIsReadAsItWasWritten() {
    Position position = new Position(1_779_999_960_000L, "door:1779999960000:0");
    assertThat(Position.read(position.cursor())).contains(position);
    assertThat(position.cursor()).matches("[A-Za-z0-9_-]+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "!!!", "MTIz", "fDE", "LTF8YQ"})
  void anythingElseIsNone(String cursor) {
    assertThat(Position.read(cursor)).isEmpty();
  }
}
