package io.moodline.detector.evaluation;

import io.moodline.detector.evaluation.Faults.Place;
import io.moodline.detector.evaluation.PictureDraft.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads YOLO's label files: for each picture a text file of the same name, with a line {@code class
 * cx cy w h} for each face, in shares of the picture's size, 0 to 1. Every class counts as a face.
 * A picture without a file, or with an empty one, shows nobody.
 */
final class YoloTruth {

  private static final int FIELDS = 5;

  private YoloTruth() {}

  /**
   * @param labels folder of the label files, and of folders of them
   * @param images folder of the pictures, laid out in the same way
   */
  static List<PictureDraft> read(Path labels, Path images, Faults faults)
      throws GroundTruthException {
    List<PictureDraft> drafts = new ArrayList<>();
    Set<Path> used = new HashSet<>();
    for (Path picture : Pictures.below(images)) {
      Path inside = images.relativize(picture);
      Path text = labels.resolve(Pictures.withEnding(inside, ".txt"));
      PictureDraft draft = new PictureDraft(inside.toString(), new Place(inside.toString(), 0));
      if (Files.exists(text)) {
        used.add(text);
        readFaces(text, labels, draft, faults);
      }
      drafts.add(draft);
    }
    for (Path text : Pictures.below(labels, Set.of("txt"))) {
      if (!used.contains(text)) {
        faults.add(
            new Place(labels.relativize(text).toString(), 0),
            "there is no picture of that name in " + images);
      }
    }
    return drafts;
  }

  private static void readFaces(Path text, Path labels, PictureDraft draft, Faults faults)
      throws GroundTruthException {
    List<String> lines = TextLines.of(text);
    for (int i = 0; i < lines.size(); i++) {
      Place place = new Place(labels.relativize(text).toString(), i + 1);
      if (!lines.get(i).isBlank()) {
        try {
          draft.add(face(Fields.ofText(lines.get(i)), place));
        } catch (IllegalArgumentException e) {
          draft.breakUp();
          faults.add(place, e.getMessage());
        }
      }
    }
  }

  private static Row face(List<String> fields, Place place) {
    if (fields.size() != FIELDS) {
      throw new IllegalArgumentException(
          "has %d fields, but must have 5: class cx cy w h".formatted(fields.size()));
    }
    double x = share(fields.get(1), "cx");
    double y = share(fields.get(2), "cy");
    double width = share(fields.get(3), "w");
    double height = share(fields.get(4), "h");
    return new Row(
        place,
        x - width / 2,
        y - height / 2,
        x + width / 2,
        y + height / 2,
        true,
        false,
        fields.get(0));
  }

  private static double share(String text, String what) {
    double share = Fields.number(text, what);
    if (share < 0 || share > 1) {
      throw new IllegalArgumentException(
          "%s is %s, but must be 0 to 1, a share of the picture's size"
              .formatted(what, Faults.shown(text)));
    }
    return share;
  }
}
