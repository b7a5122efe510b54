package io.moodline.trainer.onnx;

import io.moodline.trainer.network.Ensemble;
import io.moodline.trainer.network.Network;
import io.moodline.trainer.network.TrainedNetwork;
import java.util.ArrayList;
import java.util.List;

/** Writes trained networks as ONNX. */
public final class OnnxExport {

  /** The name of the graph's only input: N x 1 x size x size gray values, 0 to 255, float32. */
  public static final String INPUT = "face";

  private OnnxExport() {}

  /**
   * The ONNX file of trained networks. Each head's logits, N x classes, float32, are an output of
   * the head's name; N may be anything.
   */
  public static byte[] onnx(Ensemble ensemble) {
    GraphBuilder graph = new GraphBuilder(ensemble.members().get(0).network().name());
    graph.input(INPUT, 1, ensemble.inputSize(), ensemble.inputSize());
    List<List<String>> answers = new ArrayList<>();
    for (int i = 0; i < ensemble.members().size(); i++) {
      TrainedNetwork member = ensemble.members().get(i);
      OnnxOps ops = new OnnxOps(graph, "member" + i + ".", member);
      if (ensemble.mirroring().plain(i)) {
        answers.add(member.network().apply(ops, INPUT));
      }
      if (ensemble.mirroring().mirrored(i)) {
        answers.add(member.network().apply(ops, mirrored(graph)));
      }
    }
    for (int head = 0; head < ensemble.heads().size(); head++) {
      int own = head;
      Network.Head named = ensemble.heads().get(head);
      mean(graph, answers.stream().map(all -> all.get(own)).toList(), named.output());
      graph.output(named.output(), named.classes());
    }
    return graph.model("moodline").toByteArray();
  }

  /** The input with its columns in reverse order. */
  private static String mirrored(GraphBuilder graph) {
    return graph.node(
        "Slice",
        List.of(
            INPUT,
            graph.integers(-1),
            graph.integers(-Integer.MAX_VALUE),
            graph.integers(3),
            graph.integers(-1)));
  }

  private static void mean(GraphBuilder graph, List<String> logits, String output) {
    if (logits.size() == 1) {
      graph.node("Identity", logits, output);
    } else {
      graph.node("Mean", logits, output);
    }
  }
}
