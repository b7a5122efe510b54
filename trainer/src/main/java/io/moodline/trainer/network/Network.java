package io.moodline.trainer.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A network: gray faces in, logits out. Immutable.
 *
 * @param name as the command line has it
 * @param inputSize width and height of a face, pixels; numbers are 0 to 255
 * @param trunk what all heads share
 * @param heads what gives the answers, at least one; the first is the main one
 */
public record Network(String name, int inputSize, List<Layer> trunk, List<Head> heads) {

  /**
   * One set of answers.
   *
   * @param output the name of its logits (N x classes) in the exported graph
   * @param classes how many answers
   * @param layers from the trunk's end to the logits
   */
  public record Head(String output, int classes, List<Layer> layers) {
    public Head {
      layers = List.copyOf(layers);
    }
  }

  /**
   * @throws IllegalArgumentException when the layers do not fit each other
   */
  public Network {
    trunk = List.copyOf(trunk);
    heads = List.copyOf(heads);
    if (heads.isEmpty()) {
      throw new IllegalArgumentException(name + " has no head");
    }
    List<Shape> outputs = run(trunk, heads, new ShapeOps(), input(inputSize));
    for (int i = 0; i < outputs.size(); i++) {
      if (!outputs.get(i).equals(Shape.vector(heads.get(i).classes()))) {
        throw new IllegalArgumentException(
            name + ": " + heads.get(i).output() + " gives " + outputs.get(i));
      }
    }
  }

  /** Runs the network in some meaning; gives each head's value. */
  public <T> List<T> apply(Ops<T> ops, T input) {
    return run(trunk, heads, ops, input);
  }

  /**
   * This network with another share in each of its dropout layers.
   *
   * @param share of the numbers that are dropped, 0 to below 1
   */
  public Network withDropout(double share) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException("dropout is " + share + ", but must be from 0 to below 1");
    }
    return new Network(
        name,
        inputSize,
        withDropout(trunk, share),
        heads.stream()
            .map(head -> new Head(head.output(), head.classes(), withDropout(head.layers(), share)))
            .toList());
  }

  private static List<Layer> withDropout(List<Layer> layers, double share) {
    return layers.stream()
        .map(layer -> layer instanceof Layer.Dropout ? new Layer.Dropout(share) : layer)
        .toList();
  }

  /** All weights, in the order in which faces meet them. */
  public List<WeightSpec> weights() {
    return measured().weights();
  }

  /** How many numbers are learnt. */
  public long parameters() {
    return weights().stream()
        .filter(spec -> spec.kind().trained())
        .mapToLong(WeightSpec::elements)
        .sum();
  }

  /** Multiplications for one face. */
  public long multiplications() {
    return measured().multiplications();
  }

  private ShapeOps measured() {
    ShapeOps ops = new ShapeOps();
    apply(ops, input(inputSize));
    return ops;
  }

  private static Shape input(int size) {
    return new Shape(1, size, size);
  }

  private static <T> List<T> run(List<Layer> trunk, List<Head> heads, Ops<T> ops, T input) {
    T features = Layer.chain(trunk, ops, "trunk", input);
    List<T> answers = new ArrayList<>();
    for (Head head : heads) {
      answers.add(Layer.chain(head.layers(), ops, head.output(), features));
    }
    return answers;
  }
}
