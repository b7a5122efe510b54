package io.moodline.app.train;

import io.moodline.trainer.evaluation.RewriteLoss;
import io.moodline.trainer.network.Network;
import io.moodline.trainer.onnx.Int8;
import io.moodline.trainer.onnx.Parity;
import io.moodline.trainer.torch.TorchAnswers;
import io.moodline.trainer.training.FaceSpread;
import io.moodline.trainer.training.TrainingFaces;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes an exported file compute in 8 bits, and sees to it that it is not ruined by that.
 *
 * @param inputSize width and height of the faces that the file takes
 * @param outputs names of the heads
 */
record EightBits(int inputSize, List<String> outputs) {

  /** Faces of the training part that say how far values reach. */
  private static final int RANGE_FACES = 512;

  EightBits {
    outputs = List.copyOf(outputs);
  }

  /**
   * Refuses, before a long training, networks that nothing can be computed of in 8 bits.
   *
   * @param wanted true when 8 bits are asked for
   * @throws IOException when no network has a part for them, naming them
   */
  static void require(boolean wanted, List<Network> networks) throws IOException {
    if (wanted && networks.stream().noneMatch(Int8::suits)) {
      throw new IOException(
          networks.stream().map(Network::name).distinct().collect(Collectors.joining(" and "))
              + " has no convolution that could be computed in 8 bits; leave --int8 away");
    }
  }

  /**
   * The file in 8 bits.
   *
   * @param learnt faces of the training part
   * @param judged faces of the validation part, by which it is compared with what it was before
   * @throws IOException when it judges much worse; the message has the figures
   */
  byte[] of(byte[] onnx, TrainingFaces learnt, TrainingFaces judged, PrintWriter out)
      throws IOException {
    List<byte[]> some =
        FaceSpread.pick(learnt.labels().get(0), RANGE_FACES).stream()
            .map(learnt.pixels()::get)
            .toList();
    byte[] whole = Int8.of(onnx, TorchAnswers.input(some, inputSize), inputSize);
    List<RewriteLoss> losses = losses(logits(onnx, judged), logits(whole, judged), judged);
    out.printf(
        "in 8 bits: validation accuracy %s, before %s%n",
        accuracies(losses, RewriteLoss.Change::after),
        accuracies(losses, RewriteLoss.Change::before));
    out.flush();
    for (int head = 0; head < losses.size(); head++) {
      if (losses.get(head).isRuin()) {
        throw new IOException(
            "8 bits ruin this model, and nothing was written: %s on the validation faces: %s. It can be exported without --int8."
                .formatted(outputs.get(head), losses.get(head).text()));
      }
    }
    return whole;
  }

  private List<float[][]> logits(byte[] onnx, TrainingFaces judged) {
    return Parity.logits(onnx, TorchAnswers.input(judged.pixels(), inputSize), inputSize, outputs);
  }

  private static List<RewriteLoss> losses(
      List<float[][]> before, List<float[][]> after, TrainingFaces judged) {
    List<RewriteLoss> losses = new ArrayList<>();
    for (int head = 0; head < before.size(); head++) {
      int[] truths = judged.labels().get(head).truths();
      int[] labelled = IntStream.range(0, truths.length).filter(i -> truths[i] >= 0).toArray();
      losses.add(
          RewriteLoss.of(
              chosen(before.get(head), labelled),
              chosen(after.get(head), labelled),
              IntStream.of(labelled).map(i -> truths[i]).toArray()));
    }
    return losses;
  }

  private static float[][] chosen(float[][] logits, int[] faces) {
    return IntStream.of(faces).mapToObj(i -> logits[i]).toArray(float[][]::new);
  }

  private static String accuracies(
      List<RewriteLoss> losses, ToDoubleFunction<RewriteLoss.Change> when) {
    return losses.stream()
        .map(loss -> String.format(Locale.ROOT, "%.4f", 1 - when.applyAsDouble(loss.wrong())))
        .collect(Collectors.joining(" and "));
  }
}
