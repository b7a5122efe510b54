package io.moodline.app.demo;

import io.moodline.trainer.facebasis.FaceBasis;
import java.util.List;

/**
 * Draws a {@link DemoScene}: the same scene and time give the same bytes. Frames in order of time
 * are fastest, since what a visit needs is made ready once. Not thread-safe.
 */
public final class DemoRenderer {

  private final DemoScene scene;
  private final FaceBasis basis;
  private final byte[] backdrop;
  private final SensorNoise noise;
  private final VisitPicture[] bySlot;

  public DemoRenderer(DemoScene scene, FaceBasis basis) {
    DemoOptions options = scene.options();
    this.scene = scene;
    this.basis = basis;
    this.backdrop = Backdrop.draw(options.width(), options.height(), options.seed());
    this.noise = new SensorNoise(options.seed());
    this.bySlot = new VisitPicture[options.faces()];
  }

  /**
   * The picture at a time.
   *
   * @param ms scene time, 0 or more
   * @return blue, green, red of each pixel, row by row from the top; the caller's own
   */
  public byte[] render(long ms) {
    return render(ms, scene.visitsAt(ms));
  }

  /** The picture at a time with only some of its visits. */
  byte[] render(long ms, List<Visit> visits) {
    Canvas canvas = new Canvas(scene.options().width(), scene.options().height(), backdrop.clone());
    for (Visit visit : visits) {
      picture(visit).draw(ms, canvas);
    }
    noise.addTo(canvas, ms);
    return canvas.bgr();
  }

  private VisitPicture picture(Visit visit) {
    VisitPicture current = bySlot[visit.slot()];
    if (current == null || !current.shows(visit)) {
      current = new VisitPicture(visit, basis, scene.options());
      bySlot[visit.slot()] = current;
    }
    return current;
  }
}
