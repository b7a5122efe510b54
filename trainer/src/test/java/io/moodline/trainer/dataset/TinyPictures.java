package io.moodline.trainer.dataset;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** Small pictures and rows made up for tests. */
public final class TinyPictures {

  public static final String VOTES_HEADER =
      "Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF\n";

  private TinyPictures() {}

  /** A picture of one gray. */
  public static byte[] gray(String format, int width, int height, int gray) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.getRaster().setSample(x, y, 0, gray);
      }
    }
    return encode(image, format);
  }

  public static byte[] encode(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Writes a file and the folders above it. */
  public static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As many pixels of one gray, as the contest's file writes them. */
  public static String pixels(int count, int gray) {
    return Collections.nCopies(count, Integer.toString(gray)).stream()
        .collect(Collectors.joining(" "));
  }
}
