package io.moodline.classifier.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.moodline.classifier.model.LoadedModel;
import io.moodline.classifier.model.ModelCard;
import io.moodline.classifier.model.ModelCard.Input;
import io.moodline.classifier.model.ModelCard.Layout;
import io.moodline.classifier.model.ModelException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares a card with what the ONNX file declares: names, types and shapes. */
final class Signature {

  /** How ONNX Runtime writes an axis of any length. */
  static final long ANY = -1;

  private final LoadedModel model;
  private final ModelCard card;

  private Signature(LoadedModel model) {
    this.model = model;
    this.card = model.card();
  }

  /**
   * Checks the card.
   *
   * @return how many faces the model takes at once, or {@link #ANY}
   * @throws ModelException naming the card's field, its value and what the file has
   */
  static long check(LoadedModel model, OrtSession session) throws OrtException {
    Signature signature = new Signature(model);
    signature.checkInputCount(session.getInputInfo());
    TensorInfo input = signature.tensor("input.name", model.card().input().name(), session);
    TensorInfo output = signature.tensor("output.name", model.card().output().name(), session);
    signature.checkInput(input.getShape());
    signature.checkOutput(output.getShape());
    return input.getShape()[0];
  }

  private void checkInputCount(Map<String, NodeInfo> inputs) {
    if (inputs.size() != 1) {
      throw wrong("an emotion model must have one input, but it has " + names(inputs));
    }
  }

  private TensorInfo tensor(String field, String name, OrtSession session) throws OrtException {
    boolean input = field.startsWith("input");
    Map<String, NodeInfo> nodes = input ? session.getInputInfo() : session.getOutputInfo();
    NodeInfo node = nodes.get(name);
    if (node == null) {
      throw wrong(
          "the card's "
              + field
              + " is \""
              + name
              + "\", but the file's "
              + (input ? "input is " : "outputs are ")
              + names(nodes));
    }
    if (!(node.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT) {
      throw wrong("\"" + name + "\" must be a float32 tensor, but is " + node.getInfo());
    }
    return tensor;
  }

  private void checkInput(long[] actual) {
    Input input = card.input();
    if (fits(input.shape(ANY), actual)) {
      return;
    }
    String has = "the file's input \"" + input.name() + "\" is " + text(actual);
    Input other = transposed(input);
    if (fits(other.shape(ANY), actual)) {
      throw wrong(
          "the card's input.layout is " + input.layout() + ", but " + has + ": " + other.layout());
    }
    throw wrong(
        "the card's input.layout, channels, height and width make "
            + text(input.shape(ANY))
            + ", but "
            + has);
  }

  private void checkOutput(long[] actual) {
    if (!fits(new long[] {ANY, card.outputs()}, actual)) {
      throw wrong(
          "the card has "
              + card.outputs()
              + " labels, but the file's output \""
              + card.output().name()
              + "\" is "
              + text(actual));
    }
  }

  private static Input transposed(Input input) {
    return new Input(
        input.name(),
        input.layout() == Layout.NCHW ? Layout.NHWC : Layout.NCHW,
        input.channels(),
        input.order(),
        input.height(),
        input.width(),
        input.mean(),
        input.std());
  }

  /** Equal but for the first axis and for those that may have any length. */
  private static boolean fits(long[] wanted, long[] actual) {
    if (wanted.length != actual.length) {
      return false;
    }
    for (int axis = 1; axis < wanted.length; axis++) {
      if (actual[axis] != ANY && actual[axis] != wanted[axis]) {
        return false;
      }
    }
    return true;
  }

  private static String text(long[] shape) {
    return Arrays.stream(shape)
        .mapToObj(length -> length == ANY ? "N" : Long.toString(length))
        .collect(Collectors.joining(" x "));
  }

  private static String names(Map<String, NodeInfo> nodes) {
    return nodes.keySet().stream()
        .map(name -> "\"" + name + "\"")
        .collect(Collectors.joining(", "));
  }

  private ModelException wrong(String message) {
    return new ModelException(model.origin() + ": " + message);
  }
}
