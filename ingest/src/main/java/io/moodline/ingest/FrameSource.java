package io.moodline.ingest;

/** Pictures in the order of time. Used by one thread; not thread-safe. */
public interface FrameSource extends AutoCloseable {

  /** True when paced by the world; else it may be read as fast as wanted. */
  boolean live();

  /** How long the source plays, ms; 0 when that is unknown or it never ends. */
  long durationMs();

  /**
   * Advances to the next picture, waiting for it when live.
   *
   * @return false at the end; for a live source that means: reconnect
   */
  boolean grab() throws SourceException;

  /** Time of the grabbed picture since the source's first picture, ms. */
  long positionMs();

  /** The grabbed picture, upright, at most as wide as requested, as JPEG. */
  EncodedPicture encode() throws SourceException;

  @Override
  void close();
}
