package io.moodline.app.evaluate.tracking;

import io.moodline.app.demo.DemoOptions;
import io.moodline.app.demo.DemoScene;
import io.moodline.app.demo.TruthFace;
import io.moodline.app.evaluate.tracking.SimulatedDetector.Seen;
import io.moodline.detector.geometry.Box;
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
    return scene.truthAt(ms).stream().map(this::seen).toList();
  }

  private Seen seen(TruthFace face) {
    Box box = new Box(face.x1(), face.y1(), face.x2(), face.y2());
    Random own = new Random(31 * scene.options().seed() + face.person());
    return new Seen(
        face.person(),
        SimulatedDetector.usualScore(own),
        box,
        new Visibility(face.visible(), box.centerX(), box.centerY()));
  }
}
