package io.moodline.trainer.torch;

import io.moodline.trainer.dataset.Sample;
import io.moodline.trainer.network.Ensemble;
import io.moodline.trainer.network.TrainedNetwork;
import java.util.ArrayList;
import java.util.List;

/** What trained networks answer in libtorch: what an exported file is compared with. */
public final class TorchAnswers {

  private TorchAnswers() {}

  /**
   * Each head's logits for faces, in float32.
   *
   * @param faces each 48 x 48 gray values, 0 to 255 unsigned
   * @return for each head: faces x classes
   */
  public static List<float[][]> logits(Ensemble ensemble, List<byte[]> faces) {
    List<float[][]> sums = new ArrayList<>();
    for (int i = 0; i < ensemble.members().size(); i++) {
      TrainedNetwork member = ensemble.members().get(i);
      try (TorchNetwork network = TorchNetwork.of(member.network(), member.weights())) {
        if (ensemble.mirroring().plain(i)) {
          add(sums, Judge.logits(network, faces, false), ensemble.passes());
        }
        if (ensemble.mirroring().mirrored(i)) {
          List<byte[]> mirrored = faces.stream().map(TorchAnswers::mirrored).toList();
          add(sums, Judge.logits(network, mirrored, false), ensemble.passes());
        }
      }
    }
    return sums;
  }

  private static void add(List<float[][]> sums, List<float[][]> logits, int passes) {
    for (int head = 0; head < logits.size(); head++) {
      float[][] some = logits.get(head);
      if (sums.size() == head) {
        sums.add(new float[some.length][some.length == 0 ? 0 : some[0].length]);
      }
      for (int face = 0; face < some.length; face++) {
        for (int c = 0; c < some[face].length; c++) {
          sums.get(head)[face][c] += some[face][c] / passes;
        }
      }
    }
  }

  private static byte[] mirrored(byte[] face) {
    byte[] mirrored = new byte[face.length];
    for (int i = 0; i < face.length; i++) {
      mirrored[i] = face[i / Sample.SIZE * Sample.SIZE + Sample.SIZE - 1 - i % Sample.SIZE];
    }
    return mirrored;
  }

  /**
   * Faces as networks of some input size get them, enlarged bilinearly when it is not 48.
   *
   * @param faces each 48 x 48 gray values, 0 to 255 unsigned
   * @return faces x size x size, 0 to 255
   */
  public static float[] input(List<byte[]> faces, int size) {
    return Judge.input(faces, size);
  }
}
