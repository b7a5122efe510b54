package io.moodline.app.evaluate.detector;

import io.moodline.app.evaluate.ReportFolder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Puts pictures beside and below each other and writes them as PNG, a page at a time. One thread
 * uses it; {@link #close()} writes the last page.
 */
final class ContactSheet implements AutoCloseable {

  private static final int GAP = 6;

  private final ReportFolder folder;
  private final String name;
  private final SheetStyle style;
  private final List<BufferedImage> cells = new ArrayList<>();
  private final List<String> written = new ArrayList<>();

  /**
   * @param name first part of the files' names
   */
  ContactSheet(ReportFolder folder, String name, SheetStyle style) {
    this.folder = folder;
    this.name = name;
    this.style = style;
  }

  void add(BufferedImage cell) {
    cells.add(cell);
    if (cells.size() == style.perPage()) {
      close();
    }
  }

  /** The files' names so far. */
  List<String> written() {
    return List.copyOf(written);
  }

  /** Writes what was not written yet. */
  @Override
  public void close() {
    if (!cells.isEmpty()) {
      String file = String.format(Locale.ROOT, "%s-%03d.png", name, written.size() + 1);
      folder.picture(file, page(rows()));
      written.add(file);
      cells.clear();
    }
  }

  private List<List<BufferedImage>> rows() {
    List<List<BufferedImage>> rows = new ArrayList<>();
    for (int from = 0; from < cells.size(); from += style.columns()) {
      rows.add(cells.subList(from, Math.min(cells.size(), from + style.columns())));
    }
    return rows;
  }

  private static BufferedImage page(List<List<BufferedImage>> rows) {
    int width = rows.stream().mapToInt(ContactSheet::width).max().orElse(1);
    int height = rows.stream().mapToInt(row -> height(row) + GAP).sum();
    BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = page.createGraphics();
    pen.setColor(Color.DARK_GRAY);
    pen.fillRect(0, 0, width, height);
    int y = 0;
    for (List<BufferedImage> row : rows) {
      int x = 0;
      for (BufferedImage cell : row) {
        pen.drawImage(cell, x, y, null);
        x += cell.getWidth() + GAP;
      }
      y += height(row) + GAP;
    }
    pen.dispose();
    return page;
  }

  private static int width(List<BufferedImage> row) {
    return row.stream().mapToInt(cell -> cell.getWidth() + GAP).sum();
  }

  private static int height(List<BufferedImage> row) {
    return row.stream().mapToInt(BufferedImage::getHeight).max().orElse(0);
  }
}
