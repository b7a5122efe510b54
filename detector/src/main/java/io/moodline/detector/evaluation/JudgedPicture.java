package io.moodline.detector.evaluation;

import java.util.List;

/**
 * What people marked in a picture, and what a detector found there.
 *
 * @param faces marked by people
 * @param found by the detector, in any order
 */
public record JudgedPicture(List<TruthFace> faces, List<ScoredBox> found) {

  public JudgedPicture {
    faces = List.copyOf(faces);
    found = List.copyOf(found);
  }
}
