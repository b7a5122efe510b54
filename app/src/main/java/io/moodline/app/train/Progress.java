package io.moodline.app.train;

import io.moodline.trainer.network.Network;
import io.moodline.trainer.training.CurvesFile;
import io.moodline.trainer.training.EpochResult;
import io.moodline.trainer.training.Recipe;
import io.moodline.trainer.training.TrainingListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Shows how a training goes: a bar that moves, a line an epoch, and the curves. */
final class Progress implements TrainingListener {

  private static final int BAR = 30;

  /** Back to the line's start, and the line emptied. */
  private static final String ERASE = "\r\u001b[2K";

  private final Recipe recipe;
  private final PrintWriter out;
  private final boolean live;
  private final CurvesFile curves;
  private final String title;
  private final List<String> heads;
  private final List<EpochResult> history = new ArrayList<>();
  private final long began = System.nanoTime();
  private int resumedAt;

  Progress(Network network, Recipe recipe, Path folder, PrintWriter out, boolean live) {
    this.recipe = recipe;
    this.out = out;
    this.live = live;
    this.heads = network.heads().stream().map(Network.Head::output).toList();
    this.curves = new CurvesFile(folder, heads);
    this.title = network.name();
  }

  /** What an earlier run of the same training already did. */
  void resumed(List<EpochResult> earlier) throws IOException {
    history.addAll(earlier);
    resumedAt = earlier.size();
    if (resumedAt > 0) {
      curves.write(title, history);
      out.printf("going on after epoch %d%n", resumedAt);
      out.flush();
    }
  }

  @Override
  public void step(int epoch, int step, int steps, double loss) {
    if (!live) {
      return;
    }
    int full = BAR * step / steps;
    out.printf(
        ERASE + "epoch %d of %d [%s%s] loss %.4f, %s left",
        epoch,
        recipe.epochs(),
        "#".repeat(full),
        ".".repeat(BAR - full),
        loss,
        left(epoch - 1 + (double) step / steps));
    out.flush();
  }

  @Override
  public void epoch(EpochResult result) throws IOException {
    history.add(result);
    curves.write(title, history);
    StringBuilder accuracies = new StringBuilder();
    for (int head = 0; head < heads.size(); head++) {
      accuracies.append(String.format(" %s %.4f", heads.get(head), result.accuracies().get(head)));
    }
    out.printf(
        "%sepoch %d of %d: loss %.4f, validation loss %.4f, accuracy%s, %.0f s, %s left%n",
        live ? ERASE : "",
        result.epoch(),
        recipe.epochs(),
        result.trainingLoss(),
        result.validationLoss(),
        accuracies,
        result.seconds(),
        left(result.epoch()));
    out.flush();
  }

  /** The time left at the speed of this run so far. */
  private String left(double epochsDone) {
    double seconds = (System.nanoTime() - began) / 1e9;
    double each = seconds / Math.max(1e-6, epochsDone - resumedAt);
    Duration left = Duration.ofSeconds(Math.round(each * (recipe.epochs() - epochsDone)));
    return left.toHours() > 0
        ? left.toHours() + " h " + left.toMinutesPart() + " min"
        : left.toMinutes() > 0 ? left.toMinutes() + " min" : left.toSeconds() + " s";
  }
}
