package io.moodline.trainer.onnx;

import io.moodline.trainer.network.Network;
import io.moodline.trainer.network.Weights;
import java.util.List;

/** Writes trained networks as ONNX. */
public final class OnnxExport {

  /** The name of the graph's only input: N x 1 x size x size gray values, 0 to 255, float32. */
  public static final String INPUT = "face";

  private OnnxExport() {}

  /**
   * The ONNX file of a network. Each head's logits, N x classes, float32, are an output of the
   * head's name; N may be anything.
   *
   * @throws IllegalArgumentException when the weights do not fit the network
   */
  public static byte[] onnx(Network network, Weights weights) {
    weights.check(network.weights());
    GraphBuilder graph = new GraphBuilder(network.name());
    graph.input(INPUT, 1, network.inputSize(), network.inputSize());
    List<String> logits = network.apply(new OnnxOps(graph, weights, network.weights()), INPUT);
    for (int head = 0; head < logits.size(); head++) {
      Network.Head named = network.heads().get(head);
      graph.node("Identity", List.of(logits.get(head)), named.output());
      graph.output(named.output(), named.classes());
    }
    return graph.model("moodline").toByteArray();
  }
}
