package io.moodline.app.evaluate.detector;

import io.moodline.app.evaluate.ReportFolder;
import io.moodline.detector.DetectedFace;
import io.moodline.detector.evaluation.Match;
import io.moodline.detector.evaluation.Match.Verdict;
import io.moodline.detector.evaluation.Matching;
import io.moodline.detector.evaluation.SizeBand;
import io.moodline.detector.evaluation.TruthFace;
import io.moodline.detector.evaluation.TruthPicture;
import io.moodline.detector.opencv.DecodedPicture;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Draws what people marked and what a detector found, the pictures with the most mistakes first.
 * They show people, so they are made only when asked for.
 *
 * <p>Green: marked. Gray: marked, to be ignored. Yellow: found, with the score. Red: found where
 * nobody is marked. Orange: neither.
 */
final class TruthSheets {

  private static final Color MARKED = new Color(0, 220, 0);
  private static final Color IGNORED_FACE = Color.GRAY;

  private final SheetStyle style;
  private final Matching matching;
  private final ReportFolder folder;

  TruthSheets(SheetStyle style, Matching matching, ReportFolder folder) {
    this.style = style;
    this.matching = matching;
    this.folder = folder;
  }

  /** A picture and what is wrong in it. */
  private record Judged(FoundPicture picture, List<Match> matches) {

    long found() {
      return count(Verdict.FOUND);
    }

    long falses() {
      return count(Verdict.FALSE);
    }

    long missed() {
      return picture.picture().faces().stream().filter(face -> !face.ignored()).count() - found();
    }

    private long count(Verdict verdict) {
      return matches.stream().filter(match -> match.verdict() == verdict).count();
    }
  }

  /** Writes a detector's sheets and gives their names. */
  List<String> write(String detector, List<FoundPicture> pictures) {
    ContactSheet sheet = new ContactSheet(folder, "sheet-" + detector, style);
    try (sheet) {
      pictures.stream()
          .map(this::judge)
          .sorted(Comparator.comparingLong((Judged one) -> one.missed() + one.falses()).reversed())
          .limit(style.maxPictures())
          .forEach(one -> sheet.add(cell(one)));
    }
    return sheet.written();
  }

  private Judged judge(FoundPicture picture) {
    return new Judged(
        picture, matching.match(picture.picture().faces(), picture.boxes(), SizeBand.ALL));
  }

  private BufferedImage cell(Judged one) {
    TruthPicture picture = one.picture().picture();
    // It was decoded once already, so that no limit is needed here.
    try (DecodedPicture decoded =
        PictureFile.decode(picture.file(), PictureFile.read(picture.file()), Long.MAX_VALUE)) {
      return MarkedPicture.draw(
          PictureFile.image(decoded),
          style.scale(decoded.width(), decoded.height()),
          marks(one),
          "%s: found %d, missed %d, false %d"
              .formatted(picture.name(), one.found(), one.missed(), one.falses()));
    }
  }

  private static List<Mark> marks(Judged one) {
    List<Mark> marks = new ArrayList<>();
    for (TruthFace face : one.picture().picture().faces()) {
      marks.add(new Mark(face.box(), List.of(), face.ignored() ? IGNORED_FACE : MARKED, ""));
    }
    for (Match match : one.matches()) {
      DetectedFace face = one.picture().found().get(match.detection());
      marks.add(
          new Mark(
              face.box(),
              face.landmarks(),
              color(match.verdict()),
              String.format(Locale.ROOT, "%.2f", face.score())));
    }
    return marks;
  }

  private static Color color(Verdict verdict) {
    return switch (verdict) {
      case FOUND -> Color.YELLOW;
      case FALSE -> Color.RED;
      case IGNORED -> Color.ORANGE;
    };
  }
}
