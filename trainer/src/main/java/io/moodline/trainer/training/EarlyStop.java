package io.moodline.trainer.training;

import java.util.List;

/**
 * Ends a training when the validation loss has not fallen for some epochs.
 *
 * @param patience epochs without a new lowest loss that are waited for; 0: never stop early
 */
public record EarlyStop(int patience) {

  public EarlyStop {
    Ranges.check("patience", patience, 0, 10_000);
  }

  /** True when a training with this history is to end. */
  public boolean ends(List<EpochResult> history) {
    return patience > 0 && history.size() - 1 - best(history) >= patience;
  }

  /** The index of the lowest validation loss, the first of equals; -1 for none. */
  public static int best(List<EpochResult> history) {
    int best = -1;
    for (int i = 0; i < history.size(); i++) {
      if (best < 0 || history.get(i).validationLoss() < history.get(best).validationLoss()) {
        best = i;
      }
    }
    return best;
  }
}
