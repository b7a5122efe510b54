package io.moodline.app.evaluate.detector;

import io.moodline.detector.FaceFinder;
import io.moodline.detector.FoundFaces;
import io.moodline.detector.evaluation.DetectionScores;
import io.moodline.detector.evaluation.JudgedPicture;
import io.moodline.detector.evaluation.Matching;
import io.moodline.detector.evaluation.TruthPicture;
import io.moodline.detector.opencv.DecodedPicture;
import java.util.ArrayList;
import java.util.List;

/** Runs one detector over pictures. Used once, by one thread. */
final class DetectorRun {

  private final DetectorChoice choice;
  private final Matching matching;
  private final List<FoundPicture> found = new ArrayList<>();
  private final List<JudgedPicture> operating = new ArrayList<>();
  private final List<JudgedPicture> all = new ArrayList<>();
  private final List<Long> decodeNanos = new ArrayList<>();
  private final List<Long> findNanos = new ArrayList<>();

  DetectorRun(DetectorChoice choice, Matching matching) {
    this.choice = choice;
    this.matching = matching;
  }

  /**
   * Runs.
   *
   * @param pictures at least one
   * @throws io.moodline.app.evaluate.EvaluationException when a picture cannot be decoded, naming
   *     it
   */
  DetectorResult run(List<TruthPicture> pictures) {
    try (FaceFinder own = choice.open();
        FaceFinder lowest = choice.atLowestThresholds().open()) {
      warmUp(pictures.get(0), own);
      for (TruthPicture picture : pictures) {
        look(picture, own, lowest);
      }
    }
    return new DetectorResult(
        choice.id(),
        choice.atOwnThresholds().detector(),
        choice.thresholds(),
        DetectionScores.of(operating, all, matching),
        PictureTime.of(decodeNanos, findNanos),
        found);
  }

  /** The first picture would also pay for code that is loaded and memory that is claimed. */
  private void warmUp(TruthPicture picture, FaceFinder finder) {
    try (DecodedPicture decoded = decode(picture, PictureFile.read(picture.file()))) {
      find(finder, decoded);
    }
  }

  private void look(TruthPicture picture, FaceFinder own, FaceFinder lowest) {
    byte[] bytes = PictureFile.read(picture.file());
    long start = ThreadClock.nanos();
    try (DecodedPicture decoded = decode(picture, bytes)) {
      long ready = ThreadClock.nanos();
      FoundFaces faces = find(own, decoded);
      findNanos.add(ThreadClock.nanos() - ready);
      decodeNanos.add(ready - start);
      FoundPicture outcome = new FoundPicture(picture, faces.faces());
      found.add(outcome);
      operating.add(new JudgedPicture(picture.faces(), outcome.boxes()));
      all.add(
          new JudgedPicture(picture.faces(), FoundPicture.boxes(find(lowest, decoded).faces())));
    }
  }

  private static FoundFaces find(FaceFinder finder, DecodedPicture picture) {
    return finder.findBgr(picture.bgr(), picture.width(), picture.height());
  }

  private DecodedPicture decode(TruthPicture picture, byte[] bytes) {
    return PictureFile.decode(picture.file(), bytes, choice.config().maxPixels());
  }
}
