package io.moodline.aggregator.trend;

import static io.moodline.aggregator.Records.mostly;
import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.timeline.Sighting;
import io.moodline.aggregator.trend.CameraWindows.Window;
import io.moodline.schemas.Emotion;
import io.moodline.schemas.Trend;
import io.moodline.schemas.TrendScope;
import io.moodline.serde.AvroSerdes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;

class TrendPropertiesTest {

  static {
    AvroSerdes.singleObject(); // Which tells Avro to trust our records, as in the service.
  }

  private static final Span SPAN = new Span(0, 10_000);

  @Provide
  Arbitrary<TrendAccumulator> windows() {
    Arbitrary<Sighting> sightings =
        Combinators.combine(
                Arbitraries.integers().between(0, 5),
                Arbitraries.of(Emotion.class),
                Arbitraries.doubles().between(0.2, 1),
                Arbitraries.doubles().between(0, 100),
                Arbitraries.of("good", "good", "low", "uncertain"))
            .as(
                (face, emotion, p, satisfaction, how) ->
                    how.equals("low")
                        ? new Sighting(
                            "c:" + face, 1, 1, false, true, false, null, null, Double.NaN)
                        : new Sighting(
                            "c:" + face,
                            1,
                            1,
                            face == 0,
                            false,
                            how.equals("uncertain"),
                            mostly(emotion, p),
                            emotion,
                            satisfaction));
    return sightings
        .list()
        .ofMaxSize(10)
        .map(
            seen -> {
              TrendAccumulator window = new TrendAccumulator();
              seen.forEach(window::add);
              window.addFrame(seen.size());
              window.addFaceTime(seen.size() * 100L);
              window.addDownTime(seen.size() * 10L);
              return window;
            });
  }

  private static TrendAccumulator merged(TrendAccumulator... parts) {
    TrendAccumulator sum = new TrendAccumulator();
    for (TrendAccumulator part : parts) {
      sum.merge(part);
    }
    return sum;
  }

  private static Trend trend(TrendAccumulator window) {
    return Trends.ofCamera("c", new Window(10_000, 0, window), true);
  }

  /** All fields are equal, sums of doubles nearly so: adding these depends on the order. */
  private static void assertSame(Trend a, Trend b) {
    for (Schema.Field field : Trend.SCHEMA$.getFields()) {
      assertThat(rounded(a.get(field.pos())))
          .as(field.name())
          .isEqualTo(rounded(b.get(field.pos())));
    }
  }

  private static Object rounded(Object value) {
    if (value instanceof Double number) {
      return Math.round(number * 1e6);
    }
    return value instanceof List<?> list
        ? list.stream().map(TrendPropertiesTest::rounded).toList()
        : value;
  }

  @Property(tries = 200)
  void mergingInAnyOrderAndGroupingGivesTheSame(
      @ForAll("windows") TrendAccumulator a,
      @ForAll("windows") TrendAccumulator b,
      @ForAll("windows") TrendAccumulator c) {
    assertSame(trend(merged(a, b)), trend(merged(b, a)));
    assertSame(trend(merged(merged(a, b), c)), trend(merged(a, merged(b, c))));
    assertSame(trend(merged(a, new TrendAccumulator())), trend(a));
  }

  @Property(tries = 200)
  void mergingRecordsIsMergingWindows(
      @ForAll("windows") TrendAccumulator a, @ForAll("windows") TrendAccumulator b) {
    Trend records =
        Trends.merged(TrendScope.CAMERA, "c", Step.TEN_SECONDS, SPAN, List.of(trend(a), trend(b)));
    assertSame(Trends.withCameras(records, 1), trend(merged(a, b)));
  }

  @Property(tries = 100)
  void whatIsWrittenDownIsRead(@ForAll("windows") TrendAccumulator window) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    window.writeTo(new DataOutputStream(bytes));
    TrendAccumulator read =
        TrendAccumulator.readFrom(
            new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())),
            TrendAccumulator.VERSION);
    assertThat(trend(read)).isEqualTo(trend(window));
  }

  @Property(tries = 100)
  void aMinuteIsTheSumOfItsTenSeconds(
      @ForAll("offsets") List<Long> offsets, @ForAll("offsets") List<Long> frames) {
    CameraWindows windows = new CameraWindows();
    offsets.stream()
        .sorted()
        .forEach(
            at ->
                windows.add(
                    new Sighting(
                        "c:" + at % 3,
                        at,
                        Math.max(0, at - 500),
                        false,
                        true,
                        false,
                        null,
                        null,
                        Double.NaN)));
    frames.forEach(at -> windows.addFrame(at, 0));
    List<Trend> closed =
        windows.closeAll().stream().map(w -> Trends.ofCamera("c", w, true)).toList();
    List<Trend> tens = closed.stream().filter(t -> t.getWindowMs() == 10_000).toList();
    List<Trend> minutes = closed.stream().filter(t -> t.getWindowMs() == 60_000).toList();
    for (Trend minute : minutes) {
      List<Trend> parts =
          tens.stream()
              .filter(t -> Windows.start(t.getWindowStartMs(), 60_000) == minute.getWindowStartMs())
              .sorted(Comparator.comparing(Trend::getWindowStartMs))
              .toList();
      Trend sum = Trends.merged(TrendScope.CAMERA, "c", Step.MINUTE, Trends.span(minute), parts);
      assertSame(minute, Trends.withCameras(sum, 1));
    }
    assertThat(minutes.stream().mapToLong(Trend::getFrames).sum()).isEqualTo(frames.size());
    assertThat(minutes.stream().mapToLong(Trend::getObservations).sum()).isEqualTo(offsets.size());
  }

  @Property(tries = 50)
  void hoursAndDaysAreTheSumsOfTheirMinutesAndOfAllThatWasSeen(
      @ForAll("zones") String zone, @ForAll("days") List<Long> times) {
    WindowGrid grid = new WindowGrid(ZoneId.of(zone));
    Map<Span, TrendAccumulator> direct = new TreeMap<>(Comparator.comparing(Span::startMs));
    Map<Span, TrendAccumulator> minutes = new TreeMap<>(Comparator.comparing(Span::startMs));
    for (long at : times) {
      for (Map<Span, TrendAccumulator> windows : List.of(direct, minutes)) {
        Span span = grid.at(windows == direct ? Step.DAY : Step.MINUTE, at);
        TrendAccumulator window = windows.computeIfAbsent(span, any -> new TrendAccumulator());
        // 200 visitors, so that some days are counted exactly and some are not.
        window.add(
            new Sighting(
                "c:" + at % 200,
                at,
                at,
                at % 7 == 0,
                false,
                false,
                mostly(Emotion.HAPPINESS, 0.5 + at % 100 / 250.0),
                Emotion.HAPPINESS,
                at % 101));
        window.addFrame(1);
      }
    }
    Map<Span, TrendAccumulator> hours = rolledUp(minutes, grid, Step.HOUR);
    assertSameWindows(rolledUp(minutes, grid, Step.DAY), direct);
    assertSameWindows(rolledUp(hours, grid, Step.DAY), direct);
  }

  private static Map<Span, TrendAccumulator> rolledUp(
      Map<Span, TrendAccumulator> windows, WindowGrid grid, Step step) {
    Map<Span, TrendAccumulator> sums = new TreeMap<>(Comparator.comparing(Span::startMs));
    windows.forEach(
        (span, window) ->
            sums.computeIfAbsent(grid.at(step, span.startMs()), any -> new TrendAccumulator())
                .merge(window));
    return sums;
  }

  private static void assertSameWindows(
      Map<Span, TrendAccumulator> a, Map<Span, TrendAccumulator> b) {
    assertThat(a.keySet()).isEqualTo(b.keySet());
    a.forEach((span, window) -> assertSameButForBytes(trend(window), trend(b.get(span))));
  }

  /** Sketches of the same set may lie differently in memory; what they count is the same. */
  private static void assertSameButForBytes(Trend a, Trend b) {
    assertSame(
        Trend.newBuilder(a).setFacesSketch(null).build(),
        Trend.newBuilder(b).setFacesSketch(null).build());
  }

  @Provide
  Arbitrary<String> zones() {
    return Arbitraries.of("UTC", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe");
  }

  /** Ten days around Europe's change of 29 March 2026 and Lord Howe's of 5 April. */
  @Provide
  Arbitrary<List<Long>> days() {
    return Arbitraries.longs()
        .between(1_774_569_600_000L, 1_775_433_600_000L)
        .list()
        .ofMinSize(1)
        .ofMaxSize(800);
  }

  @Provide
  Arbitrary<List<Long>> offsets() {
    return Arbitraries.longs().between(0, 200_000).list().ofMaxSize(40);
  }
}
