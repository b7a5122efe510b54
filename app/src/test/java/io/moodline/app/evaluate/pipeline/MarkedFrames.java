package io.moodline.app.evaluate.pipeline;

import io.moodline.trainer.dataset.LabelledFace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Made-up frames with faces as a data set for detectors: JPEG files and {@code faces.csv}. */
public final class MarkedFrames {

  private MarkedFrames() {}

  /**
   * Writes all faces, 15 a frame, and one frame that nobody is in.
   *
   * @param smallest least side of a face, pixels
   * @param largest most side of a face, pixels
   */
  public static void write(Path folder, List<LabelledFace> faces, int smallest, int largest)
      throws IOException {
    Files.createDirectories(folder);
    List<String> rows = new ArrayList<>(List.of("image,x1,y1,x2,y2,label"));
    Frames frames = new Frames(faces, smallest, largest);
    for (int i = 0; i < frames.count(); i++) {
      Frames.Frame frame = frames.frame(i);
      String name = "frame-%d.jpg".formatted(i);
      Files.write(folder.resolve(name), frame.jpeg());
      frame.placements().forEach(place -> rows.add(row(name, place)));
    }
    Files.write(folder.resolve("empty.jpg"), new Frames(List.of(), 60, 60).frame(0).jpeg());
    rows.add("empty.jpg,,,,,");
    Files.write(folder.resolve("faces.csv"), rows);
  }

  private static String row(String name, Placement place) {
    return String.format(
        Locale.ROOT,
        "%s,%.2f,%.2f,%.2f,%.2f,face",
        name,
        place.left(),
        place.top(),
        place.left() + place.side(),
        place.top() + place.side());
  }
}
