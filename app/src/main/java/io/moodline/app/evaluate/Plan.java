package io.moodline.app.evaluate;

import io.moodline.app.evaluate.pipeline.PipelinePlan;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.dataset.Split;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is to be measured.
 *
 * @param models ONNX files or cards; an empty path's text stands for the bundled model
 * @param data the data set
 * @param split which part of it
 * @param labels by which labels, where the data has them; none: an error
 * @param skipBad leave unusable rows out instead of stopping
 * @param clean look for near-duplicates among the training pictures
 * @param threads with which one model works
 * @param speedBudget about how long each batch size is timed
 * @param out folder of the report, when one is wanted
 * @param robustness judge on worse pictures, too
 * @param pipeline how faces are taken through the pipeline, too, when that is wanted
 * @param faces write sheets of the faces that models are wrong about
 */
public record Plan(
    List<String> models,
    Path data,
    Split split,
    List<LabelSet> labels,
    boolean skipBad,
    boolean clean,
    int threads,
    Duration speedBudget,
    Optional<Path> out,
    boolean robustness,
    Optional<PipelinePlan> pipeline,
    boolean faces) {

  public Plan {
    models = List.copyOf(models);
    labels = List.copyOf(labels);
  }
}
