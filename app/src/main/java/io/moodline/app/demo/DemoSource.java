package io.moodline.app.demo;

import io.moodline.ingest.EncodedPicture;
import io.moodline.ingest.FrameSource;
import io.moodline.ingest.JpegEncoder;
import io.moodline.ingest.SourceException;
import io.moodline.ingest.SourceRequest;
import java.util.concurrent.TimeUnit;

/**
 * The demo venue as a camera. The scene begins when the source is opened: the truth about the
 * grabbed picture is {@code scene.truthAt(positionMs())}, in pixels of the scene, also when {@code
 * maxWidth} made the encoded picture smaller. Downstream, a frame's position is its capture time
 * less that of the session's first frame. Pictures are drawn when they are encoded, so that those
 * that nobody wants cost nothing. Used by one thread; not thread-safe.
 */
public final class DemoSource implements FrameSource {

  private final DemoScene scene;
  private final DemoRenderer renderer;
  private final JpegEncoder encoder;
  private final SourceRequest request;
  private final Pace pace;
  private long frame = -1;

  DemoSource(
      DemoScene scene,
      DemoRenderer renderer,
      JpegEncoder encoder,
      SourceRequest request,
      Pace pace) {
    this.scene = scene;
    this.renderer = renderer;
    this.encoder = encoder;
    this.request = request;
    this.pace = pace;
  }

  /** The scene shown, for its truth. */
  public DemoScene scene() {
    return scene;
  }

  @Override
  public boolean live() {
    return !scene.options().fast();
  }

  @Override
  public long durationMs() {
    return TimeUnit.SECONDS.toMillis(scene.options().seconds());
  }

  @Override
  public boolean grab() throws SourceException {
    try {
      frame = pace.await(frame + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SourceException.temporary("interrupted while waiting for the demo's next frame", e);
    }
    return durationMs() == 0 || positionMs() < durationMs();
  }

  @Override
  public long positionMs() {
    return scene.options().positionMs(Math.max(0, frame));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException before the first {@link #grab}
   */
  @Override
  public EncodedPicture encode() {
    if (frame < 0) {
      throw new IllegalStateException("encode() came before the first grab()");
    }
    Canvas picture =
        new Canvas(scene.options().width(), scene.options().height(), renderer.render(positionMs()))
            .atMost(request.maxWidth());
    byte[] jpeg =
        encoder.encodeBgr(picture.bgr(), picture.width(), picture.height(), request.jpegQuality());
    return new EncodedPicture(picture.width(), picture.height(), jpeg);
  }

  /** Nothing to free: all of it is on the heap. */
  @Override
  public void close() {}
}
