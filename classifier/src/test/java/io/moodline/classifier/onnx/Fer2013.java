package io.moodline.classifier.onnx;

import io.moodline.classifier.model.FaceCrop;
import io.moodline.schemas.Emotion;
import io.moodline.testing.SharedData;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The test images of FER-2013 with the labels of FER+. */
final class Fer2013 {

  /** The eight emotions, "unknown" and "not a face". */
  private static final int COLUMNS = 10;

  private static final int FIRST_VOTE = 2;

  /** One image: 48 x 48, gray. */
  record Labelled(FaceCrop face, Emotion emotion) {}

  private Fer2013() {}

  /**
   * The images of one folder that have a majority label.
   *
   * @param folder FER2013Train, FER2013Valid or FER2013Test
   */
  static List<Labelled> read(String folder) throws IOException {
    Map<String, Emotion> labels = labels();
    List<Labelled> images = new ArrayList<>();
    try (InputStream file =
            new BufferedInputStream(
                Files.newInputStream(SharedData.get("fer2013/fer2013-png.tar.xz")));
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        String name = e.getName().substring(e.getName().lastIndexOf('/') + 1);
        if (e.isFile() && e.getName().startsWith(folder + "/") && labels.containsKey(name)) {
          images.add(new Labelled(image(tar.readAllBytes()), labels.get(name)));
        }
      }
    }
    return images;
  }

  private static FaceCrop image(byte[] png) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    if (image.getType() != BufferedImage.TYPE_BYTE_GRAY) {
      throw new IOException("FER-2013 is gray, 8 bits");
    }
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    return new FaceCrop(image.getWidth(), image.getHeight(), 1, pixels);
  }

  private static Map<String, Emotion> labels() throws IOException {
    Map<String, Emotion> labels = new HashMap<>();
    List<String> lines = Files.readAllLines(SharedData.get("fer2013/fer2013new.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (!cells[1].isEmpty()) {
        majority(cells).ifPresent(emotion -> labels.put(cells[1], emotion));
      }
    }
    return labels;
  }

  /** The label with the most votes, votes of 1 dropped; none for "unknown" and "not a face". */
  private static Optional<Emotion> majority(String[] cells) {
    int best = -1;
    int most = 0;
    for (int i = 0; i < COLUMNS; i++) {
      int votes = Integer.parseInt(cells[FIRST_VOTE + i]);
      if (votes > 1 && votes > most) {
        most = votes;
        best = i;
      }
    }
    return best < 0 || best >= Emotion.values().length
        ? Optional.empty()
        : Optional.of(Emotion.values()[best]);
  }
}
