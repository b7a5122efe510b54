package io.moodline.trainer.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CorrelationSearchTest {

  @Test
  void correlationsAreAsWorkedByHand() {
    // Deviations (-1, 0, 1) and (-1, 1, 0): 1 / sqrt(2 x 2).
    Moments a = Moments.of(new byte[] {1, 2, 3});
    Moments b = Moments.of(new byte[] {1, 3, 2});

    assertThat(a.correlation(b, 1 + 6 + 6)).isCloseTo(0.5, within(1e-12));
    assertThat(a.correlation(a, 1 + 4 + 9)).isCloseTo(1, within(1e-12));
    assertThat(a.deviationLength()).isCloseTo(Math.sqrt(2), within(1e-12));
  }

  @Test
  void aSketchHasLengthOne() {
    byte[] picture = Faces.patches(1);
    float[] sketch = FrequencySketch.of(picture, Moments.of(picture));

    double squares = 0;
    for (float value : sketch) {
      squares += value * value;
    }
    assertThat(squares).isCloseTo(1, within(1e-5));
  }

  /** The sketches must only save time: what they find is what comparing all with all finds. */
  @Property(tries = 30)
  void noPairIsMissed(@ForAll long seed, @ForAll @DoubleRange(min = 0.3, max = 0.99) double limit) {
    Random random = new Random(seed);
    List<byte[]> pictures = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      byte[] base = Faces.patches(random.nextInt(6));
      pictures.add(Faces.noisy(base, random.nextDouble() * 60, random.nextLong()));
    }
    pictures.add(new byte[Faces.PIXELS]);

    TreeMap<String, Double> found = new TreeMap<>();
    new CorrelationSearch(pictures).forEach(limit, (a, b, r) -> found.put(a + " " + b, r));

    TreeMap<String, Double> expected = new TreeMap<>();
    for (int a = 0; a < 40; a++) {
      for (int b = a + 1; b < 40; b++) {
        double correlation = plain(pictures.get(a), pictures.get(b));
        if (correlation > limit) {
          expected.put(a + " " + b, correlation);
        }
      }
    }
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    found.forEach((pair, r) -> assertThat(r).isCloseTo(expected.get(pair), within(1e-9)));
  }

  private static double plain(byte[] a, byte[] b) {
    double meanA = mean(a);
    double meanB = mean(b);
    double both = 0;
    double ofA = 0;
    double ofB = 0;
    for (int i = 0; i < a.length; i++) {
      double da = (a[i] & 0xff) - meanA;
      double db = (b[i] & 0xff) - meanB;
      both += da * db;
      ofA += da * da;
      ofB += db * db;
    }
    return both / Math.sqrt(ofA * ofB);
  }

  private static double mean(byte[] pixels) {
    double sum = 0;
    for (byte pixel : pixels) {
      sum += pixel & 0xff;
    }
    return sum / pixels.length;
  }
}
