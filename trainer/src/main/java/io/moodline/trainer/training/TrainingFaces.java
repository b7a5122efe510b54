package io.moodline.trainer.training;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * Faces to learn from or to be judged by.
 *
 * @param pixels each 48 x 48, row by row, 0 to 255 unsigned
 * @param labels of each head, in the order of the heads
 */
public record TrainingFaces(List<byte[]> pixels, List<HeadLabels> labels) {

  /**
   * One head's labels.
   *
   * @param targets of each face: a share for each class, summing to 1; null when the face has no
   *     label for this head
   * @param truths of each face: the class it is judged by, or -1
   * @param classWeights how much a face of each class counts
   */
  public record HeadLabels(List<float[]> targets, int[] truths, float[] classWeights) {}

  /** How many faces. */
  public int size() {
    return pixels.size();
  }

  /** A checksum of all pixels and labels: faces that were changed have another. */
  public String checksum() {
    CRC32C sum = new CRC32C();
    pixels.forEach(sum::update);
    for (HeadLabels head : labels) {
      for (float[] target : head.targets()) {
        add(target == null ? new float[0] : target, sum);
      }
      for (int truth : head.truths()) {
        sum.update(truth);
      }
      add(head.classWeights(), sum);
    }
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }

  private static void add(float[] numbers, CRC32C sum) {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + numbers.length * Float.BYTES);
    bytes.putInt(numbers.length);
    for (float number : numbers) {
      bytes.putFloat(number);
    }
    sum.update(bytes.flip());
  }
}
