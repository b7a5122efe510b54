package io.moodline.trainer.network;

import static io.moodline.trainer.network.Blocks.RELU;
import static io.moodline.trainer.network.Blocks.chain;
import static io.moodline.trainer.network.Blocks.convNorm;
import static io.moodline.trainer.network.Blocks.convNormRelu;
import static io.moodline.trainer.network.Blocks.convRelu;
import static io.moodline.trainer.network.Blocks.denseRelu;
import static io.moodline.trainer.network.Blocks.halve;
import static io.moodline.trainer.network.Blocks.residual;
import static io.moodline.trainer.network.Blocks.separable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The networks that can be trained: ours, and those of the systems that this one grew from. */
public enum Networks {
  /** Ours: a residual VGG. */
  MOODNET("moodnet", "residual VGG of 1.9 M weights, the default") {
    @Override
    public Network build(List<HeadPlan> heads) {
      return network(48, residualVgg(32, 0.4), heads);
    }
  },

  /** Ours, three quarters as wide: for machines with many cameras and few cores. */
  MOODNET_SMALL("moodnet-small", "as moodnet, three quarters as wide") {
    @Override
    public Network build(List<HeadPlan> heads) {
      return network(48, residualVgg(24, 0.3), heads);
    }
  },

  /**
   * From O. Arriaga and others, "Real-time Convolutional Neural Networks for Emotion and Gender
   * Classification", 2017: separable convolutions in four residual modules, no dense layer.
   */
  MINI_XCEPTION("mini-xception", "separable residual blocks, global average pool (Arriaga, 2017)") {
    @Override
    public Network build(List<HeadPlan> heads) {
      List<Layer> trunk =
          chain(
              new Layer.Rescale(HALF, HALF),
              new Layer.Conv(8, 3, 1, false, false),
              new Layer.BatchNorm(),
              RELU,
              new Layer.Conv(8, 3, 1, false, false),
              new Layer.BatchNorm(),
              RELU,
              xceptionModule(16),
              xceptionModule(32),
              xceptionModule(64),
              xceptionModule(128));
      return new Network(
          networkName(),
          48,
          trunk,
          heads.stream()
              .map(
                  head ->
                      new Network.Head(
                          head.output(),
                          head.classes(),
                          List.of(
                              new Layer.Conv(head.classes(), 3, 1, true, true),
                              new Layer.GlobalAverage())))
              .toList());
    }

    private Layer xceptionModule(int filters) {
      return new Layer.Residual(
          chain(separable(filters), RELU, separable(filters), new Layer.MaxPool(3, 2, 1)),
          convNorm(filters, 1, 2));
    }
  },

  /**
   * After A. Gudi, "Recognizing Semantic Features in Faces using Deep Learning", 2015: three
   * convolutions, local contrast normalisation after the first, two max-pools, one dense layer.
   */
  GUDI_CNN("gudi-cnn", "three convolutions, local contrast normalisation, one dense layer (Gudi)") {
    @Override
    public Network build(List<HeadPlan> heads) {
      return network(
          48,
          chain(
              new Layer.Standardise(STANDARDISE_OFFSET),
              convRelu(64, 5),
              new Layer.LocalContrastNorm(7, 0.1),
              new Layer.MaxPool(3, 2, 1),
              convRelu(64, 5),
              new Layer.MaxPool(3, 2, 1),
              convRelu(128, 4),
              new Layer.Dropout(0.2),
              new Layer.Flatten(),
              denseRelu(3072),
              new Layer.Dropout(0.5)),
          heads);
    }
  },

  /** Three convolutions with max-pools, dropout, two dense layers with batch normalisation. */
  DUBOVYI_CNN("dubovyi-cnn", "70x70; three convolutions and pools, dense 128 and 256 (Dubovyi)") {
    @Override
    public Network build(List<HeadPlan> heads) {
      return network(
          70,
          chain(
              new Layer.Rescale(0, WHITE),
              convRelu(32, 3),
              halve(),
              convRelu(64, 3),
              halve(),
              convRelu(128, 3),
              halve(),
              new Layer.Dropout(0.25),
              new Layer.Flatten(),
              denseNorm(128),
              new Layer.Dropout(0.5),
              denseNorm(256),
              new Layer.Dropout(0.5)),
          heads);
    }

    private List<Layer> denseNorm(int outputs) {
      return List.of(new Layer.Dense(outputs), new Layer.BatchNorm(), RELU);
    }
  },

  /** Dense layers over the gradients inside of the face; no convolution is learnt. */
  DUBOVYI_GRADIENT_FNN(
      "dubovyi-gradient-fnn",
      "70x70; Laplacian of aperture 5, outside of the face black, dense 12000 and 4900 (Dubovyi)") {
    @Override
    public Network build(List<HeadPlan> heads) {
      return network(
          70,
          chain(
              new Layer.Laplacian(),
              new Layer.OutsideBlack(70),
              new Layer.Flatten(),
              // A Laplacian of aperture 5 reaches some 48 times the contrast of its picture.
              new Layer.Rescale(0, 48 * 32),
              denseRelu(12_000),
              new Layer.Dropout(0.5),
              denseRelu(4_900),
              new Layer.Dropout(0.5)),
          heads);
    }
  },

  /** Six convolutions of 22 filters; dense to the classes. */
  OLENIUK_CNN(
      "oleniuk-cnn", "six convolutions of 22 filters, 8x8 and 4x4, pools 2 and 4 (Oleniuk)") {
    @Override
    public Network build(List<HeadPlan> heads) {
      return network(
          48,
          chain(
              new Layer.Rescale(0, WHITE),
              convRelu(22, 8),
              convRelu(22, 8),
              convRelu(22, 8),
              halve(),
              convRelu(22, 4),
              convRelu(22, 4),
              convRelu(22, 4),
              new Layer.MaxPool(4, 4, 0),
              new Layer.Flatten(),
              new Layer.Dropout(0.25)),
          heads);
    }
  },

  /** Two convolutions and a dense layer, made to tell happy from sad; its 244x244 is 48x48 here. */
  HAPPY_SAD_CNN(
      "happy-sad-cnn", "two classes; conv 32 and 16, leaky ReLU 0.5, dense 200; at 48x48") {
    @Override
    public Network build(List<HeadPlan> heads) {
      Layer leaky = new Layer.Activation(Layer.Activation.Kind.LEAKY_RELU, 0.5);
      return network(
          48,
          chain(
              new Layer.Rescale(0, WHITE),
              new Layer.Conv(32, 3, 1, true, true),
              leaky,
              new Layer.Conv(16, 3, 1, true, true),
              leaky,
              new Layer.BatchNorm(),
              halve(),
              new Layer.Dropout(0.25),
              new Layer.Flatten(),
              new Layer.Dense(200),
              leaky,
              new Layer.Dropout(0.5)),
          heads);
    }
  };

  /** Added to a face's deviation, so that a dull one is not blown up to noise; of 0 to 255. */
  private static final double STANDARDISE_OFFSET = 8;

  private static final double WHITE = 255;
  private static final double HALF = 127.5;

  private final String networkName;
  private final String description;

  Networks(String networkName, String description) {
    this.networkName = networkName;
    this.description = description;
  }

  /** The name on the command line. */
  public String networkName() {
    return networkName;
  }

  /** What it is, in a line. */
  public String description() {
    return description;
  }

  /** The network with some heads. */
  public abstract Network build(List<HeadPlan> heads);

  /**
   * Four stages, each of half the size and twice the filters of the one before, after K. Simonyan
   * and A. Zisserman, 2014; the last two with a residual pair.
   *
   * @param width filters of the first stage
   */
  private static List<Layer> residualVgg(int width, double dropout) {
    return chain(
        new Layer.Standardise(STANDARDISE_OFFSET),
        convNormRelu(width, 3),
        convNormRelu(width, 3),
        halve(),
        convNormRelu(2 * width, 3),
        convNormRelu(2 * width, 3),
        halve(),
        convNormRelu(4 * width, 3),
        residual(4 * width, 0),
        halve(),
        convNormRelu(8 * width, 3),
        residual(8 * width, 0),
        new Layer.GlobalAverage(),
        new Layer.Dropout(dropout));
  }

  Network network(int inputSize, List<Layer> trunk, List<HeadPlan> heads) {
    return new Network(
        networkName, inputSize, trunk, new ArrayList<>(Blocks.heads(heads).toList()));
  }

  /**
   * The network of a name.
   *
   * @throws IllegalArgumentException when there is none, naming those that there are
   */
  public static Networks of(String name) {
    return Arrays.stream(values())
        .filter(network -> network.networkName.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "network is \"" + name + "\", but must be one of " + names()));
  }

  private static String names() {
    return Arrays.stream(values()).map(Networks::networkName).collect(Collectors.joining(", "));
  }
}
