package io.moodline.app.run;

import io.moodline.app.demo.DemoSourceFactory;
import io.moodline.ingest.FrameSourceFactory;
import io.moodline.ingest.ffmpeg.PictureEncoder;
import java.util.List;

/** The sources that this application adds to ingest's own. */
public final class DemoSources {

  private DemoSources() {}

  /** All of them. */
  public static List<FrameSourceFactory> all() {
    return List.of(new DemoSourceFactory(new PictureEncoder()));
  }
}
