package io.moodline.trainer.torch;

import io.moodline.trainer.dataset.Sample;
import io.moodline.trainer.training.Scores;
import io.moodline.trainer.training.TrainingFaces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Lets a network judge faces. */
final class Judge {

  private static final int BATCH = 256;
  private static final int SIDE = Sample.SIZE;

  private Judge() {}

  /**
   * Faces as a tensor N x 1 x size x size, enlarged when the network's size is another.
   *
   * @param pixels N x 48 x 48, 0 to 255
   */
  static Tensor faces(float[] pixels, int count, int size) {
    Tensor faces = torch.from_blob(new FloatPointer(pixels), count, 1, SIDE, SIDE);
    return size == SIDE
        ? faces.clone()
        : torch.upsample_bilinear2d(
            faces, new long[] {size, size}, false, new DoubleOptional(), new DoubleOptional());
  }

  /** As {@link TorchAnswers#input}. */
  static float[] input(List<byte[]> pixels, int size) {
    return input(numbers(pixels), pixels.size(), size);
  }

  /** The same of faces as numbers, count x 48 x 48. */
  static float[] input(float[] pixels, int count, int size) {
    if (size == SIDE) {
      return pixels;
    }
    try (PointerScope scope = new PointerScope()) {
      return TorchNetwork.numbers(faces(pixels, count, size));
    }
  }

  /**
   * Each head's logits for all faces.
   *
   * @return for each head size x classes numbers
   */
  static List<float[][]> logits(TorchNetwork network, List<byte[]> pixels, boolean bfloat16) {
    List<float[][]> answers = new ArrayList<>();
    network.network().heads().forEach(head -> answers.add(new float[pixels.size()][]));
    for (int from = 0; from < pixels.size(); from += BATCH) {
      int to = Math.min(from + BATCH, pixels.size());
      judge(network, pixels.subList(from, to), bfloat16, from, answers);
    }
    return answers;
  }

  private static void judge(
      TorchNetwork network,
      List<byte[]> pixels,
      boolean bfloat16,
      int from,
      List<float[][]> answers) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard();
        Autocast autocast = new Autocast(bfloat16)) {
      Tensor faces = faces(numbers(pixels), pixels.size(), network.network().inputSize());
      List<Tensor> logits = network.forward(faces, false);
      for (int head = 0; head < logits.size(); head++) {
        float[] flat = TorchNetwork.numbers(logits.get(head));
        int classes = flat.length / pixels.size();
        for (int i = 0; i < pixels.size(); i++) {
          answers.get(head)[from + i] = Arrays.copyOfRange(flat, i * classes, (i + 1) * classes);
        }
      }
    }
  }

  private static float[] numbers(List<byte[]> pixels) {
    float[] numbers = new float[pixels.size() * SIDE * SIDE];
    int next = 0;
    for (byte[] face : pixels) {
      for (byte pixel : face) {
        numbers[next++] = pixel & 0xFF;
      }
    }
    return numbers;
  }

  /** What a network's answers are worth: mean cross-entropy and accuracy of each head. */
  record Verdict(List<Double> losses, List<Double> accuracies) {}

  static Verdict verdict(TorchNetwork network, TrainingFaces faces, boolean bfloat16) {
    List<float[][]> logits = logits(network, faces.pixels(), bfloat16);
    List<Double> losses = new ArrayList<>();
    List<Double> accuracies = new ArrayList<>();
    for (int head = 0; head < logits.size(); head++) {
      losses.add(Scores.crossEntropy(logits.get(head), faces.labels().get(head).targets()));
      accuracies.add(Scores.accuracy(logits.get(head), faces.labels().get(head).truths()));
    }
    return new Verdict(losses, accuracies);
  }
}
