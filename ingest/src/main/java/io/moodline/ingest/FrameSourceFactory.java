package io.moodline.ingest;

/** Opens sources of one kind. Thread-safe. */
public interface FrameSourceFactory {

  /** True when this factory is the one to open the source; looks at its text only. */
  boolean opens(String source);

  /**
   * Opens a source; the caller closes it.
   *
   * @throws SourceException when it cannot be opened
   */
  FrameSource open(SourceRequest request) throws SourceException;
}
