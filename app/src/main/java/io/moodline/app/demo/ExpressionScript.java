package io.moodline.app.demo;

import io.moodline.schemas.Emotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The expressions of one visit, known before it begins: each is held 3 to 8 s, and each begins with
 * a blend from the one before of 300 to 500 ms. Neighbours differ.
 *
 * @param segments in order of time, without gaps
 */
record ExpressionScript(List<Segment> segments) {

  /**
   * The expressions people show here. FEAR, DISGUST and CONTEMPT are not among them: annotators
   * rarely agree on them, so that their mean faces are vague. Of 200 synthetic faces at strength 3
   * the bootstrap model read fear in none, disgust in two thirds, contempt in one.
   */
  static final List<Emotion> SHOWN =
      List.of(Emotion.NEUTRAL, Emotion.HAPPINESS, Emotion.SURPRISE, Emotion.SADNESS, Emotion.ANGER);

  /** How often each is chosen, in the order of {@link #SHOWN}: guests of a venue mostly do well. */
  private static final int[] SHARES = {5, 6, 2, 2, 2};

  private static final int SHORTEST_MS = 3000;
  private static final int LONGEST_MS = 8000;
  private static final int FASTEST_BLEND_MS = 300;
  private static final int SLOWEST_BLEND_MS = 500;

  ExpressionScript {
    segments = List.copyOf(segments);
  }

  /**
   * One expression, held from {@code fromMs} (included) to {@code toMs} (excluded), scene time; it
   * is blended in during its first {@code blendMs}.
   */
  record Segment(Emotion emotion, long fromMs, long toMs, long blendMs) {}

  /**
   * What a face shows at one time.
   *
   * @param before the expression it comes from
   * @param after the expression it goes to, or shows
   * @param share of {@code after}, 0 to 1; 1 when no blend is going on
   */
  record Blend(Emotion before, Emotion after, double share) {

    /** The expression that the face shows more of. */
    Emotion dominant() {
      return share < 0.5 ? before : after;
    }

    boolean inTransition() {
      return share < 1;
    }
  }

  /** Writes a script for the time from {@code fromMs} to {@code toMs}. */
  static ExpressionScript write(Random random, long fromMs, long toMs) {
    List<Segment> segments = new ArrayList<>();
    Emotion emotion = Emotion.NEUTRAL;
    long from = fromMs;
    while (from < toMs) {
      emotion = segments.isEmpty() ? choose(random) : chooseOther(random, emotion);
      long held = between(random, SHORTEST_MS, LONGEST_MS);
      // What would be left too short for an expression of its own belongs to this one.
      long to = from + held + SHORTEST_MS > toMs ? toMs : from + held;
      long blend = segments.isEmpty() ? 0 : between(random, FASTEST_BLEND_MS, SLOWEST_BLEND_MS);
      segments.add(new Segment(emotion, from, to, blend));
      from = to;
    }
    return new ExpressionScript(segments);
  }

  /** What is shown at a time; before the first and after the last segment those hold on. */
  Blend at(long ms) {
    int index = 0;
    while (index + 1 < segments.size() && segments.get(index + 1).fromMs() <= ms) {
      index++;
    }
    Segment segment = segments.get(index);
    double share =
        segment.blendMs() == 0 ? 1 : (ms - segment.fromMs()) / (double) segment.blendMs();
    Emotion before = index == 0 ? segment.emotion() : segments.get(index - 1).emotion();
    return new Blend(before, segment.emotion(), smooth(Math.min(1, Math.max(0, share))));
  }

  private static double smooth(double share) {
    return share * share * (3 - 2 * share);
  }

  private static Emotion chooseOther(Random random, Emotion than) {
    Emotion chosen = choose(random);
    while (chosen == than) {
      chosen = choose(random);
    }
    return chosen;
  }

  private static Emotion choose(Random random) {
    int all = 0;
    for (int share : SHARES) {
      all += share;
    }
    int drawn = random.nextInt(all);
    int index = 0;
    while (drawn >= SHARES[index]) {
      drawn -= SHARES[index];
      index++;
    }
    return SHOWN.get(index);
  }

  private static long between(Random random, int least, int most) {
    return (long) least + random.nextInt(most - least + 1);
  }
}
