package io.moodline.app.demo;

import io.moodline.ingest.FrameSource;
import io.moodline.ingest.FrameSourceFactory;
import io.moodline.ingest.JpegEncoder;
import io.moodline.ingest.SourceException;
import io.moodline.ingest.SourceRequest;
import java.io.IOException;

/**
 * Opens {@code demo} and {@code demo:name=value,…}; {@link DemoOptions} says which names and
 * values. Thread-safe when its encoder is.
 */
public final class DemoSourceFactory implements FrameSourceFactory {

  private final JpegEncoder encoder;

  public DemoSourceFactory(JpegEncoder encoder) {
    this.encoder = encoder;
  }

  @Override
  public boolean opens(String source) {
    return DemoOptions.isDemo(source);
  }

  /**
   * {@inheritDoc}
   *
   * @throws SourceException permanent, when a parameter is wrong (named with its value and what is
   *     allowed) or the bundled faces are damaged
   */
  @Override
  public FrameSource open(SourceRequest request) throws SourceException {
    try {
      DemoOptions options = DemoOptions.parse(request.source());
      DemoScene scene = new DemoScene(options);
      DemoRenderer renderer = new DemoRenderer(scene, DemoFaces.load());
      boolean asFastAsWanted = options.fast() && !request.realtime();
      Pace pace = asFastAsWanted ? Pace.fast() : new WallClockPace(options, System::nanoTime);
      return new DemoSource(scene, renderer, encoder, request, pace);
    } catch (IllegalArgumentException | IOException e) {
      throw SourceException.permanent(e.getMessage(), e);
    }
  }
}
