package io.moodline.aggregator.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.trend.ScopeState;
import io.moodline.aggregator.trend.ScopeState.Window;
import io.moodline.aggregator.trend.Span;
import io.moodline.aggregator.trend.Step;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class ScopeStateTest {

  private static final Window HOUR = new Window(Step.HOUR, new Span(0, 3_600_000));
  private static final long PATIENCE = 30_000;

  private final ScopeState state = new ScopeState();

  @Test
  void anHourIsOverWhenAllItsCamerasHavePassedIt() {
    assertThat(state.contributes(HOUR, "a", 60_000, 62_000)).isTrue();
    assertThat(state.contributes(HOUR, "a", 120_000, 122_000)).isFalse();
    assertThat(state.contributes(HOUR, "b", 60_000, 62_000)).isTrue();
    assertThat(state.contributors(HOUR)).isEqualTo(2);
    state.cameTo("a", 3_600_000, 3_602_000);
    state.cameTo("b", 3_540_000, 3_542_000);
    assertThat(state.takeOver(3_602_000, PATIENCE)).isEmpty();
    state.cameTo("b", 3_600_000, 3_603_000);
    assertThat(state.takeOver(3_603_000, PATIENCE)).containsExactly(HOUR);
    assertThat(state.takeOver(3_603_000, PATIENCE)).as("once").isEmpty();
  }

  @Test
  void theTimeOfASilentCameraGoesOnWithTheWallClock() {
    // Two seconds behind the wall clock: 3,600,000 is reached after 3,602,000 and the patience.
    state.contributes(HOUR, "a", 60_000, 62_000);
    assertThat(state.takeOver(3_631_999, PATIENCE)).isEmpty();
    assertThat(state.takeOver(3_632_000, PATIENCE)).containsExactly(HOUR);
  }

  @Test
  void theTimeOfOneThatIsHeardOfDoesNot() {
    state.contributes(HOUR, "a", 60_000, 62_000);
    state.heardOf("a", 50_000, 3_600_000);
    assertThat(state.takeOver(3_632_000, PATIENCE)).isEmpty();
    // As it has said 60,000 already: 3,540,000 are missing, and the patience.
    assertThat(state.takeOver(7_169_999, PATIENCE)).isEmpty();
    assertThat(state.takeOver(7_170_000, PATIENCE)).containsExactly(HOUR);
  }

  @Test
  void aClockThatIsTurnedBackSaysNothingOfWhatCameBefore() {
    Window later = new Window(Step.HOUR, new Span(7_200_000, 10_800_000));
    state.contributes(later, "a", 7_260_000, 7_262_000);
    state.cameTo("a", 60_000, 7_300_000);
    // Still counted from what it said of that hour.
    assertThat(state.takeOver(10_831_999, PATIENCE)).isEmpty();
    assertThat(state.takeOver(10_832_000, PATIENCE)).containsExactly(later);
  }

  @Test
  void whatIsWrittenDownIsRead() {
    state.contributes(HOUR, "a", 60_000, 62_000);
    state.contributes(new Window(Step.DAY, new Span(0, 86_400_000)), "b", 60_000, 62_000);
    state.cameOld(Step.MINUTE, 77);
    state.sites().begin(60_000, "north");
    state.sites().begin(120_000, "south");
    state.downThrough(99);
    state.upAgain(101);
    state.downThrough(100);
    Serde<ScopeState> serde = StateSerdes.scopeState();
    byte[] bytes = serde.serializer().serialize("t", state);
    ScopeState read = serde.deserializer().deserialize("t", bytes);
    assertThat(serde.serializer().serialize("t", read)).isEqualTo(bytes);
    assertThat(read.oldMs(Step.MINUTE)).isEqualTo(77);
    assertThat(read.downThroughMs()).isEqualTo(100);
    assertThat(read.downGivenMs()).isEqualTo(101);
    assertThat(read.sites().at(60_000)).isEqualTo("north");
    assertThat(read.sites().last()).isEqualTo("south");
    assertThat(read.takeOver(3_632_000, PATIENCE)).containsExactly(HOUR);
  }

  @Test
  void aStateOfBeforeItWasToldWhatWasCountedIsRead() {
    // Version 1: down through 70,000, four times when something old came, and nothing that grows.
    byte[] old =
        ByteBuffer.allocate(1 + 5 * Long.BYTES + Integer.BYTES)
            .put((byte) 1)
            .putLong(70_000)
            .putLong(0)
            .putLong(77)
            .array();
    ScopeState read = StateSerdes.scopeState().deserializer().deserialize("t", old);
    assertThat(read.downThroughMs()).isEqualTo(70_000);
    assertThat(read.downGivenMs()).isEqualTo(70_000);
    assertThat(read.oldMs(Step.MINUTE)).isEqualTo(77);
  }
}
