package io.moodline.detector;

import io.moodline.detector.geometry.Box;
import io.moodline.detector.search.Search;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Finds the faces of a picture and cuts them out. It holds native memory until it is closed; one
 * thread uses it.
 */
public interface FaceFinder extends AutoCloseable {

  /**
   * Decodes a JPEG and finds its faces, as the configuration says.
   *
   * @throws UndecodableImageException when it is not a JPEG, is truncated or too large
   */
  default FoundFaces find(byte[] jpeg) throws UndecodableImageException {
    return find(jpeg, Search.DEFAULT);
  }

  /**
   * Decodes a JPEG and finds its faces, as a camera wants it: a face that lies where the camera
   * keeps none is not even cut out.
   *
   * @throws UndecodableImageException when it is not a JPEG, is truncated or too large
   */
  FoundFaces find(byte[] jpeg, Search search) throws UndecodableImageException;

  /**
   * Decodes a JPEG and cuts out faces where they are expected, without looking for any.
   *
   * @param boxes pixels of the picture, each at least partly within it
   * @return a face for each box, in their order, with score 0 and without landmarks
   * @throws UndecodableImageException when it is not a JPEG, is truncated or too large
   * @throws IllegalArgumentException when a box lies outside of the picture
   */
  FoundFaces cutOut(byte[] jpeg, List<Box> boxes) throws UndecodableImageException;

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
