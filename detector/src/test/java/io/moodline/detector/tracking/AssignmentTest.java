package io.moodline.detector.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AssignmentTest {

  @Test
  void prefersTheBestSumToTheBestPair() {
    // Greedy would take 0.9 and leave the second row with 0.1; 0.8 + 0.7 is more.
    assertThat(Assignment.best(new double[][] {{0.9, 0.8}, {0.7, 0.1}})).containsExactly(1, 0);
  }

  @Test
  void leavesOutWhatFitsNothing() {
    assertThat(Assignment.best(new double[][] {{0, 0.5}, {0, 0.6}}))
        .containsExactly(Assignment.NONE, 1);
    assertThat(Assignment.best(new double[][] {{}, {}}))
        .containsExactly(Assignment.NONE, Assignment.NONE);
    assertThat(Assignment.best(new double[0][])).isEmpty();
  }

  @Property(tries = 500)
  void isAsGoodAsTryingAll(@ForAll("weights") double[][] weights) {
    int[] columns = Assignment.best(weights);

    Set<Integer> taken = new HashSet<>();
    double sum = 0;
    for (int row = 0; row < columns.length; row++) {
      if (columns[row] != Assignment.NONE) {
        assertThat(taken.add(columns[row])).as("column %d is given once", columns[row]).isTrue();
        assertThat(weights[row][columns[row]]).isPositive();
        sum += weights[row][columns[row]];
      }
    }
    assertThat(sum).isCloseTo(bestByTryingAll(weights, 0, new HashSet<>()), within(1e-9));
  }

  @Provide
  Arbitrary<double[][]> weights() {
    Arbitrary<Double> weight = Arbitraries.doubles().between(-0.5, 1);
    return Combinators.combine(
            Arbitraries.integers().between(1, 5), Arbitraries.integers().between(1, 5))
        .flatAs(
            (rows, columns) ->
                weight.array(double[].class).ofSize(columns).array(double[][].class).ofSize(rows));
  }

  private static double bestByTryingAll(double[][] weights, int row, Set<Integer> taken) {
    if (row == weights.length) {
      return 0;
    }
    double best = bestByTryingAll(weights, row + 1, taken);
    for (int column = 0; column < weights[row].length; column++) {
      if (weights[row][column] > 0 && taken.add(column)) {
        best = Math.max(best, weights[row][column] + bestByTryingAll(weights, row + 1, taken));
        taken.remove(column);
      }
    }
    return best;
  }
}
