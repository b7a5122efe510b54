package io.moodline.detector.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.detector.tracking.Progress.Order;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final Progress PROGRESS =
      Progress.none().after(1000, 0).after(1000, 5).after(2000, 0).after(2000, 7);

  @Test
  void theFirstFrameBeginsASession() {
    assertThat(Progress.none().orderOf(1000, 0)).isEqualTo(Order.NEW_SESSION);
  }

  @Test
  void tellsNewFramesFromOldOnes() {
    assertThat(PROGRESS.orderOf(2000, 8)).isEqualTo(Order.NEXT);
    assertThat(PROGRESS.orderOf(2000, 12)).isEqualTo(Order.NEXT);
    assertThat(PROGRESS.orderOf(2000, 7)).isEqualTo(Order.DUPLICATE);
    assertThat(PROGRESS.orderOf(3000, 0)).isEqualTo(Order.NEW_SESSION);
  }

  @Test
  void framesOfTheSessionBeforeAreSupersededUnlessTheyWereHandled() {
    assertThat(PROGRESS.orderOf(1000, 5)).isEqualTo(Order.DUPLICATE);
    assertThat(PROGRESS.orderOf(1000, 6)).isEqualTo(Order.SUPERSEDED);
    assertThat(PROGRESS.after(1000, 6).orderOf(1000, 6)).isEqualTo(Order.DUPLICATE);
    assertThat(PROGRESS.after(1000, 6).orderOf(2000, 8)).isEqualTo(Order.NEXT);
    assertThat(PROGRESS.orderOf(500, 1)).isEqualTo(Order.SUPERSEDED);
    assertThat(PROGRESS.after(500, 1)).isEqualTo(PROGRESS);
  }

  @Test
  void aDuplicateIsNotHandledAgain() {
    assertThatThrownBy(() -> PROGRESS.after(2000, 7)).hasMessageContaining("handled before");
  }
}
