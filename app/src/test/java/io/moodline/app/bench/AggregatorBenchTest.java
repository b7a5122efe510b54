package io.moodline.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.moodline.app.cli.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AggregatorBenchTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-02T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void aSmallRunMeasuresEverything() throws Exception {
    StringWriter text = new StringWriter();
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    AggregatorBench bench =
        new AggregatorBench(
            Settings.of(Map.of("partitions", "1")), new PrintWriter(text), nowhere, CLOCK);

    bench.run(new AggregatorBench.Plan(20_000, 2, 1, 5, true), folder);

    JsonNode figures = new ObjectMapper().readTree(text.toString());
    // The first 30 % are for warming up; what is taken between two looks is not known beforehand.
    assertThat(figures.at("/intake/events").longValue()).isBetween(1L, 16_000L);
    assertThat(figures.at("/intake/eventsPerCoreSecond").doubleValue()).isPositive();
    // Two cameras, three frames in each minute of twelve hours.
    assertThat(figures.at("/state/frames").longValue()).isEqualTo(2 * 3 * 60 * 12);
    assertThat(figures.at("/state/stateBytes").longValue()).isPositive();
    assertThat(figures.at("/queries")).hasSize(3);
    for (JsonNode query : figures.at("/queries")) {
      assertThat(query.at("/requests").intValue()).isEqualTo(5);
      assertThat(query.at("/p99Ms").doubleValue())
          .isGreaterThanOrEqualTo(query.at("/p50Ms").doubleValue());
    }
  }

  @Test
  void aQuietDayHasEachMinuteOfItsOpeningHours() {
    var plan = AggregatorTraffic.days(1, 2, java.time.LocalDate.of(2026, 6, 1));
    java.util.Set<Long> minutes = new java.util.TreeSet<>();
    plan.play().forEachRemaining(record -> minutes.add(record.writtenAtMs() / 60_000));
    assertThat(minutes).hasSize(2 * 12 * 60);
  }
}
