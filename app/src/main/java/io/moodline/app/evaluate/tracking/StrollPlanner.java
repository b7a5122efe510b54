package io.moodline.app.evaluate.tracking;

import io.moodline.app.evaluate.tracking.Stroll.Span;
import io.moodline.app.evaluate.tracking.Stroll.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Plans who comes when and walks where in a made-up crowd, from the seed alone. People enter from
 * the sides or by a door, walk, pause, turn, come nearer, are hidden for a while and leave; as one
 * leaves the next comes.
 */
final class StrollPlanner {

  static final int WIDTH = 1280;
  static final int HEIGHT = 720;

  private static final double MAX_PAUSE_MS = 6000;
  private static final double MAX_BREAK_MS = 2000;

  /** A face is hidden about once in this time. */
  private static final double HIDDEN_EVERY_MS = 15_000;

  private static final double SHORTEST_HIDDEN_MS = 300;
  private static final double LONGEST_HIDDEN_MS = 2000;

  /** Sizes of the face a second. */
  private static final double SLOWEST = 0.6;

  private static final double FASTEST = 3.5;

  private final int faces;
  private final double lengthMs;
  private final Random random;

  /** How much lower in the picture nearer people's faces are, in heights of the picture. */
  private final double tilt;

  private final List<Stroll> strolls = new ArrayList<>();

  private StrollPlanner(int faces, double lengthMs, long seed) {
    this.faces = faces;
    this.lengthMs = lengthMs;
    this.random = new Random(seed * 0x9e3779b97f4a7c15L + faces);
    this.tilt = 0.35 * random.nextDouble();
  }

  /**
   * Everybody who comes.
   *
   * @param faces people at a time
   * @param seconds how long the scene is
   */
  static List<Stroll> plan(int faces, int seconds, long seed) {
    StrollPlanner planner = new StrollPlanner(faces, 1000.0 * seconds, seed);
    for (int place = 0; place < faces; place++) {
      planner.fillPlace();
    }
    return planner.strolls;
  }

  private void fillPlace() {
    // Some are there when the scene begins, others come soon.
    double now = between(-12_000, 2000);
    while (now < lengthMs) {
      Stroll stroll = stroll(now);
      strolls.add(stroll);
      now = stroll.steps().get(stroll.steps().size() - 1).atMs() + between(200, MAX_BREAK_MS);
    }
  }

  /** The more people there are, the farther away they are. */
  private Stroll stroll(double fromMs) {
    double largest = 40 + 160 / Math.sqrt(faces);
    double nearness = random.nextDouble();
    double size = largest * (0.5 + 0.5 * nearness);
    double y = HEIGHT * (0.38 + tilt * (nearness - 0.5) + 0.04 * random.nextGaussian());
    List<Step> steps = steps(fromMs, size, y);
    return new Stroll(
        strolls.size(),
        steps,
        hidden(fromMs, steps.get(steps.size() - 1).atMs()),
        SimulatedDetector.usualScore(random));
  }

  private List<Step> steps(double fromMs, double size, double y) {
    List<Step> steps = new ArrayList<>();
    boolean byDoor = random.nextInt(10) < 3;
    steps.add(
        byDoor
            ? new Step(fromMs, between(0.1, 0.9) * WIDTH, y, 0.7 * size)
            : new Step(fromMs, outside(size), y, size));
    int stops = 2 + random.nextInt(3);
    for (int i = 0; i < stops; i++) {
      walk(
          steps,
          stop(steps.get(steps.size() - 1).x(), size),
          y + 0.4 * size * random.nextGaussian(),
          size * between(0.85, 1.2));
      if (random.nextInt(10) < 8) {
        Step here = steps.get(steps.size() - 1);
        steps.add(
            new Step(here.atMs() + between(500, MAX_PAUSE_MS), here.x(), here.y(), here.size()));
      }
    }
    walk(steps, outside(size), y, size);
    return steps;
  }

  /** Half of the ways are to the next shelf, the others lead anywhere. */
  private double stop(double x, double size) {
    double near = x + between(-3, 3) * size;
    boolean stays = random.nextBoolean() && near > 0.06 * WIDTH && near < 0.94 * WIDTH;
    return stays ? near : between(0.06, 0.94) * WIDTH;
  }

  private void walk(List<Step> steps, double x, double y, double size) {
    Step from = steps.get(steps.size() - 1);
    double speed = between(SLOWEST, FASTEST) * from.size();
    double ms = Math.max(300, 1000 * Math.hypot(x - from.x(), y - from.y()) / speed);
    steps.add(new Step(from.atMs() + ms, x, y, size));
  }

  private double outside(double size) {
    return random.nextBoolean() ? -size : WIDTH + size;
  }

  private List<Span> hidden(double fromMs, double toMs) {
    List<Span> spans = new ArrayList<>();
    double at = fromMs;
    while (true) {
      at -= HIDDEN_EVERY_MS * Math.log(1 - random.nextDouble());
      if (at >= toMs) {
        return spans;
      }
      Span span = new Span(at, at + between(SHORTEST_HIDDEN_MS, LONGEST_HIDDEN_MS));
      spans.add(span);
      at = span.toMs();
    }
  }

  private double between(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }
}
