package io.moodline.trainer.facebasis;

import java.awt.image.BufferedImage;
import java.util.List;

/** Draws faces side by side, for people to look at. */
final class FaceSheet {

  private static final double GRAY_PER_DEVIATION = 48;
  private static final int MID_GRAY = 128;
  private static final int ZOOM = 3;

  private FaceSheet() {}

  /**
   * One row of faces for each list, three times their size.
   *
   * @param rows standardised faces, 48 x 48
   */
  static BufferedImage draw(List<List<float[]>> rows) {
    int cell = FaceMask.SIZE * ZOOM;
    int columns = rows.stream().mapToInt(List::size).max().orElse(1);
    BufferedImage sheet =
        new BufferedImage(columns * cell, rows.size() * cell, BufferedImage.TYPE_BYTE_GRAY);
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        draw(rows.get(row).get(column), column * cell, row * cell, sheet);
      }
    }
    return sheet;
  }

  private static void draw(float[] face, int left, int top, BufferedImage sheet) {
    int cell = FaceMask.SIZE * ZOOM;
    for (int y = 0; y < cell; y++) {
      for (int x = 0; x < cell; x++) {
        double value = face[y / ZOOM * FaceMask.SIZE + x / ZOOM];
        long gray = Math.round(MID_GRAY + GRAY_PER_DEVIATION * value);
        sheet.getRaster().setSample(left + x, top + y, 0, (int) Math.min(255, Math.max(0, gray)));
      }
    }
  }
}
