package io.moodline.app.traffic;

import io.moodline.app.traffic.Visit.Showing;
import io.moodline.schemas.Emotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Plans what a visit is like. Not thread-safe. */
final class VisitPlanner {

  private static final double MEAN_STAY_MS = 20_000;
  private static final long SHORTEST_STAY_MS = 1_500;
  private static final long LONGEST_STAY_MS = 120_000;
  private static final int SHORTEST_SHOWING_MS = 2_500;
  private static final int LONGEST_SHOWING_MS = 9_000;
  private static final double WEAKEST = 0.45;
  private static final double STRONGEST = 0.92;

  /** A share of expressions is too weak to be told apart. */
  private static final double VAGUE_SHARE = 0.06;

  private static final double VAGUE_STRENGTH = 0.27;
  private static final int LONGEST_UNFIT_MS = 6_000;
  private static final float SMALLEST_FACE = 60;
  private static final float LARGEST_FACE = 220;

  private final TrafficSite site;
  private final double unfitShare;
  private final Random random;

  VisitPlanner(TrafficSite site, double unfitShare, Random random) {
    this.site = site;
    this.unfitShare = unfitShare;
    this.random = random;
  }

  Visit plan(long fromMs) {
    long stay = (long) (-Math.log1p(-random.nextDouble()) * MEAN_STAY_MS);
    long to = fromMs + Math.max(SHORTEST_STAY_MS, Math.min(LONGEST_STAY_MS, stay));
    List<Showing> script = script(fromMs, to);
    boolean unfit = random.nextDouble() < unfitShare;
    long unfitFrom = fromMs + (long) (random.nextDouble() * (to - fromMs));
    long unfitMs = random.nextInt(LONGEST_UNFIT_MS);
    float size = SMALLEST_FACE + random.nextFloat() * (LARGEST_FACE - SMALLEST_FACE);
    float left = random.nextFloat() * (FrameRecords.WIDTH - 2 * size);
    return new Visit(
        fromMs, to, script, unfitFrom, unfit ? unfitFrom + unfitMs : unfitFrom, size, left);
  }

  private List<Showing> script(long fromMs, long toMs) {
    List<Showing> script = new ArrayList<>();
    long at = fromMs;
    while (at < toMs) {
      Emotion emotion = site.moodAt(at).draw(random);
      double strength = WEAKEST + random.nextDouble() * (STRONGEST - WEAKEST);
      boolean vague = random.nextDouble() < VAGUE_SHARE;
      at += SHORTEST_SHOWING_MS + random.nextInt(LONGEST_SHOWING_MS - SHORTEST_SHOWING_MS);
      script.add(new Showing(at, emotion, vague ? VAGUE_STRENGTH : strength));
    }
    return script;
  }
}
