package io.moodline.app.train;

import io.moodline.trainer.training.CurvesFile;
import io.moodline.trainer.training.EpochResult;
import io.moodline.trainer.training.Recipe;
import io.moodline.trainer.training.TrainingListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows how a training goes: a bar that moves, or where none can a line every half minute; a line
 * an epoch; and the curves.
 */
final class Progress implements TrainingListener {

  private static final int BAR = 30;
  private static final long QUIET_NS = Duration.ofSeconds(30).toNanos();

  /** Back to the line's start, and the line emptied. */
  private static final String ERASE = "\r\u001b[2K";

  private final Recipe recipe;
  private final PrintWriter out;
  private final boolean live;
  private final CurvesFile curves;
  private final LongSupplier clock;
  private final List<EpochResult> history = new ArrayList<>();
  private final long began;
  private long spoke;
  private int resumedAt;

  /**
   * @param live true when {@code out} is a terminal, on which a bar can move
   * @param clock nanoseconds, from any moment
   */
  Progress(CurvesFile curves, Recipe recipe, PrintWriter out, boolean live, LongSupplier clock) {
    this.curves = curves;
    this.recipe = recipe;
    this.out = out;
    this.live = live;
    this.clock = clock;
    this.began = clock.getAsLong();
    this.spoke = began;
  }

  /** What an earlier run of the same training already did. */
  void resumed(List<EpochResult> earlier) throws IOException {
    history.addAll(earlier);
    resumedAt = earlier.size();
    if (resumedAt > 0) {
      curves.write(history);
      out.printf("going on after epoch %d%n", resumedAt);
      out.flush();
    }
  }

  @Override
  public void step(int epoch, int step, int steps, double loss) {
    String left = left(epoch - 1 + (double) step / steps);
    if (live) {
      bar(epoch, step, steps, loss, left);
    } else if (clock.getAsLong() - spoke >= QUIET_NS) {
      out.printf(
          Locale.ROOT,
          "epoch %d of %d: step %d of %d, loss %.4f, %s left%n",
          epoch,
          recipe.epochs(),
          step,
          steps,
          loss,
          left);
      spoken();
    }
  }

  private void bar(int epoch, int step, int steps, double loss, String left) {
    int full = BAR * step / steps;
    out.printf(
        Locale.ROOT,
        ERASE + "epoch %d of %d [%s%s] loss %.4f, %s left",
        epoch,
        recipe.epochs(),
        "#".repeat(full),
        ".".repeat(BAR - full),
        loss,
        left);
    spoken();
  }

  private void spoken() {
    out.flush();
    spoke = clock.getAsLong();
  }

  @Override
  public void epoch(EpochResult result) throws IOException {
    history.add(result);
    curves.write(history);
    StringBuilder accuracies = new StringBuilder();
    for (int head = 0; head < curves.labels().size(); head++) {
      accuracies.append(
          String.format(
              Locale.ROOT, " %s %.4f", curves.labels().get(head), result.accuracies().get(head)));
    }
    out.printf(
        Locale.ROOT,
        "%sepoch %d of %d: loss %.4f, validation loss %.4f, accuracy%s, %.0f s, %s left%n",
        live ? ERASE : "",
        result.epoch(),
        recipe.epochs(),
        result.trainingLoss(),
        result.validationLoss(),
        accuracies,
        result.seconds(),
        left(result.epoch()));
    spoken();
  }

  /** The time left at the speed of this run so far. */
  private String left(double epochsDone) {
    double seconds = (clock.getAsLong() - began) / 1e9;
    double each = seconds / Math.max(1e-6, epochsDone - resumedAt);
    Duration left = Duration.ofSeconds(Math.round(each * (recipe.epochs() - epochsDone)));
    return left.toHours() > 0
        ? left.toHours() + " h " + left.toMinutesPart() + " min"
        : left.toMinutes() > 0 ? left.toMinutes() + " min" : left.toSeconds() + " s";
  }
}
