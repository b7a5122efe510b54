package io.moodline.app.evaluate;

import io.moodline.app.evaluate.pipeline.PipelineResult;
import io.moodline.trainer.dataset.Split;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * What was measured of several models on the same faces.
 *
 * @param data where the faces were read from
 * @param format what form the data set has
 * @param split which part of it
 * @param faces how many pictures there are, with or without a label
 * @param seen how many of them have a near-duplicate among the training pictures; empty when that
 *     is not known
 * @param skipped how many rows or pictures were left out because they cannot be used
 * @param threads with how many threads the speed was measured
 * @param at when
 * @param faceSheets whether sheets of mistaken faces lie beside the report
 * @param models the models, in the order they were named
 * @param robustness how they do on worse pictures, by label set; none when that was not asked for
 * @param pipeline what the way through the pipeline costs them; none when that was not asked for
 */
public record EvaluationReport(
    String data,
    String format,
    Split split,
    int faces,
    OptionalInt seen,
    int skipped,
    int threads,
    Instant at,
    boolean faceSheets,
    List<ModelReport> models,
    List<Robustness> robustness,
    List<PipelineResult> pipeline) {

  public EvaluationReport {
    models = List.copyOf(models);
    robustness = List.copyOf(robustness);
    pipeline = List.copyOf(pipeline);
  }
}
