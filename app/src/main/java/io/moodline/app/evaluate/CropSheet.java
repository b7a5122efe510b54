package io.moodline.app.evaluate;

import io.moodline.classifier.model.FaceCrop;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.Sample;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;

/**
 * Labelled pictures, and below each what the detector cut out of its frame. It shows people, so it
 * is made only when asked for.
 */
final class CropSheet {

  private static final int COLUMNS = 15;
  private static final int PAIRS = 60;
  private static final int SIDE = 72;
  private static final int GAP = 6;

  private CropSheet() {}

  /**
   * A picture of the first faces that were found.
   *
   * @param crops by the index of the face that they show
   */
  static BufferedImage draw(List<LabelledFace> faces, Map<Integer, FaceCrop> crops) {
    int rows = Math.max(1, (Math.min(PAIRS, crops.size()) + COLUMNS - 1) / COLUMNS);
    BufferedImage sheet =
        new BufferedImage(
            COLUMNS * (SIDE + GAP), rows * 2 * (SIDE + GAP), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = sheet.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    int at = 0;
    for (Map.Entry<Integer, FaceCrop> entry : crops.entrySet()) {
      if (at == PAIRS) {
        break;
      }
      int x = at % COLUMNS * (SIDE + GAP);
      int y = at / COLUMNS * 2 * (SIDE + GAP);
      FaceCrop crop = entry.getValue();
      byte[] pixels = faces.get(entry.getKey()).pixels();
      pen.drawImage(picture(Sample.SIZE, Sample.SIZE, 1, pixels), x, y, SIDE, SIDE, null);
      pen.drawImage(
          picture(crop.width(), crop.height(), crop.channels(), crop.pixels()),
          x,
          y + SIDE,
          SIDE,
          SIDE,
          null);
      at++;
    }
    pen.dispose();
    return sheet;
  }

  private static BufferedImage picture(int width, int height, int channels, byte[] pixels) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    byte[] first = new byte[width * height];
    for (int i = 0; i < first.length; i++) {
      first[i] = pixels[i * channels];
    }
    picture.getRaster().setDataElements(0, 0, width, height, first);
    return picture;
  }
}
