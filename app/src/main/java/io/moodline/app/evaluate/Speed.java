package io.moodline.app.evaluate;

import io.moodline.classifier.model.EmotionModel;
import io.moodline.classifier.model.FaceCrop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long a model takes for a face, from crop to probabilities.
 *
 * @param millisPerFace by the number of faces that are computed together: the median over many runs
 *     of this machine, milliseconds
 */
public record Speed(Map<Integer, Double> millisPerFace) {

  /** Numbers of faces computed together. */
  public static final List<Integer> BATCHES = List.of(1, 8, 32);

  private static final int LEAST_RUNS = 5;

  public Speed {
    millisPerFace = Map.copyOf(millisPerFace);
  }

  /**
   * Measures.
   *
   * @param faces at least one; used again and again
   * @param budget about how long each number of faces is measured, after a quarter of that to warm
   *     up
   */
  static Speed measure(EmotionModel model, List<FaceCrop> faces, Duration budget) {
    Map<Integer, Double> millis = new TreeMap<>();
    for (int batch : BATCHES) {
      List<FaceCrop> some = repeated(faces, batch);
      times(model, some, budget.dividedBy(4));
      millis.put(batch, median(times(model, some, budget)) / batch / 1e6);
    }
    return new Speed(millis);
  }

  private static List<FaceCrop> repeated(List<FaceCrop> faces, int count) {
    List<FaceCrop> some = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      some.add(faces.get(i % faces.size()));
    }
    return some;
  }

  private static List<Long> times(EmotionModel model, List<FaceCrop> faces, Duration budget) {
    List<Long> times = new ArrayList<>();
    long begin = System.nanoTime();
    long now = begin;
    while (times.size() < LEAST_RUNS || now - begin < budget.toNanos()) {
      model.probabilities(faces);
      long after = System.nanoTime();
      times.add(after - now);
      now = after;
    }
    return times;
  }

  private static double median(List<Long> times) {
    List<Long> sorted = times.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2.0;
  }
}
