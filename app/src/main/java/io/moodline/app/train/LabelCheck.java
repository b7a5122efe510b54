package io.moodline.app.train;

import io.moodline.trainer.balance.ClassPlan;
import io.moodline.trainer.training.TrainingFaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Refuses a data set that has no label for one of the heads.
 *
 * @param data the data set
 * @param plans the classes of each head
 * @param advice what can be done about it
 */
record LabelCheck(Path data, List<ClassPlan> plans, String advice) {

  LabelCheck {
    plans = List.copyOf(plans);
  }

  /**
   * @param training faces of the training part
   * @param judged faces of the validation part
   * @throws IOException when one of them has no label for a head, saying which
   */
  void require(TrainingFaces training, TrainingFaces judged) throws IOException {
    for (int head = 0; head < plans.size(); head++) {
      if (training.labels().get(head).targets().stream().allMatch(Objects::isNull)) {
        throw unlabelled("training", head);
      }
      if (IntStream.of(judged.labels().get(head).truths()).allMatch(truth -> truth < 0)) {
        throw unlabelled("validation", head);
      }
    }
  }

  private IOException unlabelled(String part, int head) {
    return new IOException(
        "%s has no %s face with a label of %s; %s".formatted(data, part, plans.get(head), advice));
  }
}
