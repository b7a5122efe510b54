package io.moodline.trainer.facebasis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Principal components of vectors whose mean is 0, by the eigenvectors of their covariance. Vectors
 * are added one by one and not kept. Not thread-safe.
 */
final class PrincipalComponents {

  /** Vectors multiplied at once: as many as make the multiplication efficient. */
  private static final int BATCH = 512;

  private final int dimensions;
  private final DMatrixRMaj products;
  private final DMatrixRMaj batch;
  private int filled;
  private long count;

  PrincipalComponents(int dimensions) {
    this.dimensions = dimensions;
    this.products = new DMatrixRMaj(dimensions, dimensions);
    this.batch = new DMatrixRMaj(BATCH, dimensions);
  }

  /**
   * A direction and how far the vectors spread along it.
   *
   * @param deviation standard deviation of the vectors along it
   * @param direction of length 1; its largest value by amount is positive
   */
  record Principal(double deviation, double[] direction) {}

  void add(double[] vector) {
    System.arraycopy(vector, 0, batch.data, filled * dimensions, dimensions);
    filled++;
    count++;
    if (filled == BATCH) {
      multiply();
    }
  }

  private void multiply() {
    DMatrixRMaj rows = CommonOps_DDRM.extract(batch, 0, filled, 0, dimensions);
    CommonOps_DDRM.multAddTransA(rows, rows, products);
    filled = 0;
  }

  /**
   * The directions along which the vectors spread most, the widest first.
   *
   * @throws IllegalStateException when no vector was added, or the decomposition fails
   */
  List<Principal> leading(int wanted) {
    if (count == 0) {
      throw new IllegalStateException("there are no vectors to take components of");
    }
    if (filled > 0) {
      multiply();
    }
    DMatrixRMaj covariance = products.copy();
    CommonOps_DDRM.divide(covariance, count);
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(dimensions, true, true);
    if (!eigen.decompose(covariance)) {
      throw new IllegalStateException(
          "the covariance of " + count + " vectors has no eigenvectors");
    }
    List<Principal> all = new ArrayList<>();
    IntStream.range(0, dimensions)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).getReal()))
        .limit(wanted)
        .forEach(i -> all.add(principal(eigen, i)));
    return all;
  }

  private static Principal principal(EigenDecomposition_F64<DMatrixRMaj> eigen, int index) {
    double[] direction = eigen.getEigenVector(index).data.clone();
    double largest = 0;
    for (double value : direction) {
      largest = Math.abs(value) > Math.abs(largest) ? value : largest;
    }
    // An eigenvector's sign is arbitrary: fixed here, so that the same faces give the same basis.
    if (largest < 0) {
      for (int i = 0; i < direction.length; i++) {
        direction[i] = -direction[i];
      }
    }
    double variance = Math.max(0, eigen.getEigenvalue(index).getReal());
    return new Principal(Math.sqrt(variance), direction);
  }
}
