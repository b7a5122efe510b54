package io.moodline.app.evaluate.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * How faces go through the pipeline.
 *
 * @param detectors kinds of detector, as {@code detector.kind} takes them; one run each
 * @param modelsFolder where YuNet's file is looked for
 * @param margin crop margin in the place of the card's, as {@code detector.crop.margin} takes it
 * @param landmarks reference points in the place of the card's, as {@code detector.crop.reference}
 *     takes them; empty text: cut out by boxes
 * @param smallest least side of a face, pixels of the frame
 * @param largest most side of a face, pixels of the frame
 */
public record PipelinePlan(
    List<String> detectors,
    String modelsFolder,
    Optional<String> margin,
    Optional<String> landmarks,
    int smallest,
    int largest) {

  /** The largest face that fits into a frame's cell, pixels. */
  public static final int LARGEST = Frames.LARGEST;

  /**
   * @throws IllegalArgumentException when the sizes are out of range
   */
  public PipelinePlan {
    detectors = List.copyOf(detectors);
    if (smallest < 16 || smallest > largest || largest > LARGEST) {
      throw new IllegalArgumentException(
          "faces are "
              + smallest
              + " to "
              + largest
              + " pixels, but must be within 16 to "
              + LARGEST);
    }
  }
}
