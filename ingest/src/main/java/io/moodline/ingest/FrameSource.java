package io.moodline.ingest;

/** An open source of pictures. Used by one thread, closed by it; not thread-safe. */
public interface FrameSource extends AutoCloseable {

  /** True: paced by the world, pictures not taken are gone. False: read as fast as wanted. */
  boolean live();

  /** Length in milliseconds; 0 when unknown or endless. */
  long durationMs();

  /**
   * Advances to the next picture.
   *
   * @return false at the end; a live source's end means that it must be opened again
   * @throws SourceException when the source breaks
   */
  boolean grab() throws SourceException;

  /** When the grabbed picture was taken, milliseconds since the source's first picture. */
  long positionMs();

  /**
   * The grabbed picture, upright, at most as wide as was requested, as a JPEG.
   *
   * @throws SourceException when it cannot be encoded
   */
  EncodedPicture encode() throws SourceException;

  @Override
  void close();
}
