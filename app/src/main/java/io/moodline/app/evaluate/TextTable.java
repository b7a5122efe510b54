package io.moodline.app.evaluate;

import java.util.ArrayList;
import java.util.List;

/** Lays rows out in columns for the console: the first to the left, the others to the right. */
public final class TextTable {

  private static final String GAP = "  ";

  private TextTable() {}

  /**
   * The lines, without line ends.
   *
   * @param rows of any number of cells; a row of one cell is a heading and widens no column
   */
  public static List<String> lines(List<List<String>> rows) {
    int[] widths = widths(rows);
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        String space = row.size() == 1 ? "" : " ".repeat(widths[i] - row.get(i).length());
        line.append(i == 0 ? row.get(i) + space : GAP + space + row.get(i));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static int[] widths(List<List<String>> rows) {
    int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size() && row.size() > 1; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return widths;
  }
}
