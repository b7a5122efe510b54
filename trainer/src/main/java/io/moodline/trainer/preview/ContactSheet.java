package io.moodline.trainer.preview;

import java.awt.image.BufferedImage;
import java.util.List;

/** Draws pictures in rows, one row a step, for people to look at. */
public final class ContactSheet {

  /** Width and height of a cell; pictures are enlarged by a whole number that fits. */
  static final int CELL = 144;

  private static final int GAP = 2;
  private static final int PAPER = 255;

  private ContactSheet() {}

  /**
   * Applies each step to each picture: columns are pictures, rows are steps, from the top. There is
   * no writing on the sheet, as a machine without a screen may have no fonts.
   *
   * @throws IllegalArgumentException when there is no picture or no step
   */
  public static BufferedImage draw(List<GrayImage> pictures, List<NamedStep> steps) {
    if (pictures.isEmpty() || steps.isEmpty()) {
      throw new IllegalArgumentException("a sheet needs a picture and a step");
    }
    BufferedImage sheet =
        new BufferedImage(
            pictures.size() * (CELL + GAP) + GAP,
            steps.size() * (CELL + GAP) + GAP,
            BufferedImage.TYPE_BYTE_GRAY);
    fill(sheet);
    for (int row = 0; row < steps.size(); row++) {
      for (int column = 0; column < pictures.size(); column++) {
        GrayImage shown = steps.get(row).step().apply(pictures.get(column));
        draw(shown, GAP + column * (CELL + GAP), GAP + row * (CELL + GAP), sheet);
      }
    }
    return sheet;
  }

  private static void fill(BufferedImage sheet) {
    for (int y = 0; y < sheet.getHeight(); y++) {
      for (int x = 0; x < sheet.getWidth(); x++) {
        sheet.getRaster().setSample(x, y, 0, PAPER);
      }
    }
  }

  /** Whole pixels stay sharp squares, so that one sees what is there; the cell's middle is used. */
  private static void draw(GrayImage image, int left, int top, BufferedImage sheet) {
    int zoom = Math.max(1, CELL / Math.max(image.width(), image.height()));
    int shownWidth = Math.min(CELL, image.width() * zoom);
    int shownHeight = Math.min(CELL, image.height() * zoom);
    int fromX = left + (CELL - shownWidth) / 2;
    int fromY = top + (CELL - shownHeight) / 2;
    for (int y = 0; y < shownHeight; y++) {
      for (int x = 0; x < shownWidth; x++) {
        int gray = image.pixels()[y / zoom * image.width() + x / zoom] & 0xff;
        sheet.getRaster().setSample(fromX + x, fromY + y, 0, gray);
      }
    }
  }
}
