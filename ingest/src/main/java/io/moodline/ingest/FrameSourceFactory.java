package io.moodline.ingest;

/** Opens sources of one kind. Thread-safe. */
public interface FrameSourceFactory {

  /** True when {@code source} is of this kind. */
  boolean opens(String source);

  /**
   * Opens a source; the caller closes it.
   *
   * @throws SourceException when it cannot be opened, now or ever
   */
  FrameSource open(SourceRequest request) throws SourceException;
}
