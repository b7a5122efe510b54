package io.moodline.app.dataset;

import io.moodline.schemas.Emotion;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.OutputFiles;
import io.moodline.trainer.dataset.Sample;
import io.moodline.trainer.preview.ContactSheet;
import io.moodline.trainer.preview.GrayImage;
import io.moodline.trainer.preview.NamedStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Draws some faces of a data set as they look after each step of preprocessing. */
public final class DatasetPreview {

  private DatasetPreview() {}

  /**
   * Writes a contact sheet as PNG.
   *
   * @return lines that say what its rows and columns are
   * @throws IOException when it cannot be written; the message says why
   */
  public static List<String> write(
      List<LabelledFace> faces, int count, List<NamedStep> steps, Path out) throws IOException {
    List<LabelledFace> chosen = choose(faces, count);
    List<GrayImage> pictures =
        chosen.stream()
            .map(face -> new GrayImage(Sample.SIZE, Sample.SIZE, face.pixels()))
            .toList();
    OutputFiles.png(out, ContactSheet.draw(pictures, steps));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      lines.add("row " + (i + 1) + ": " + steps.get(i).name());
    }
    for (int i = 0; i < chosen.size(); i++) {
      lines.add("column " + (i + 1) + ": " + chosen.get(i).name() + named(chosen.get(i)));
    }
    lines.add("The sheet is " + out + ".");
    return lines;
  }

  /**
   * Faces of each class in turn, within a class spread over the data set; always the same. Faces
   * without a label come only where nothing has one.
   */
  private static List<LabelledFace> choose(List<LabelledFace> faces, int count) {
    Map<String, List<LabelledFace>> byClass =
        faces.stream()
            .collect(
                Collectors.groupingBy(DatasetPreview::named, TreeMap::new, Collectors.toList()));
    if (byClass.size() > 1) {
      byClass.remove("");
    }
    List<List<LabelledFace>> classes = List.copyOf(byClass.values());
    int rounds = (count + classes.size() - 1) / classes.size();
    List<LabelledFace> chosen = new ArrayList<>();
    for (int i = 0; i < rounds * classes.size() && chosen.size() < count; i++) {
      List<LabelledFace> of = classes.get(i % classes.size());
      int round = i / classes.size();
      if (of.size() >= rounds) {
        chosen.add(of.get((int) ((long) round * of.size() / rounds)));
      } else if (round < of.size()) {
        chosen.add(of.get(round));
      }
    }
    return chosen;
  }

  private static String named(LabelledFace face) {
    Optional<Emotion> emotion =
        LabelSet.FER2013.truth(face).or(() -> LabelSet.FERPLUS.truth(face)).or(face::label);
    return emotion.map(found -> " (" + found + ")").orElse("");
  }
}
