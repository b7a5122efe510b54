package io.moodline.aggregator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.moodline.aggregator.Records;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Lists of visits: pages, ranges, sites, and open ones. */
class ListsApiTest extends DoorWithTwoVisitors {

  @Test
  void facesAreNewestFirstAndOpenOnesShowWhereTheyAre() throws Exception {
    JsonNode faces = api.json("/api/v1/faces?camera=door").at("/faces");
    assertThat(ids(faces)).containsExactly(second, first);
    assertThat(faces.at("/0/open").booleanValue()).isTrue();
    assertThat(faces.at("/0/latest/box/x2").doubleValue()).isEqualTo(200);
    assertThat(faces.at("/0/latest/frameWidth").intValue()).isEqualTo(1280);
    assertThat(faces.at("/0/latest/smoothed/HAPPINESS").doubleValue())
        .isCloseTo(0.93, within(1e-4));
    assertThat(faces.at("/1/open").booleanValue()).isFalse();
    assertThat(faces.at("/1/latest").isNull()).isTrue();
    assertThat(faces.at("/1/dominant").textValue()).isEqualTo("SADNESS");
  }

  @Test
  void aTrackThatBeganBeforeTheRangeButLastedIntoItIsSeenInIt() throws Exception {
    assertThat(
            ids(api.json("/api/v1/faces?from=" + (T + 4_900) + "&to=" + (T + 5_100)).at("/faces")))
        .containsExactly(first);
    assertThat(
            ids(api.json("/api/v1/faces?from=" + (T + 5_001) + "&to=" + (T + 5_100)).at("/faces")))
        .isEmpty();
    assertThat(ids(api.json("/api/v1/faces?limit=1").at("/faces"))).containsExactly(second);
    assertThat(ids(api.json("/api/v1/faces?from=2026-05-28T20:26:20Z").at("/faces")))
        .containsExactly(second);
  }

  @Test
  void listsComeInPages() throws Exception {
    JsonNode page = api.json("/api/v1/faces?limit=1");
    assertThat(ids(page.at("/faces"))).containsExactly(second);
    String next = page.at("/next").textValue();
    JsonNode last = api.json("/api/v1/faces?limit=1&page=" + next);
    assertThat(ids(last.at("/faces"))).containsExactly(first);
    assertThat(last.at("/next").isNull()).isTrue();
    assertThat(ids(api.json("/api/v1/timelines?limit=1&page=" + next).at("/timelines")))
        .containsExactly(first);
  }

  /** The long visit began first: among the newest alone it would not be found. */
  @Test
  void openVisitsAreFoundBehindAnyNumberOfClosedOnes() throws Exception {
    String stays = "till:" + T + ":0";
    for (int i = 0; i < 12; i++) {
      long at = T + i * 1_000;
      pipeline.frame("till", T, at, Map.of(stays, SAD, "till:" + (at + 1) + ":1", HAPPY));
    }
    pipeline.frame("till", T, T + 12_000, Map.of(stays, SAD));
    for (String list : List.of("faces", "timelines")) {
      String path = "/api/v1/" + list + "?camera=till&limit=1";
      assertThat(ids(api.json(path).at("/" + list))).doesNotContain(stays);
      JsonNode over = api.json(path + "&open=false");
      assertThat(over.at("/" + list + "/0/open").booleanValue()).as(list).isFalse();
      assertThat(over.at("/next").isNull()).isFalse();
    }
    JsonNode open = api.json("/api/v1/faces?camera=till&open=true");
    assertThat(ids(open.at("/faces"))).contains(stays);
    open.at("/faces").forEach(face -> assertThat(face.at("/open").booleanValue()).isTrue());
    assertThat(ids(api.json("/api/v1/faces?open=false").at("/faces")))
        .doesNotContain(stays, second)
        .contains(first);
    assertThat(api.get("/api/v1/faces/export.csv?camera=door&open=true").body())
        .contains(second)
        .doesNotContain(first);
    assertThat(api.get("/api/v1/timelines/export.csv?camera=door&open=false").body())
        .contains(first)
        .doesNotContain(second);
  }

  /** A page that looks every two seconds must not read hundreds of finished visits each time. */
  @Test
  void whoAsksForOpenVisitsReadsNoClosedOnes() {
    AtomicInteger reads = new AtomicInteger();
    StateReader counting =
        (StateReader)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {StateReader.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("timelines")) {
                    reads.incrementAndGet();
                  }
                  return method.invoke(new StreamsStateReader(pipeline.stores()), arguments);
                });
    Listing asked = new Listing(List.of("door"), 0, Long.MAX_VALUE, null, 100);
    assertThat(Visit.page(counting, asked, true).items()).hasSize(1);
    assertThat(reads).hasValue(0);
    assertThat(Visit.page(counting, asked, null).items()).hasSize(2);
    assertThat(reads).hasPositiveValue();
  }

  /**
   * Tracks begin as their ids say, and are first judged later by more or less: Y at once, Z at
   * once, X after 20 ms. The stores have them by their ids.
   */
  @Test
  void noVisitIsSkippedBetweenPages() throws Exception {
    String x = "till:" + (T + 100) + ":0";
    String z = "till:" + (T + 105) + ":0";
    String y = "till:" + (T + 110) + ":0";
    pipeline.frame("till", T, T + 105, Map.of(z, SAD));
    pipeline.frame("till", T, T + 110, Map.of(y, SAD));
    pipeline.frame("till", T, T + 120, Map.of(x, SAD));
    pipeline.frame("till", T, T + 20_000, Map.of());
    for (String range : List.of("", "&from=" + (T + 50), "&to=" + (T + 30_000))) {
      String list = "/api/v1/timelines?camera=till&limit=1" + range;
      List<String> listed = new ArrayList<>();
      JsonNode page = api.json(list);
      listed.addAll(ids(page.at("/timelines")));
      while (!page.at("/next").isNull()) {
        page = api.json(list + "&page=" + page.at("/next").textValue());
        listed.addAll(ids(page.at("/timelines")));
      }
      assertThat(listed).as(range).containsExactly(y, z, x);
    }
    assertThat(ids(api.json("/api/v1/faces?camera=till&from=" + (T + 115)).at("/faces")))
        .containsExactly(x);
    assertThat(ids(api.json("/api/v1/faces?camera=till&to=" + (T + 115)).at("/faces")))
        .containsExactly(y, z);
  }

  @Test
  void aSitesListsAreThoseOfItsCameras() throws Exception {
    pipeline.cameras.pipeInput("yard", Records.camera("yard", "south", "demo"));
    assertThat(ids(api.json("/api/v1/faces?site=north").at("/faces")))
        .containsExactly(second, first);
    assertThat(api.json("/api/v1/faces?site=south").at("/faces")).isEmpty();
    assertThat(api.get("/api/v1/timelines?site=moon").statusCode()).isEqualTo(404);
    assertThat(api.json("/api/v1/sites").at("/sites"))
        .isEqualTo(
            ServedApi.JSON.readTree(
                "[{\"id\":\"north\",\"zone\":\"UTC\",\"cameras\":[\"door\",\"till\"]},"
                    + "{\"id\":\"south\",\"zone\":\"UTC\",\"cameras\":[\"yard\"]}]"));
  }

  /** Whoever draws trends must know which steps can still be had. */
  @Test
  void sitesComeWithHowLongTrendsAreKept() throws Exception {
    assertThat(api.json("/api/v1/sites").at("/steps"))
        .isEqualTo(
            ServedApi.JSON.readTree(
                "[{\"step\":\"10s\",\"keptSeconds\":172800},{\"step\":\"1m\",\"keptSeconds\":1209600},"
                    + "{\"step\":\"1h\",\"keptSeconds\":63072000},{\"step\":\"1d\",\"keptSeconds\":null}]"));
    Map<String, Object> settings = Map.of("aggregator.trend.1m.retention.ms", 3_600_000L);
    try (ServedApi other =
        new ServedApi(
            new StreamsStateReader(pipeline.stores()), camera -> {}, id -> {}, T, settings)) {
      assertThat(other.json("/api/v1/sites").at("/steps/1/keptSeconds").longValue())
          .isEqualTo(3_600);
    }
  }

  @Test
  void listedTimelinesHaveTheirSeriesWhenAsked() throws Exception {
    JsonNode whole = api.json("/api/v1/timelines?series=true").at("/timelines");
    JsonNode listed = api.json("/api/v1/timelines").at("/timelines");
    assertThat(ids(listed)).containsExactly(second, first);
    assertThat(listed.at("/1/segments")).isEqualTo(whole.at("/1/segments")).isNotEmpty();
    assertThat(listed.get(1).has("series")).isFalse();
    for (int i = 0; i < 2; i++) {
      String id = whole.get(i).get("id").textValue();
      assertThat(whole.get(i)).isEqualTo(api.json("/api/v1/faces/" + id + "/timeline"));
      assertThat(whole.get(i).get("series")).isNotEmpty();
    }
  }
}
