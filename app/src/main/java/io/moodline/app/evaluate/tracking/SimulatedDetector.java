package io.moodline.app.evaluate.tracking;

import io.moodline.detector.evaluation.tracking.TruthBox;
import io.moodline.detector.geometry.Box;
import io.moodline.detector.tracking.Detection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What a detector makes of a crowd: boxes that tremble, faces missed for some frames, weak scores
 * for covered faces, and faces where there are none.
 *
 * <p>Trembling was measured on videos at 10 frames a second, as the second difference of positions:
 * YuNet's centres by 0.3 to 1 % of a face's size and its sizes by 0.5 to 1.4 %, the cascade's by
 * 0.6 to 2.3 % and 1.3 to 4 %; of faces seen before and after, the cascade missed up to one in
 * seven. Not thread-safe.
 */
final class SimulatedDetector {

  /** Detectors give nothing below this score. */
  static final double MIN_SCORE = 0.6;

  /** Of a face of which less is seen nothing is found; of which more than the other, nearly all. */
  private static final double HARDLY_SEEN = 0.45;

  private static final double WELL_SEEN = 0.8;

  private static final double CENTRE_NOISE = 0.02;
  private static final double SIZE_NOISE = 0.03;

  /**
   * The box of a covered face moves by this part of the way to what is seen, and is smaller by this
   * part of what is covered. Of a face of the demo's that someone passed YuNet, at 59 % to be seen,
   * moved the box by 15 % of its size and gave 89 % of it.
   */
  private static final double COVERED_SHIFTS = 0.7;

  private static final double COVERED_SHRINKS = 0.25;

  /** Part of the trembling that lasts, and for how long. */
  private static final double LASTING = 0.6;

  private static final double LASTING_MS = 250;

  /** Bursts of misses: how long they last, and what share of the time. */
  private static final double BURST_MS = 180;

  private static final double BURST_SHARE = 0.03;

  /** Most faces are found easily, one in ten is dark or blurred. */
  static double usualScore(Random random) {
    boolean hard = random.nextInt(10) == 0;
    return Math.min(0.96, (hard ? 0.74 : 0.9) + 0.03 * random.nextGaussian());
  }

  private final Random random;
  private final Map<Long, Wobble> wobbles = new HashMap<>();
  private final PhantomFaces phantoms;
  private double lastMs = Double.NEGATIVE_INFINITY;

  /**
   * @param phantoms faces seen where there are none
   */
  SimulatedDetector(Random random, PhantomFaces phantoms) {
    this.random = random;
    this.phantoms = phantoms;
  }

  /**
   * A face in the picture.
   *
   * @param score what it gets in full view, 0 to 1
   */
  record Seen(long person, double score, Box box, Visibility visibility) {

    /** A face of which less is to be seen does not count. */
    private static final double COUNTED = 0.6;

    TruthBox truth() {
      return new TruthBox(person, box, visibility.share() >= COUNTED);
    }
  }

  /** What drifts slowly in how one face is found, in standard deviations; and misses in a row. */
  private record Wobble(double x, double y, double size, double score, boolean missing) {}

  /** What is found at a time, later than that of the call before. */
  List<Detection> detect(double ms, List<Seen> faces) {
    double sinceMs = ms - lastMs;
    List<Detection> found = new ArrayList<>();
    for (Seen face : faces) {
      Wobble wobble = next(wobbles.get(face.person()), sinceMs);
      wobbles.put(face.person(), wobble);
      find(face, wobble).ifPresent(found::add);
    }
    found.addAll(phantoms.at(ms));
    lastMs = ms;
    return found;
  }

  private Wobble next(Wobble before, double sinceMs) {
    if (before == null) {
      return new Wobble(gauss(), gauss(), gauss(), gauss(), random.nextDouble() < BURST_SHARE);
    }
    double kept = Math.exp(-sinceMs / LASTING_MS);
    double fresh = Math.sqrt(1 - kept * kept);
    // A chain of two states in continuous time, so that misses do not depend on the frame rate.
    double stays = Math.exp(-sinceMs / (BURST_MS * (1 - BURST_SHARE)));
    double missing = BURST_SHARE * (1 - stays) + (before.missing ? stays : 0);
    return new Wobble(
        kept * before.x + fresh * gauss(),
        kept * before.y + fresh * gauss(),
        kept * before.size + fresh * gauss(),
        kept * before.score + fresh * gauss(),
        random.nextDouble() < missing);
  }

  private Optional<Detection> find(Seen face, Wobble wobble) {
    double share = face.visibility().share();
    double chance = (share - HARDLY_SEEN) / (WELL_SEEN - HARDLY_SEEN);
    double luck = random.nextDouble();
    double score = face.score() - 0.5 * Math.max(0, WELL_SEEN - share) + 0.02 * wobble.score;
    Box box = tremble(face, wobble);
    return wobble.missing || luck >= chance || score < MIN_SCORE
        ? Optional.empty()
        : Optional.of(new Detection(box, Math.min(1, score)));
  }

  private Box tremble(Seen face, Wobble wobble) {
    Box box = face.box();
    double worse = 1 + 2 * (1 - face.visibility().share());
    double centre = CENTRE_NOISE * box.size() * worse;
    double factor =
        (1 - COVERED_SHRINKS * (1 - face.visibility().share()))
            * Math.exp(SIZE_NOISE * worse * mixed(wobble.size));
    return Box.around(
        box.centerX()
            + COVERED_SHIFTS * (face.visibility().x() - box.centerX())
            + centre * mixed(wobble.x),
        box.centerY()
            + COVERED_SHIFTS * (face.visibility().y() - box.centerY())
            + centre * mixed(wobble.y),
        box.width() * factor,
        box.height() * factor);
  }

  private double mixed(double lasting) {
    return LASTING * lasting + Math.sqrt(1 - LASTING * LASTING) * gauss();
  }

  private double gauss() {
    return random.nextGaussian();
  }
}
