package io.moodline.trainer.network;

/**
 * What can be done with the values that flow through a network. A network is described once, as
 * {@link Layer}s; each meaning of it is an implementation of this interface: its shapes ({@link
 * ShapeOps}), its computation in libtorch, its graph in ONNX.
 *
 * <p>A {@code path} names the weights of a layer; it is unique within a network.
 *
 * @param <T> a value: a shape, a tensor (N x C x H x W, or N x C for vectors), a node of a graph
 */
public interface Ops<T> {

  /** A convolution; weights {@code path.weight} (filters x channels x k x k), {@code path.bias}. */
  T conv(String path, T x, Layer.Conv conv);

  /**
   * Normalisation by the batch's statistics in training, by running ones afterwards; eps {@link
   * Layer.BatchNorm#EPS}. Weights {@code path.weight}, {@code .bias}, {@code .mean}, {@code
   * .variance}, one a channel.
   */
  T batchNorm(String path, T x);

  /** A function of each number. */
  T activation(T x, Layer.Activation activation);

  /** The largest number of each window. */
  T maxPool(T x, Layer.MaxPool pool);

  /** The mean of each channel: a vector. */
  T globalAverage(T x);

  /** All numbers as a vector, channel by channel, row by row. */
  T flatten(T x);

  /** In training, sets a share of the numbers to 0 and enlarges the others. */
  T dropout(T x, double share);

  /** A dense layer; weights {@code path.weight} (outputs x inputs) and {@code path.bias}. */
  T dense(String path, T x, int outputs);

  /** The sum of two values of one shape. */
  T add(T a, T b);

  /** Each channel of {@code x} times the factor of that channel in a vector. */
  T scaleChannels(T x, T factors);

  /** {@code (x - mean) / (deviation + offset)} with the mean and deviation of each face itself. */
  T standardise(T x, double offset);

  /** {@code (x - mean) / std}. */
  T rescale(T x, double mean, double std);

  /** A fixed filter (k x k, row by row) over each of one channel's windows, zeros outside. */
  T filter(T x, float[] kernel);

  /** Each number times the mask's number (height x width, row by row) at its place. */
  T mask(T x, float[] mask);

  /** Local contrast normalisation, see {@link Layer.LocalContrastNorm}. */
  T localContrast(T x, Layer.LocalContrastNorm norm);
}
