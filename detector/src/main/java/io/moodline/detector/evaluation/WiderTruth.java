package io.moodline.detector.evaluation;

import io.moodline.detector.evaluation.Faults.Place;
import io.moodline.detector.evaluation.PictureDraft.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads WIDER FACE's text: a line with the picture's path, a line with the number of its faces,
 * then a line {@code x y w h blur expression illumination invalid occlusion pose} for each. A
 * picture without faces has the number 0 and one line of zeros. The last six numbers may be absent;
 * {@code invalid} 1 marks a face that need not be found.
 *
 * <p>S. Yang et al., "WIDER FACE: A Face Detection Benchmark", CVPR 2016.
 */
final class WiderTruth {

  private static final int BOX_FIELDS = 4;
  private static final int ALL_FIELDS = 10;
  private static final int INVALID = 7;

  private final String file;
  private final List<String> lines;
  private final Faults faults;
  private final Map<String, Integer> firstLine = new HashMap<>();
  private final List<PictureDraft> drafts = new ArrayList<>();
  private int next;

  private WiderTruth(String file, List<String> lines, Faults faults) {
    this.file = file;
    this.lines = lines;
    this.faults = faults;
  }

  static List<PictureDraft> read(Path text, Faults faults) throws GroundTruthException {
    WiderTruth truth = new WiderTruth(text.getFileName().toString(), TextLines.of(text), faults);
    while (truth.skipBlankLines()) {
      truth.picture();
    }
    return truth.drafts;
  }

  private boolean skipBlankLines() {
    while (next < lines.size() && lines.get(next).isBlank()) {
      next++;
    }
    return next < lines.size();
  }

  private void picture() throws GroundTruthException {
    PictureDraft draft = new PictureDraft(lines.get(next).strip(), place());
    next++;
    int count = count(draft);
    drafts.add(draft);
    Integer before = firstLine.putIfAbsent(draft.name(), draft.place().line());
    if (before != null) {
      draft.breakUp();
      faults.add(
          draft.place(),
          "%s was there already, in line %d".formatted(Faults.shown(draft.name()), before));
    }
    for (int i = 0; i < count; i++) {
      face(draft, i, count);
    }
    if (count == 0 && next < lines.size() && isZeros(lines.get(next))) {
      next++;
    }
  }

  /** Without it nothing that follows can be told apart, so that this always ends the reading. */
  private int count(PictureDraft draft) throws GroundTruthException {
    String text = next < lines.size() ? lines.get(next).strip() : "";
    if (!text.matches("\\d{1,6}")) {
      throw new GroundTruthException(
          "%s: after the picture \"%s\" there must be a line with the number of its faces, not \"%s\""
              .formatted(
                  new Place(file, Math.min(next + 1, lines.size())),
                  Faults.shown(draft.name()),
                  Faults.shown(text)));
    }
    next++;
    return Integer.parseInt(text);
  }

  private void face(PictureDraft draft, int index, int count) throws GroundTruthException {
    List<String> fields = next < lines.size() ? Fields.ofText(lines.get(next)) : List.of();
    if (fields.size() == 1 || fields.isEmpty()) {
      throw new GroundTruthException(
          "%s: %s must have %d lines of faces, but has %d"
              .formatted(
                  new Place(file, Math.min(next + 1, lines.size())),
                  Faults.shown(draft.name()),
                  count,
                  index));
    }
    Place place = place();
    next++;
    try {
      row(fields, place, draft);
    } catch (IllegalArgumentException e) {
      draft.breakUp();
      faults.add(place, e.getMessage());
    }
  }

  private static void row(List<String> fields, Place place, PictureDraft draft) {
    if (fields.size() != BOX_FIELDS && fields.size() != ALL_FIELDS) {
      throw new IllegalArgumentException(
          "has %d numbers, but must have 4 (x y w h) or 10".formatted(fields.size()));
    }
    double x = Fields.number(fields.get(0), "x");
    double y = Fields.number(fields.get(1), "y");
    double width = Fields.number(fields.get(2), "w");
    double height = Fields.number(fields.get(3), "h");
    boolean invalid =
        fields.size() == ALL_FIELDS && Fields.number(fields.get(INVALID), "invalid") != 0;
    // The data set itself has invalid boxes without a size: there is nothing to ignore.
    if (!invalid || width > 0 && height > 0) {
      draft.add(new Row(place, x, y, x + width, y + height, false, invalid, ""));
    }
  }

  private static boolean isZeros(String line) {
    List<String> fields = Fields.ofText(line);
    return fields.size() >= BOX_FIELDS && fields.stream().allMatch("0"::equals);
  }

  private Place place() {
    return new Place(file, next + 1);
  }
}
