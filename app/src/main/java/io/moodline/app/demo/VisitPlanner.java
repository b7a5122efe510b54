package io.moodline.app.demo;

import io.moodline.app.demo.WalkPath.Leg;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Plans who comes when, for ever, from the seed alone. Each slot has a cycle of its own length in
 * which one person comes, stands in two places and leaves; everything about a visit follows from
 * seed, slot and the cycle's number, so that any time can be asked for at once. Thread-safe.
 */
final class VisitPlanner {

  private static final long CYCLE_MS = 28_000;
  private static final long CYCLE_STEP_MS = 1_700;
  private static final long STAGGER_MS = 6_300;
  private static final long HEAD_START_MS = 3_000;
  private static final int PAUSE_BETWEEN_VISITS_MS = 1_500;

  /** Face sizes at a height of 720 pixels. */
  private static final double SMALLEST = 90;

  private static final double LARGEST = 220;
  private static final double REFERENCE_HEIGHT = 720;

  /** A body is this much wider than the face's box, to each side. */
  private static final double BODY_BESIDE_FACE = 0.75;

  private final DemoOptions options;

  VisitPlanner(DemoOptions options) {
    this.options = options;
  }

  /** Who is in a slot at a time; empty in the pause between two visits. */
  Optional<Visit> at(int slot, long ms) {
    long cycle = CYCLE_MS + slot * CYCLE_STEP_MS;
    long shifted = ms + HEAD_START_MS + (options.faces() - 1 - slot) * STAGGER_MS % cycle;
    long number = Math.floorDiv(shifted, cycle);
    long begin = ms - Math.floorMod(shifted, cycle);
    Visit visit = plan(slot, number, begin, begin + cycle);
    return ms >= visit.fromMs() && ms < visit.toMs() ? Optional.of(visit) : Optional.empty();
  }

  private Visit plan(int slot, long number, long beginMs, long endMs) {
    Random random = new Random(mix(options.seed(), slot, number));
    long from = beginMs + random.nextInt(PAUSE_BETWEEN_VISITS_MS);
    long to = endMs - random.nextInt(PAUSE_BETWEEN_VISITS_MS);
    int size = size(random);
    return new Visit(
        slot,
        number * options.faces() + slot,
        from,
        to,
        size,
        top(random, size),
        path(random, slot, size, from, to),
        ExpressionScript.write(random, from, to));
  }

  /** The more people there are, the farther away they are, or they would hide each other. */
  private int size(Random random) {
    double unit = options.height() / REFERENCE_HEIGHT;
    double smallest = SMALLEST * unit;
    double largest =
        Math.min(
            LARGEST * unit, Math.max(smallest * 1.1, 0.62 * options.width() / options.faces()));
    return (int) Math.round(smallest + (largest - smallest) * random.nextDouble());
  }

  /** Heads are about as high as the camera, nearer ones a little lower in the picture. */
  private double top(Random random, int size) {
    double centre = options.height() * (0.36 + 0.07 * random.nextDouble()) + 0.12 * size;
    return centre - size / 2.0;
  }

  private WalkPath path(Random random, int slot, int size, long from, long to) {
    double zone = options.width() / (double) options.faces();
    double middle = (slot + 0.5) * zone - size / 2.0;
    double first = middle + (random.nextDouble() - 0.5) * 0.4 * zone;
    double second = middle + (random.nextDouble() - 0.5) * 0.4 * zone;
    double entry = outside(random.nextBoolean(), size);
    double exit = outside(random.nextBoolean(), size);
    long arrive = from + walkingMs(entry, first, size);
    long leave = to - walkingMs(second, exit, size);
    long move = arrive + (long) ((leave - arrive) * (0.35 + 0.2 * random.nextDouble()));
    long moved = Math.min(leave, move + Math.max(700, walkingMs(first, second, size)));
    return new WalkPath(
        List.of(
            new Leg(from, arrive, entry, first),
            new Leg(move, moved, first, second),
            new Leg(leave, to, second, exit)));
  }

  /** The left edge of a face whose body is just out of the picture. */
  private double outside(boolean onTheLeft, int size) {
    double body = (1 + BODY_BESIDE_FACE) * size;
    return onTheLeft ? -body : options.width() + BODY_BESIDE_FACE * size;
  }

  private long walkingMs(double fromX, double toX, int size) {
    double pixelsPerSecond = Math.max(1.2 * size, 0.13 * options.width());
    return Math.round(1000 * Math.abs(toX - fromX) / pixelsPerSecond);
  }

  /**
   * Seeds that differ in one bit of any part give unrelated numbers (the finaliser of MurmurHash3).
   */
  static long mix(long seed, long slot, long number) {
    long mixed = seed;
    for (long part : new long[] {slot, number}) {
      mixed = (mixed ^ (part + 0x9e3779b97f4a7c15L)) * 0xff51afd7ed558ccdL;
      mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
      mixed ^= mixed >>> 33;
    }
    return mixed;
  }
}
