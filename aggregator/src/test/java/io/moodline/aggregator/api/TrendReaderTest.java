package io.moodline.aggregator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.aggregator.stores.KeyRange;
import io.moodline.aggregator.stores.StoreRef;
import io.moodline.aggregator.stores.StoreRefs;
import io.moodline.aggregator.stores.Stores;
import io.moodline.aggregator.trend.CameraWindows.Window;
import io.moodline.aggregator.trend.Span;
import io.moodline.aggregator.trend.Step;
import io.moodline.aggregator.trend.TrendAccumulator;
import io.moodline.aggregator.trend.TrendKeys;
import io.moodline.aggregator.trend.Trends;
import io.moodline.aggregator.trend.WindowGrid;
import io.moodline.schemas.Trend;
import io.moodline.schemas.TrendScope;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.Test;

/** Reading while windows close: what is read is from one moment, or is refused. */
class TrendReaderTest {

  private static final String TEN = "CAMERA/door/10000/0000000000000";
  private static final String MINUTE = "CAMERA/door/60000/0000000000000";

  private final Moving stores = new Moving();

  private SortedMap<Long, Trend> minutes() {
    return new TrendReader(stores)
        .read(
            TrendScope.CAMERA,
            "door",
            Step.MINUTE,
            new WindowGrid(ZoneOffset.UTC),
            new Span(0, 60_000),
            List.of("door"));
  }

  private static TrendAccumulator frames(int frames) {
    TrendAccumulator window = new TrendAccumulator();
    for (int i = 0; i < frames; i++) {
      window.addFrame(0);
    }
    return window;
  }

  @Test
  void aMinuteThatTookInATenSecondWindowOfTheSameNameIsReadAgain() {
    // Three frames are open. They go to their minute, and the window opens anew (time down) with
    // one more: the same keys, and yet another state.
    stores.open.put(TEN, frames(3));
    stores.open.put(MINUTE, frames(2));
    stores.afterStored.add(
        () -> {
          stores.open.put(TEN, frames(3));
          stores.open.put(MINUTE, frames(5));
        });
    assertThat(minutes().get(0L).getFrames()).isEqualTo(8);
  }

  @Test
  void aWindowThatOnlyGrowsIsReadOnce() {
    stores.open.put(TEN, frames(3));
    stores.afterStored.add(() -> stores.open.put(TEN, frames(4)));
    assertThat(minutes().get(0L).getFrames()).isEqualTo(3);
  }

  @Test
  void aWindowThatClosesMeanwhileIsCountedOnce() {
    stores.open.put(MINUTE, frames(5));
    stores.afterOpen.add(
        () -> {
          stores.open.clear();
          stores.closed = Trends.ofCamera("door", new Window(60_000, 0, frames(5)), true);
        });
    assertThat(minutes().get(0L).getFrames()).isEqualTo(5);
  }

  @Test
  void aWindowThatIsInTwoPlacesWhileItClosesIsCountedOnce() {
    // The three frames are in their minute already, and their window is still there, at both looks.
    stores.open.put(TrendKeys.moving("door"), new TrendAccumulator());
    stores.open.put(TEN, frames(3));
    stores.open.put(MINUTE, frames(5));
    stores.afterOpen.add(() -> {});
    stores.afterOpen.add(
        () -> {
          stores.open.remove(TEN);
          stores.open.remove(TrendKeys.moving("door"));
        });
    assertThat(minutes().get(0L).getFrames()).isEqualTo(5);
  }

  @Test
  void aMinuteThatIsStoredAndNotYetForgottenIsCountedOnce() {
    stores.open.put(TrendKeys.moving("door"), new TrendAccumulator());
    stores.open.put(MINUTE, frames(5));
    stores.closed = Trends.ofCamera("door", new Window(60_000, 0, frames(5)), true);
    stores.afterOpen.add(() -> {});
    stores.afterOpen.add(stores.open::clear);
    assertThat(minutes().get(0L).getFrames()).isEqualTo(5);
  }

  @Test
  void aWindowThatClosesAndOpensAnewIsReadAgain() {
    // Time down: the window closes into a minute that was not there, and opens with as much.
    stores.open.put(TEN, down(5_000));
    stores.afterStored.add(() -> stores.open.put(MINUTE, down(5_000)));
    assertThat(minutes().get(0L).getDownMs()).isEqualTo(10_000);
  }

  private static TrendAccumulator down(long ms) {
    TrendAccumulator window = new TrendAccumulator();
    window.addDownTime(ms);
    return window;
  }

  @Test
  void whatNeverStandsStillIsRefused() {
    for (int i = 1; i < 100; i++) {
      int frames = i;
      stores.afterStored.add(() -> stores.open.put(MINUTE, frames(frames)));
    }
    stores.open.put(MINUTE, frames(0));
    assertThatThrownBy(this::minutes).isInstanceOf(NotReadyException.class);
  }

  /** Stores that change between reads. */
  private static final class Moving implements Stores {

    final TreeMap<String, TrendAccumulator> open = new TreeMap<>();
    final List<Runnable> afterOpen = new ArrayList<>();
    final List<Runnable> afterStored = new ArrayList<>();
    Trend closed;

    @Override
    public <V> Optional<V> get(StoreRef<V> store, String routingKey, String key) {
      throw new UnsupportedOperationException();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V> List<KeyValue<String, V>> range(
        StoreRef<V> store, String routingKey, KeyRange range) {
      List<KeyValue<String, V>> found = new ArrayList<>();
      if (store == StoreRefs.OPEN_TRENDS) {
        open.forEach((key, value) -> found.add(KeyValue.pair(key, (V) value)));
        run(afterOpen);
      } else {
        if (closed != null) {
          found.add(KeyValue.pair(MINUTE, (V) closed));
        }
        run(afterStored);
      }
      return found;
    }

    private static void run(List<Runnable> changes) {
      if (!changes.isEmpty()) {
        changes.remove(0).run();
      }
    }

    @Override
    public <V> List<KeyValue<String, V>> all(StoreRef<V> store) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Stores orCopies(Runnable onCopy) {
      return this;
    }
  }
}
