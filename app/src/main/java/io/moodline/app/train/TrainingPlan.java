package io.moodline.app.train;

import io.moodline.trainer.balance.Balancing;
import io.moodline.trainer.balance.ClassPlan;
import io.moodline.trainer.balance.WeightRule;
import io.moodline.trainer.network.Networks;
import io.moodline.trainer.training.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is to be trained.
 *
 * @param data the data set
 * @param skipBad true to leave unusable rows out and count them
 * @param dropNearDuplicates true to train without the faces that validation or test hold too
 * @param network which
 * @param dropout a share for all its dropout layers, in the place of its own
 * @param classes what is learnt
 * @param weights how much the main head's classes count
 * @param balancing how often they are shown
 * @param recipe how
 * @param start folder of an earlier training of this network, whose weights are the first
 * @param teachers folders of earlier trainings, or exported models, to learn from
 * @param threads that libtorch computes with
 * @param out folder of checkpoints, curves and the model
 * @param int8 true to export a model that computes its convolutions in 8 bits
 * @param command the network and its recipe, for the model's card
 */
public record TrainingPlan(
    Path data,
    boolean skipBad,
    boolean dropNearDuplicates,
    Networks network,
    OptionalDouble dropout,
    ClassChoice classes,
    WeightRule weights,
    Balancing balancing,
    Recipe recipe,
    Optional<Path> start,
    List<String> teachers,
    int threads,
    Path out,
    boolean int8,
    String command) {

  public TrainingPlan {
    teachers = List.copyOf(teachers);
  }

  /** A path, wherever the command is given; the name of a bundled model stays what it is. */
  private static String absolute(String teacher) {
    Path path = Path.of(teacher);
    return Files.exists(path) ? path.toAbsolutePath().normalize().toString() : teacher;
  }

  /**
   * What decides the outcome beside network and recipe, as text.
   *
   * @param heads what each head learns
   */
  String settings(List<ClassPlan> heads) {
    return "classes "
        + heads.stream().map(plan -> plan.labels() + " " + plan).toList()
        + ", dropout "
        + (dropout.isPresent() ? dropout.getAsDouble() : "as built")
        + ", weights "
        + weights
        + ", balancing "
        + balancing
        + ", near-duplicates "
        + (dropNearDuplicates ? "left out" : "kept")
        + ", data "
        + data.toAbsolutePath().normalize()
        + ", from "
        + start.map(path -> path.toAbsolutePath().normalize().toString()).orElse("random weights")
        + ", teachers "
        + teachers.stream().map(TrainingPlan::absolute).toList();
  }
}
