package io.moodline.ingest.camera;

import io.moodline.ingest.FrameSource;
import io.moodline.ingest.SourceException;
import io.moodline.ingest.SourceRequest;

/** Opens any source. Thread-safe. */
@FunctionalInterface
public interface SourceOpener {

  /**
   * Opens a source; the caller closes it.
   *
   * @throws SourceException when it cannot be opened, now or ever
   */
  FrameSource open(SourceRequest request) throws SourceException;
}
