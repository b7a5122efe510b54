package io.moodline.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.state.StateSerdes;
import io.moodline.aggregator.trend.CameraWindows.Window;
import io.moodline.aggregator.trend.TrendAccumulator;
import io.moodline.schemas.Camera;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.junit.jupiter.api.Test;

/** What is remembered of cameras besides their stores does not grow with those that are gone. */
class IdleCamerasTest {

  private final MockProcessorContext<String, String> context = new MockProcessorContext<>();

  private <S extends StateStore> S open(StoreBuilder<S> builder) {
    S store = builder.withLoggingDisabled().build();
    store.init(context.getStateStoreContext(), store);
    return store;
  }

  @Test
  void aCameraWithoutOpenWindowsIsForgotten() {
    Serde<TrendAccumulator> values = StateSerdes.openTrend();
    KeyValueStore<String, TrendAccumulator> store =
        open(
            Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore("open"), Serdes.String(), values));
    OpenWindows windows = new OpenWindows(store);
    for (String camera : List.of("door", "gone")) {
      windows.of(camera).addFrame(5_000, 0);
      windows.saveChanged(camera);
    }
    windows.beginMoving("gone");
    List<Window> over = windows.of("gone").closeAll();
    assertThat(new OpenWindows(store).size()).as("the mark is no window").isEqualTo(2);
    windows.forget("gone", over);
    windows.forgetTheIdle();
    assertThat(windows.size()).isEqualTo(1);
    assertThat(windows.isAnyOpen("door")).isTrue();
    assertThat(windows.isAnyOpen("gone")).isFalse();
    assertThat(windows.size()).as("to ask is not to remember").isEqualTo(1);
    assertThat(store.all()).toIterable().hasSize(1);
  }

  @Test
  void theBuilderOfASilentCameraIsForgotten() {
    AggregatorConfig config = new AggregatorConfig(Map.of());
    TimestampedKeyValueStore<String, Camera> cameras =
        open(
            Stores.timestampedKeyValueStoreBuilder(
                Stores.inMemoryKeyValueStore("cameras"),
                Serdes.String(),
                config.topics().cameras().values()));
    CameraBuilders builders =
        new CameraBuilders(config.smoothing(), config.valenceWeights(), cameras);
    builders.of("door", 0);
    builders.of("gone", 0);
    builders.forget("gone");
    assertThat(builders.size()).isEqualTo(1);
    assertThat(builders.of("gone", 0)).as("when it comes back").isNotNull();
  }
}
