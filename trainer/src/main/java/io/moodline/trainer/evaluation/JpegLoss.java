package io.moodline.trainer.evaluation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** JPEG by Java's own codec. */
public final class JpegLoss {

  private JpegLoss() {}

  /**
   * A gray picture as it comes back from JPEG.
   *
   * @param quality 1 to 100, as encoders count
   */
  static GrayImage roundTrip(GrayImage image, int quality) {
    int width = image.width();
    int height = image.height();
    BufferedImage gray = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    gray.getRaster().setDataElements(0, 0, width, height, image.bytes());
    byte[] pixels = new byte[width * height];
    decode(encode(gray, quality)).getRaster().getDataElements(0, 0, width, height, pixels);
    return GrayImage.of(width, height, pixels);
  }

  /**
   * The picture as JPEG.
   *
   * @param quality 1 to 100, as encoders count
   */
  public static byte[] encode(BufferedImage image, int quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(quality / 100f);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static BufferedImage decode(byte[] jpeg) {
    try {
      return ImageIO.read(new ByteArrayInputStream(jpeg));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
