package io.moodline.app.evaluate.tracking;

import io.moodline.app.demo.DemoFaces;
import io.moodline.app.demo.DemoOptions;
import io.moodline.app.demo.DemoRenderer;
import io.moodline.app.demo.DemoScene;
import io.moodline.app.demo.TruthFace;
import io.moodline.detector.FaceFinder;
import io.moodline.detector.FoundFaces;
import io.moodline.detector.evaluation.tracking.TruthBox;
import io.moodline.detector.geometry.Box;
import io.moodline.detector.tracking.Detection;
import io.moodline.trainer.facebasis.FaceBasis;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The demo's pictures, in which a real detector looks for faces. One thread uses it. */
public final class RenderedFrames implements FrameSet {

  /** A face of which less is to be seen does not count. */
  private static final double COUNTED = 0.6;

  private final FaceFinder finder;
  private final FaceBasis basis;

  /**
   * @param finder stays the caller's to close
   * @throws IOException when the demo's faces cannot be read
   */
  public RenderedFrames(FaceFinder finder) throws IOException {
    this.finder = finder;
    this.basis = DemoFaces.load();
  }

  @Override
  public List<SceneFrame> frames(SceneKind kind, Condition condition, int seconds, long seed) {
    DemoOptions options = SceneFrames.demoOptions(condition, seconds, seed);
    DemoScene scene = new DemoScene(options);
    DemoRenderer renderer = new DemoRenderer(scene, basis);
    ByteBuffer bgr = ByteBuffer.allocateDirect(3 * options.width() * options.height());
    List<SceneFrame> frames = new ArrayList<>();
    for (long ms : SceneFrames.times(condition, seconds, seed)) {
      bgr.clear().put(renderer.render(ms));
      FoundFaces found = finder.findBgr(bgr, options.width(), options.height());
      frames.add(
          new SceneFrame(
              SceneFrames.BEGIN_MS + ms,
              scene.truthAt(ms).stream().map(RenderedFrames::truth).toList(),
              found.faces().stream()
                  .map(face -> new Detection(face.box(), face.score()))
                  .toList()));
    }
    return frames;
  }

  private static TruthBox truth(TruthFace face) {
    return new TruthBox(
        face.person(),
        new Box(face.x1(), face.y1(), face.x2(), face.y2()),
        face.visible() >= COUNTED);
  }
}
