package io.moodline.detector;

import java.util.List;

/**
 * What a {@link FaceFinder} found in one picture.
 *
 * @param width of the picture, pixels
 * @param height of the picture, pixels
 * @param faces best score first, or in the order in which they were asked for; empty when nobody is
 *     there
 */
public record FoundFaces(int width, int height, List<DetectedFace> faces) {

  public FoundFaces {
    faces = List.copyOf(faces);
  }
}
