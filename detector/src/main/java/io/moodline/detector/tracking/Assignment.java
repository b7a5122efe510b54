package io.moodline.detector.tracking;

import java.util.Arrays;

/**
 * Pairs rows with columns so that the sum of their weights is the greatest.
 *
 * <p>The Hungarian method of H. W. Kuhn (1955) and J. Munkres (1957), as shortest augmenting paths
 * with potentials (R. Jonker, A. Volgenant, "A shortest augmenting path algorithm for dense and
 * sparse linear assignment problems", Computing 38, 1987): O(rows² · columns).
 */
public final class Assignment {

  /** Row that is paired with nothing. */
  public static final int NONE = -1;

  private final double[][] weights;
  private final int rows;
  private final int columns;
  private final double[] rowPotential;
  private final double[] columnPotential;
  private final int[] rowOfColumn;

  /**
   * The best pairing.
   *
   * @param weights one row of the same length for each row; a pair of weight 0 or less is not made
   * @return the column of each row, or {@link #NONE}
   */
  public static int[] best(double[][] weights) {
    int rows = weights.length;
    return rows == 0 ? new int[0] : new Assignment(weights).solve();
  }

  /** Each row gets a column of its own beyond the real ones, which stands for "none". */
  private Assignment(double[][] weights) {
    this.weights = weights;
    this.rows = weights.length;
    this.columns = weights[0].length + rows;
    this.rowPotential = new double[rows];
    this.columnPotential = new double[columns];
    this.rowOfColumn = new int[columns];
    Arrays.fill(rowOfColumn, NONE);
  }

  private double cost(int row, int column) {
    return column < weights[row].length ? -Math.max(0, weights[row][column]) : 0;
  }

  private int[] solve() {
    for (int row = 0; row < rows; row++) {
      add(row);
    }
    int[] columnOfRow = new int[rows];
    Arrays.fill(columnOfRow, NONE);
    for (int column = 0; column < weights[0].length; column++) {
      int row = rowOfColumn[column];
      if (row != NONE && weights[row][column] > 0) {
        columnOfRow[row] = column;
      }
    }
    return columnOfRow;
  }

  /** Finds a shortest augmenting path from a new row to a free column, and flips it. */
  private void add(int newRow) {
    double[] distance = new double[columns];
    int[] previous = new int[columns];
    boolean[] visited = new boolean[columns];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    Arrays.fill(previous, NONE);
    int row = newRow;
    int column = NONE;
    double reached = 0;
    do {
      relax(row, column, reached, distance, previous, visited);
      column = nearest(distance, visited);
      reached = distance[column];
      visited[column] = true;
      row = rowOfColumn[column];
    } while (row != NONE);
    updatePotentials(newRow, reached, distance, visited);
    flip(newRow, column, previous);
  }

  private void relax(
      int row, int via, double reached, double[] distance, int[] previous, boolean[] visited) {
    for (int column = 0; column < columns; column++) {
      double through = reached + cost(row, column) - rowPotential[row] - columnPotential[column];
      if (!visited[column] && through < distance[column]) {
        distance[column] = through;
        previous[column] = via;
      }
    }
  }

  private int nearest(double[] distance, boolean[] visited) {
    int best = NONE;
    for (int column = 0; column < columns; column++) {
      if (!visited[column] && (best == NONE || distance[column] < distance[best])) {
        best = column;
      }
    }
    return best;
  }

  private void updatePotentials(int newRow, double reached, double[] distance, boolean[] visited) {
    rowPotential[newRow] += reached;
    for (int column = 0; column < columns; column++) {
      if (visited[column] && rowOfColumn[column] != NONE) {
        double shorter = reached - distance[column];
        rowPotential[rowOfColumn[column]] += shorter;
        columnPotential[column] -= shorter;
      }
    }
  }

  private void flip(int newRow, int freeColumn, int[] previous) {
    int column = freeColumn;
    while (previous[column] != NONE) {
      rowOfColumn[column] = rowOfColumn[previous[column]];
      column = previous[column];
    }
    rowOfColumn[column] = newRow;
  }
}
