package io.moodline.detector;

import java.nio.ByteBuffer;

/**
 * Finds the faces of a picture and cuts them out. It holds native memory until it is closed; one
 * thread uses it.
 */
public interface FaceFinder extends AutoCloseable {

  /**
   * Decodes a JPEG and finds its faces.
   *
   * @throws UndecodableImageException when it is not a JPEG, is truncated or too large
   */
  FoundFaces find(byte[] jpeg) throws UndecodableImageException;

  /**
   * Finds the faces of a picture that is decoded already.
   *
   * @param bgr a direct buffer, whose bytes from its beginning on are blue, green, red, row by row
   *     from the top, without padding; it is only read
   * @param width pixels
   * @param height pixels
   * @throws IllegalArgumentException when the buffer is not direct or is too small
   */
  FoundFaces findBgr(ByteBuffer bgr, int width, int height);

  /** Frees native memory; closing again does nothing. */
  @Override
  void close();
}
