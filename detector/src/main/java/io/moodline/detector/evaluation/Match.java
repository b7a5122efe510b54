package io.moodline.detector.evaluation;

/**
 * What became of one detection.
 *
 * @param detection its index in its picture
 * @param score the detector's confidence
 * @param verdict right, wrong or neither
 * @param face the index of the marked face that it was matched to; -1 when there is none
 */
public record Match(int detection, double score, Verdict verdict, int face) {

  /** How a detection counts. */
  public enum Verdict {
    /** It found a marked face, which nothing surer had found. */
    FOUND,
    /** Nobody is there, or something surer had found the face. */
    FALSE,
    /** It counts neither way: the face is to be ignored, or is of a size not asked for. */
    IGNORED
  }
}
