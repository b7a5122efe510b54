package io.moodline.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.state.OpenTrack;
import io.moodline.aggregator.state.StateSerdes;
import io.moodline.aggregator.timeline.Series;
import io.moodline.aggregator.trend.CameraWindows.Window;
import io.moodline.aggregator.trend.TrendAccumulator;
import io.moodline.aggregator.trend.TrendKeys;
import io.moodline.aggregator.trend.Trends;
import io.moodline.schemas.Emotion;
import io.moodline.schemas.FaceTimeline;
import io.moodline.schemas.Outcome;
import io.moodline.schemas.Trend;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/**
 * What is over moves from one store to another, which others read meanwhile: after each single
 * change it must be in one of them at least.
 */
class MovesTest {

  private static final long T = 1_779_999_960_000L;

  private final AggregatorConfig config = new AggregatorConfig(Map.of());
  private final MockProcessorContext<String, TrackOutput> tracks = new MockProcessorContext<>();
  private final MockProcessorContext<String, ClosedWindow> windows = new MockProcessorContext<>();
  private Runnable afterChange = () -> {};
  private int changes;

  MovesTest() {
    tracks.setCurrentSystemTimeMs(Pipeline.WALL);
    windows.setCurrentSystemTimeMs(Pipeline.WALL);
  }

  /** A store that looks around after each change. */
  @SuppressWarnings("unchecked")
  private <V> KeyValueStore<String, V> store(
      MockProcessorContext<?, ?> context, String name, Serde<V> values) {
    KeyValueStore<String, V> store =
        Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
            .withLoggingDisabled()
            .build();
    store.init(context.getStateStoreContext(), store);
    KeyValueStore<String, V> watched =
        (KeyValueStore<String, V>)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {KeyValueStore.class},
                (proxy, method, arguments) -> {
                  try {
                    Object answer = method.invoke(store, arguments);
                    if (method.getName().equals("put") || method.getName().equals("delete")) {
                      changes++;
                      afterChange.run();
                    }
                    return answer;
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    context.addStateStore(watched);
    return watched;
  }

  private void tables(MockProcessorContext<?, ?> context) {
    table(context, StoreNames.CAMERAS, config.topics().cameras().values());
    table(context, StoreNames.CAMERA_STATUS, config.topics().cameraStatus().values());
    store(context, StoreNames.CLOCKS, StateSerdes.clock());
  }

  private static void table(MockProcessorContext<?, ?> context, String name, Serde<?> values) {
    StateStore store =
        Stores.timestampedKeyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
            .withLoggingDisabled()
            .build();
    store.init(context.getStateStoreContext(), store);
    context.addStateStore(store);
  }

  @Test
  void aTrackThatClosesIsOpenOrClosedAtEachMoment() {
    tables(tracks);
    store(tracks, StoreNames.LEDGER, StateSerdes.ledger());
    KeyValueStore<String, OpenTrack> open =
        store(tracks, StoreNames.OPEN_TIMELINES, StateSerdes.openTrack());
    KeyValueStore<String, Series.Point> points =
        store(tracks, StoreNames.OPEN_SERIES, StateSerdes.seriesPoint());
    KeyValueStore<String, FaceTimeline> closed =
        store(tracks, StoreNames.TIMELINES, config.topics().faceTimelines().values());
    TimelinesProcessor processor = new TimelinesProcessor(config);
    processor.init(tracks);
    List<String> faces = List.of("door:" + T + ":0", "door:" + T + ":1");
    for (long at = T; at <= T + 2_000; at += 1_000) {
      for (String face : faces) {
        send(processor, Records.event(face, T, 0, at, Records.mostly(Emotion.FEAR, 0.9)));
      }
    }
    changes = 0;
    afterChange =
        () -> {
          for (String face : faces) {
            boolean over = closed.get(face) != null;
            assertThat(over || open.get(face) != null).as(face).isTrue();
            assertThat(over || all(points, face + "/", face + "0").size() == 3).isTrue();
          }
        };
    send(processor, Records.outcome("door", T, 1, T + 20_000, Outcome.CLASSIFIED, 0));
    // Of each its timeline, its track and three points.
    assertThat(changes).isGreaterThanOrEqualTo(10);
    assertThat(all(closed, "a", "z")).hasSize(2);
    assertThat(all(open, "a", "z")).isEmpty();
    assertThat(all(points, "a", "z")).isEmpty();
  }

  private static void send(TimelinesProcessor processor, SpecificRecord value) {
    processor.process(new Record<>("door", value, T));
  }

  private static <V> List<V> all(KeyValueStore<String, V> store, String from, String to) {
    List<V> found = new ArrayList<>();
    try (KeyValueIterator<String, V> records = store.range(from, to)) {
      records.forEachRemaining(record -> found.add(record.value));
    }
    return found;
  }

  @Test
  void aFrameIsInAWindowAtEachMomentAndInTwoOnlyWhileThatIsSaid() {
    tables(windows);
    store(windows, StoreNames.TREND_STATES, StateSerdes.scopeState());
    KeyValueStore<String, TrendAccumulator> open =
        store(windows, StoreNames.OPEN_TRENDS, StateSerdes.openTrend());
    KeyValueStore<String, Trend> closed =
        store(windows, StoreNames.TRENDS, config.topics().trends().values());
    CameraTrendsProcessor processor = new CameraTrendsProcessor(config);
    processor.init(windows);
    long[] counted = {0};
    int[] moving = {0};
    afterChange =
        () -> {
          boolean moves = open.get(TrendKeys.moving("door")) != null;
          moving[0] += moves ? 1 : 0;
          long tens = frames(open, 10_000) + closedFrames(closed, 10_000);
          long minutes = frames(open, 10_000) + frames(open, 60_000) + closedFrames(closed, 60_000);
          long days =
              frames(open, 10_000) + frames(open, 60_000) + closedFrames(closed, 86_400_000);
          for (long found : new long[] {tens, minutes, days}) {
            assertThat(found).isGreaterThanOrEqualTo(counted[0]);
            assertThat(moves || found <= counted[0] + 1).as("%s frames", found).isTrue();
          }
        };
    for (long at = T; at < T + 130_000; at += 2_500) {
      processor.process(new Record<>("door", new TrackOutput.FrameDone(at, 0, at), at));
      counted[0]++;
    }
    processor.process(new Record<>("door", new TrackOutput.Over(), T + 130_000));
    assertThat(moving[0]).as("looked at while windows moved").isPositive();
    assertThat(all(open, "A", "Z")).isEmpty();
    assertThat(closedFrames(closed, 60_000)).isEqualTo(52);
  }

  private static long frames(KeyValueStore<String, TrendAccumulator> open, long windowMs) {
    long frames = 0;
    try (KeyValueIterator<String, TrendAccumulator> all = open.all()) {
      while (all.hasNext()) {
        KeyValue<String, TrendAccumulator> entry = all.next();
        if (TrendKeys.windowMs(entry.key) == windowMs) {
          Window window = new Window(windowMs, TrendKeys.startMs(entry.key), entry.value);
          frames += Trends.ofCamera("door", window, false).getFrames();
        }
      }
    }
    return frames;
  }

  private static long closedFrames(KeyValueStore<String, Trend> closed, long windowMs) {
    return all(closed, "A", "Z").stream()
        .filter(trend -> trend.getWindowMs() == windowMs)
        .mapToLong(Trend::getFrames)
        .sum();
  }
}
