package io.moodline.app.evaluate.detector;

/**
 * How contact sheets look.
 *
 * @param cellSide longer side of a picture on the sheet, pixels; smaller pictures are not enlarged
 * @param columns pictures beside each other
 * @param maxPictures most pictures that are drawn
 */
public record SheetStyle(int cellSide, int columns, int maxPictures) {

  /** Below this nothing can be read. */
  public static final int SMALLEST_CELL = 96;

  /** Above this a sheet would not fit into memory. */
  public static final int LARGEST_CELL = 4096;

  /** About this many pixels are put on one sheet; what is more goes on the next one. */
  private static final long PAGE_PIXELS = 12_000_000;

  /**
   * @throws IllegalArgumentException when a value is out of range, naming it
   */
  public SheetStyle {
    if (cellSide < SMALLEST_CELL || cellSide > LARGEST_CELL) {
      throw new IllegalArgumentException(
          "pictures on sheets are %d pixels, but must be %d to %d"
              .formatted(cellSide, SMALLEST_CELL, LARGEST_CELL));
    }
    if (columns < 1 || maxPictures < 1) {
      throw new IllegalArgumentException("columns and pictures of a sheet must be 1 or more");
    }
  }

  /** Pictures of any number, about as wide as a large screen. */
  public static SheetStyle ofCells(int cellSide, int maxPictures) {
    return new SheetStyle(cellSide, Math.max(1, 2560 / cellSide), maxPictures);
  }

  /** How many pictures go on one sheet. */
  int perPage() {
    long rows = Math.max(1, PAGE_PIXELS / ((long) cellSide * cellSide * columns));
    return (int) (rows * columns);
  }

  /** By how much a picture is scaled. */
  double scale(int width, int height) {
    return Math.min(1, (double) cellSide / Math.max(width, height));
  }
}
