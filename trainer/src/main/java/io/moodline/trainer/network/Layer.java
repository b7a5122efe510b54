package io.moodline.trainer.network;

import io.moodline.trainer.preprocess.FaceEllipse;
import java.util.List;

/** One step of a network, as data. */
public interface Layer {

  /**
   * Does this step.
   *
   * @param path names this layer's weights
   */
  <T> T apply(Ops<T> ops, String path, T x);

  /** Does some steps, one after the other. */
  static <T> T chain(List<Layer> layers, Ops<T> ops, String path, T x) {
    T value = x;
    for (int i = 0; i < layers.size(); i++) {
      value = layers.get(i).apply(ops, path + "." + i, value);
    }
    return value;
  }

  /**
   * A convolution.
   *
   * @param filters how many; 0 for one filter a channel (depthwise)
   * @param kernel its side, pixels
   * @param stride in pixels
   * @param same true to pad with zeros so that stride 1 keeps the size: half of kernel - 1 before,
   *     the rest behind; false for no padding
   * @param bias true to add one number a filter
   */
  record Conv(int filters, int kernel, int stride, boolean same, boolean bias) implements Layer {
    @Override
    public <T> T apply(Ops<T> ops, String path, T x) {
      return ops.conv(path, x, this);
    }

    /** True when each channel has one filter of its own. */
    public boolean depthwise() {
      return filters == 0;
    }

    /** Zeros above and to the left, pixels. */
    public int before() {
      return same ? (kernel - 1) / 2 : 0;
    }

    /** Zeros below and to the right, pixels. */
    public int behind() {
      return same ? kernel - 1 - before() : 0;
    }
  }

  /** Batch normalisation. From S. Ioffe and C. Szegedy, 2015. */
  record BatchNorm() implements Layer {
    /** Added to the variance. */
    public static final double EPS = 1e-5;

    /** The share of a batch's statistics in the running ones. */
    public static final double MOMENTUM = 0.1;

    @Override
    public <T> T apply(Ops<T> ops, String path, T x) {
      return ops.batchNorm(path, x);
    }
  }

  /**
   * A function of each number.
   *
   * @param slope of a leaky ReLU below 0; 0 for the others
   */
  record Activation(Kind kind, double slope) implements Layer {

    /** Which function. */
    public enum Kind {
      RELU,
      LEAKY_RELU,
      SIGMOID
    }

    @Override
    public <T> T apply(Ops<T> ops, String path, T x) {
      return ops.activation(x, this);
    }
  }

  /** Max-pooling over {@code size} x {@code size}, with {@code padding} pixels at each side. */
  record MaxPool(int size, int stride, int padding) implements Layer {
    @Override
    public <T> T apply(Ops<T> ops, String path, T x) {
      return ops.maxPool(x, this);
    }
  }

  /** The mean of each channel. */
  record GlobalAverage() implements Layer {
    @Override
    public <T> T apply(Ops<T> ops, String path, T x) {
      return ops.globalAverage(x);
    }
  }

  /** Feature maps as one vector. */
  record Flatten() implements Layer {
    @Override
    public <T> T apply(Ops<T> ops, String path, T x) {
      return ops.flatten(x);
    }
  }

  /** Dropout of a share of the numbers. From N. Srivastava and others, 2014. */
  record Dropout(double share) implements Layer {
    @Override
    public <T> T apply(Ops<T> ops, String path, T x) {
      return ops.dropout(x, share);
    }
  }

  /** A dense layer. */
  record Dense(int outputs) implements Layer {
    @Override
    public <T> T apply(Ops<T> ops, String path, T x) {
      return ops.dense(path, x, outputs);
    }
  }

  /** A residual block: body plus shortcut (empty: x itself). From K. He and others, 2015. */
  record Residual(List<Layer> body, List<Layer> shortcut) implements Layer {
    public Residual {
      body = List.copyOf(body);
      shortcut = List.copyOf(shortcut);
    }

    @Override
    public <T> T apply(Ops<T> ops, String path, T x) {
      return ops.add(
          chain(body, ops, path + ".body", x), chain(shortcut, ops, path + ".shortcut", x));
    }
  }

  /**
   * Squeeze and excitation: each channel times a factor from 0 to 1 that two dense layers compute
   * from all channels' means. From J. Hu and others, 2018.
   *
   * @param hidden outputs of the first dense layer
   */
  record SqueezeExcite(int channels, int hidden) implements Layer {
    @Override
    public <T> T apply(Ops<T> ops, String path, T x) {
      T squeezed = ops.dense(path + ".squeeze", ops.globalAverage(x), hidden);
      T excited =
          ops.dense(
              path + ".excite",
              ops.activation(squeezed, new Activation(Activation.Kind.RELU, 0)),
              channels);
      return ops.scaleChannels(
          x, ops.activation(excited, new Activation(Activation.Kind.SIGMOID, 0)));
    }
  }

  /**
   * Local contrast normalisation: from each number the mean of its window (k x k, all channels) is
   * taken away, and the rest is divided by the window's root mean square, of which {@code floor} is
   * the least. After K. Jarrett and others, "What is the best multi-stage architecture for object
   * recognition?", 2009, with an even window in the place of a Gaussian.
   */
  record LocalContrastNorm(int size, double floor) implements Layer {
    @Override
    public <T> T apply(Ops<T> ops, String path, T x) {
      return ops.localContrast(x, this);
    }
  }

  /** Each face by its own mean and deviation (of all its pixels, in 0 to 255). */
  record Standardise(double offset) implements Layer {
    @Override
    public <T> T apply(Ops<T> ops, String path, T x) {
      return ops.standardise(x, offset);
    }
  }

  /** {@code (x - mean) / std}. */
  record Rescale(double mean, double std) implements Layer {
    @Override
    public <T> T apply(Ops<T> ops, String path, T x) {
      return ops.rescale(x, mean, std);
    }
  }

  /**
   * The Laplacian of aperture 5: second derivatives of both directions, each smoothed across the
   * other, as OpenCV's {@code Laplacian} with {@code ksize} 5.
   */
  record Laplacian() implements Layer {
    private static final float[] SECOND = {1, 0, -2, 0, 1};
    private static final float[] SMOOTH = {1, 4, 6, 4, 1};

    @Override
    public <T> T apply(Ops<T> ops, String path, T x) {
      int k = SECOND.length;
      float[] kernel = new float[k * k];
      for (int row = 0; row < k; row++) {
        for (int column = 0; column < k; column++) {
          kernel[row * k + column] = SECOND[row] * SMOOTH[column] + SMOOTH[row] * SECOND[column];
        }
      }
      return ops.filter(x, kernel);
    }
  }

  /**
   * Blackens what lies outside of the face: all but an ellipse, see {@link FaceEllipse}.
   *
   * @param side of the picture, pixels
   */
  record OutsideBlack(int side) implements Layer {
    @Override
    public <T> T apply(Ops<T> ops, String path, T x) {
      float[] mask = new float[side * side];
      for (int i = 0; i < mask.length; i++) {
        mask[i] = FaceEllipse.contains(i % side, i / side, side, side) ? 1 : 0;
      }
      return ops.mask(x, mask);
    }
  }
}
