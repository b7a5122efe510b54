package io.moodline.aggregator.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NewestFirstTest {

  private static List<Position> read(List<Position> all, Position after, int limit) {
    return all.stream().filter(item -> item.isAfter(after)).limit(limit).toList();
  }

  /** Merged, they are what sorting all of them gives. */
  @Property(tries = 200)
  void theFirstOfAllCamerasAreFound(
      @ForAll @Size(min = 1, max = 4) List<@Size(max = 80) List<@IntRange(max = 50) Integer>> times,
      @ForAll @IntRange(min = 1, max = 90) int limit) {
    Map<String, List<Position>> cameras = new TreeMap<>();
    List<Position> all = new ArrayList<>();
    for (int camera = 0; camera < times.size(); camera++) {
      String id = "cam-" + camera;
      List<Position> own = new ArrayList<>();
      for (int i = 0; i < times.get(camera).size(); i++) {
        own.add(new Position(times.get(camera).get(i), id + ":" + i));
      }
      own.sort(Position.NEWEST_FIRST);
      cameras.put(id, own);
      all.addAll(own);
    }
    Listing asked = new Listing(List.copyOf(cameras.keySet()), 0, 100, null, limit);
    assertThat(
            NewestFirst.of(
                asked,
                item -> item,
                (camera, after, most) -> read(cameras.get(camera), after, most)))
        .isEqualTo(
            all.stream()
                .sorted(Comparator.comparing(item -> item, Position.NEWEST_FIRST))
                .limit(limit + 1L)
                .toList());
  }

  /** 20 cameras of 1000 each: a page of 100 needs 101, and not 101 of each. */
  @Test
  void littleMoreIsReadThanThePageNeeds() {
    List<String> cameras = IntStream.range(0, 20).mapToObj(i -> "cam-" + i).toList();
    List<Position> own =
        IntStream.range(0, 1_000).mapToObj(i -> new Position(1_000 - i, "x")).toList();
    AtomicInteger read = new AtomicInteger();
    NewestFirst.of(
        new Listing(cameras, 0, 2_000, null, 100),
        item -> item,
        (camera, after, most) -> {
          List<Position> found = read(own, after, most);
          read.addAndGet(found.size());
          return found;
        });
    assertThat(read.get()).isBetween(101, 400);
  }
}
