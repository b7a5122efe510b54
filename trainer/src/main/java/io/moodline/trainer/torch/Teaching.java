package io.moodline.trainer.torch;

import io.moodline.trainer.network.TrainedNetwork;
import io.moodline.trainer.training.Teacher;
import java.util.List;

/**
 * What a network learns from beside the labels: the mean of what all of these answer.
 *
 * @param networks earlier trainings, which have the learner's heads
 * @param models other teachers; whoever opened them closes them
 */
public record Teaching(List<TrainedNetwork> networks, List<Teacher> models) {

  /** Labels only. */
  public static final Teaching NONE = new Teaching(List.of(), List.of());

  public Teaching {
    networks = List.copyOf(networks);
    models = List.copyOf(models);
  }
}
