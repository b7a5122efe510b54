package io.moodline.app.evaluate.tracking;

import io.moodline.app.demo.DemoOptions;
import io.moodline.app.demo.DemoScene;
import io.moodline.app.demo.TruthFace;
import io.moodline.app.evaluate.tracking.SimulatedDetector.Seen;
import io.moodline.detector.geometry.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The people of the demo venue, without its pictures. */
final class DemoPeople implements Scene {

  private final DemoScene scene;

  /**
   * @param options the scene; its frame rate does not matter here
   */
  DemoPeople(DemoOptions options) {
    this.scene = new DemoScene(options);
  }

  @Override
  public List<Seen> at(long ms) {
    List<TruthFace> farthestFirst = scene.truthAt(ms);
    List<Box> boxes = farthestFirst.stream().map(DemoPeople::box).toList();
    List<Seen> seen = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      seen.add(seen(farthestFirst.get(i), boxes.subList(i + 1, boxes.size())));
    }
    return seen;
  }

  private static Box box(TruthFace face) {
    return new Box(face.x1(), face.y1(), face.x2(), face.y2());
  }

  /** How much is to be seen the scene knows, where it is to be seen follows from who is nearer. */
  private Seen seen(TruthFace face, List<Box> nearer) {
    Box box = box(face);
    Visibility where =
        Visibility.of(box, nearer, scene.options().width(), scene.options().height());
    Random own = new Random(31 * scene.options().seed() + face.person());
    return new Seen(
        face.person(),
        SimulatedDetector.usualScore(own),
        box,
        new Visibility(face.visible(), where.x(), where.y()));
  }
}
