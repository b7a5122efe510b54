package io.moodline.aggregator.live;

import static io.moodline.aggregator.live.Events.moment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.aggregator.api.NotReadyException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LiveHubTest {

  private static final LiveFilter ANY = new LiveFilter(null, null, null, 0);

  /** Tails that were started; what is given to the last one's reader is what happens. */
  private final List<FakeTail> tails = new ArrayList<>();

  private final LiveHub hub =
      new LiveHub(
          reader -> {
            tails.add(new FakeTail(reader));
            return tails.get(tails.size() - 1);
          },
          camera -> null);

  private static final class FakeTail implements LiveHub.Source {
    private final Consumer<LiveEvent> reader;
    private boolean closed;

    FakeTail(Consumer<LiveEvent> reader) {
      this.reader = reader;
    }

    @Override
    public boolean awaitReady(long patienceMs) {
      return true;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void oneTailReadsForAllAndEndsWithTheLast() throws Exception {
    assertThat(tails).isEmpty();
    LiveHub.Listener first = hub.join(ANY).orElseThrow();
    LiveHub.Listener second = hub.join(ANY).orElseThrow();
    assertThat(tails).hasSize(1);
    tails.get(0).reader.accept(moment("door", 1));
    assertThat(first.take(0).events()).containsExactly(moment("door", 1));
    assertThat(second.take(0).events()).containsExactly(moment("door", 1));
    first.close();
    assertThat(tails.get(0).closed).isFalse();
    second.close();
    assertThat(tails.get(0).closed).isTrue();
    assertThat(hub.join(ANY)).isPresent();
    assertThat(tails).hasSize(2);
  }

  @Test
  void whatIsClosedStartsNoTailThatNobodyWouldClose() {
    LiveHub.Listener listener = hub.join(ANY).orElseThrow();
    hub.close();
    assertThat(listener.isOpen()).isFalse();
    assertThat(tails.get(0).closed).isTrue();
    assertThatThrownBy(() -> hub.join(ANY)).isInstanceOf(NotReadyException.class);
    assertThat(tails).hasSize(1);
  }

  @Test
  void thereIsRoomForSoManyOnly() {
    List<LiveHub.Listener> all = new ArrayList<>();
    for (int i = 0; i < LiveHub.MAX_LISTENERS; i++) {
      all.add(hub.join(ANY).orElseThrow());
    }
    assertThat(hub.join(ANY)).isEmpty();
    all.get(0).close();
    assertThat(hub.join(ANY)).isPresent();
  }
}
