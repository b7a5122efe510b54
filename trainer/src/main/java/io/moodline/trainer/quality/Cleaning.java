package io.moodline.trainer.quality;

import io.moodline.trainer.dataset.FerPlusRow;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.Split;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A data set without what misleads: pictures with a fault in every part; training faces with a
 * near-duplicate among the others, and validation faces with one among the test faces. Test faces
 * are never left out for a near-duplicate, so that figures stay comparable.
 *
 * @param kept the faces to keep, in their order
 * @param leftOut the others, in their order, with why
 */
public record Cleaning(List<LabelledFace> kept, List<LeftOut> leftOut) {

  /** Why a face is left out. */
  public enum Reason {
    CONSTANT,
    NEAR_BLACK,
    PIXELATED,
    /** No annotator saw a face. */
    NO_FACE,
    /** The data set has votes, but not for this picture. */
    NO_VOTES,
    /** A training face that the validation or test set has too. */
    NEAR_DUPLICATE_OF_VALID_OR_TEST,
    /** A validation face that the test set has too. */
    NEAR_DUPLICATE_OF_TEST
  }

  /** A face that is left out. */
  public record LeftOut(LabelledFace face, Reason reason) {}

  public Cleaning {
    kept = List.copyOf(kept);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Divides a data set.
   *
   * @param threshold the correlation that a near-duplicate is above; above 0 and below 1
   * @throws IllegalArgumentException when the threshold is not
   */
  public static Cleaning of(List<LabelledFace> faces, double threshold) {
    Map<LabelledFace, Reason> reasons = new IdentityHashMap<>();
    boolean hasVotes = faces.stream().anyMatch(face -> face.votes().isPresent());
    for (LabelledFace face : faces) {
      faultOf(face, hasVotes).ifPresent(reason -> reasons.put(face, reason));
    }
    List<LabelledFace> test = in(faces, Split.TEST);
    List<LabelledFace> others = in(faces, Split.VALID);
    NearDuplicates.of(others, test, threshold)
        .forEach(face -> reasons.putIfAbsent(face, Reason.NEAR_DUPLICATE_OF_TEST));
    others.addAll(test);
    NearDuplicates.of(in(faces, Split.TRAIN), others, threshold)
        .forEach(face -> reasons.putIfAbsent(face, Reason.NEAR_DUPLICATE_OF_VALID_OR_TEST));
    return divided(faces, reasons);
  }

  private static Cleaning divided(List<LabelledFace> faces, Map<LabelledFace, Reason> reasons) {
    List<LabelledFace> kept = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (LabelledFace face : faces) {
      if (reasons.containsKey(face)) {
        leftOut.add(new LeftOut(face, reasons.get(face)));
      } else {
        kept.add(face);
      }
    }
    return new Cleaning(kept, leftOut);
  }

  private static Optional<Reason> faultOf(LabelledFace face, boolean hasVotes) {
    Optional<PictureFault> fault = PictureFault.of(face.pixels());
    if (fault.isPresent()) {
      return fault.map(found -> Reason.valueOf(found.name()));
    }
    if (!hasVotes) {
      return Optional.empty();
    }
    return face.votes().isEmpty()
        ? Optional.of(Reason.NO_VOTES)
        : face.votes().filter(Cleaning::showsNoFace).map(row -> Reason.NO_FACE);
  }

  private static boolean showsNoFace(FerPlusRow row) {
    return row.votes().stream().mapToInt(Integer::intValue).sum() == row.notAFace();
  }

  private static List<LabelledFace> in(List<LabelledFace> faces, Split split) {
    List<LabelledFace> found = new ArrayList<>(faces);
    found.removeIf(face -> face.split() != split);
    return found;
  }
}
