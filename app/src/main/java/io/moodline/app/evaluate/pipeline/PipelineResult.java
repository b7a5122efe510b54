package io.moodline.app.evaluate.pipeline;

import io.moodline.trainer.dataset.LabelSet;
import java.util.List;

/**
 * What the way through the pipeline does to one model's answers.
 *
 * @param model its name in the report
 * @param detector which detector ran: haar or yunet
 * @param crop how faces were cut out, in words
 * @param frames how many frames were made
 * @param placed how many faces were placed in them
 * @param detected how many of those were found
 * @param spurious how many faces were found where none was placed
 * @param losses by label set, on the faces that were found
 */
public record PipelineResult(
    String model,
    String detector,
    String crop,
    int frames,
    int placed,
    int detected,
    int spurious,
    List<Loss> losses) {

  public PipelineResult {
    losses = List.copyOf(losses);
  }

  /** The share of placed faces that were found, 0 to 1. */
  public double detectedShare() {
    return placed == 0 ? 0 : (double) detected / placed;
  }

  /**
   * What is lost on the same faces.
   *
   * @param labels by whose labels
   * @param faces how many were found and have a label
   * @param direct how many answers were right on the pictures themselves
   * @param pipeline how many were right on the detector's crops
   * @param spoilt how many were right on the pictures alone; those right on the crops alone are
   *     {@code pipeline - direct + spoilt}
   */
  public record Loss(LabelSet labels, int faces, int direct, int pipeline, int spoilt) {

    private static final double Z = 1.959963984540054;

    /** Accuracy on the pictures themselves, 0 to 1. */
    public double directAccuracy() {
      return share(direct);
    }

    /** Accuracy on the detector's crops, 0 to 1. */
    public double pipelineAccuracy() {
      return share(pipeline);
    }

    /** What the pipeline adds to the accuracy; below 0 when it costs some. */
    public double difference() {
      return share(pipeline - direct);
    }

    /**
     * How far the true difference may be from this one, 95%: from the faces on which the two
     * differ, as they are the same faces.
     */
    public double uncertainty() {
      if (faces == 0) {
        return 0;
      }
      double gained = pipeline - direct + spoilt;
      double differ = gained + spoilt;
      double net = gained - spoilt;
      return Z * Math.sqrt(Math.max(0, differ - net * net / faces)) / faces;
    }

    private double share(int part) {
      return faces == 0 ? 0 : (double) part / faces;
    }
  }
}
