package io.moodline.app.evaluate.detector;

import io.moodline.detector.evaluation.GroundTruth;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What {@code moodline evaluate-detector} found out.
 *
 * @param at when
 * @param data where the ground truth was read from
 * @param truth pictures and marked faces
 * @param minIou least intersection over union of a detection with the face that it finds
 * @param results one for each detector
 */
public record DetectorReport(
    Instant at, Path data, GroundTruth truth, double minIou, List<DetectorResult> results) {

  public DetectorReport {
    results = List.copyOf(results);
  }
}
