package io.moodline.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.trainer.augment.AugmentationPlan;
import io.moodline.trainer.training.CurvesFile;
import io.moodline.trainer.training.EpochResult;
import io.moodline.trainer.training.LearningRateSchedule;
import io.moodline.trainer.training.LossKind;
import io.moodline.trainer.training.OptimizerSettings;
import io.moodline.trainer.training.Recipe;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training of four epochs, in a place where people write 0,5. */
class ProgressTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final Locale before = Locale.getDefault();
  private long seconds;

  @BeforeEach
  void elsewhere() {
    Locale.setDefault(Locale.GERMANY);
  }

  @AfterEach
  void back() {
    Locale.setDefault(before);
  }

  /** Half an epoch took 10 s: 3.5 epochs will take 70 s. After one of 20 s, 3 will take 60 s. */
  @Test
  void theBarMovesAndTheEpochTakesItsPlace() throws IOException {
    Progress progress = progress(true);
    seconds = 10;
    progress.step(1, 5, 10, 0.5);

    assertThat(said())
        .isEqualTo(
            "\r\u001b[2Kepoch 1 of 4 [###############...............] loss 0.5000, 1 min left");
    seconds = 20;
    progress.epoch(result(1));
    assertThat(said())
        .isEqualTo(
            "\r\u001b[2Kepoch 1 of 4: loss 1.5000, validation loss 1.2500,"
                + " accuracy FER+ 0.7500 FER-2013 0.6250, 20 s, 1 min left\n");
  }

  /** 15 of 100 steps took 30 s, so an epoch takes 200 s, and 3.85 of them 770 s. */
  @Test
  void whereNoBarCanMoveALineIsSaidEachHalfMinute() throws IOException {
    Progress progress = progress(false);
    seconds = 29;
    progress.step(1, 14, 100, 0.5);
    assertThat(said()).isEmpty();
    seconds = 30;
    progress.step(1, 15, 100, 0.5);
    assertThat(said()).isEqualTo("epoch 1 of 4: step 15 of 100, loss 0.5000, 12 min left\n");
    seconds = 59;
    progress.step(1, 16, 100, 0.5);
    assertThat(said()).isEmpty();
    progress.epoch(result(1));
    assertThat(said()).startsWith("epoch 1 of 4: loss 1.5000");
    seconds = 88;
    progress.step(2, 16, 100, 0.5);
    assertThat(said()).as("29 s after the epoch's line").isEmpty();
    seconds = 89;
    progress.step(2, 16, 100, 0.5);
    assertThat(said()).startsWith("epoch 2 of 4: step 16 of 100");
  }

  /** Two epochs are of an earlier run: this one took 50 minutes for one, and has one left. */
  @Test
  void theTimeLeftIsThatOfThisRun() throws IOException {
    Progress progress = progress(false);
    progress.resumed(List.of(result(1), result(2)));
    assertThat(said()).isEqualTo("going on after epoch 2\n");
    seconds = 3000;
    progress.epoch(result(3));
    assertThat(said()).endsWith("50 min left\n");

    // A quarter of an epoch in 50 minutes: 1.75 take 350 more.
    seconds = 0;
    Progress slow = progress(false);
    slow.resumed(List.of(result(1), result(2)));
    said();
    seconds = 3000;
    slow.step(3, 1, 4, 0.5);
    assertThat(said()).endsWith("5 h 50 min left\n");
  }

  private Progress progress(boolean live) {
    CurvesFile curves =
        new CurvesFile(
            folder, "a title", List.of("logits", "fer2013"), List.of("FER+", "FER-2013"));
    return new Progress(
        curves, recipe(), new PrintWriter(out, true), live, () -> seconds * 1_000_000_000);
  }

  /** What was said since this was last asked. */
  private String said() {
    String said = out.toString().replace(System.lineSeparator(), "\n");
    out.getBuffer().setLength(0);
    return said;
  }

  private static EpochResult result(int epoch) {
    return new EpochResult(epoch, 0.1, 1.5, 1.25, List.of(0.75, 0.625), 20);
  }

  private static Recipe recipe() {
    return new Recipe(
        4,
        16,
        new OptimizerSettings(OptimizerSettings.Kind.MOMENTUM, 0.05, 0.9, 1e-4),
        LearningRateSchedule.ONE_CYCLE,
        LossKind.CROSS_ENTROPY,
        0.1,
        0.5,
        0.2,
        0.9,
        0,
        0,
        AugmentationPlan.parse("none"),
        false,
        7);
  }
}
