package io.moodline.detector.evaluation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A folder of plain pictures and annotations. */
record TruthFolder(Path path) {

  Path picture(String name, int width, int height) throws IOException {
    Path file = path.resolve(name);
    Files.createDirectories(file.getParent());
    String format = name.toLowerCase(Locale.ROOT).endsWith("png") ? "png" : "jpeg";
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(image, format, file.toFile());
    return file;
  }

  Path text(String name, String... lines) throws IOException {
    Path file = path.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, String.join("\n", lines) + "\n");
  }

  static GroundTruth read(Path data) throws GroundTruthException {
    return GroundTruthReader.read(data, Optional.empty(), Optional.empty(), false);
  }

  static GroundTruth readSkipping(Path data) throws GroundTruthException {
    return GroundTruthReader.read(data, Optional.empty(), Optional.empty(), true);
  }
}
