package io.moodline.detector.evaluation;

import java.nio.file.Path;
import java.util.List;

/**
 * A picture with all of its faces marked.
 *
 * @param name as the data set has it
 * @param file the picture
 * @param width pixels
 * @param height pixels
 * @param faces empty when nobody is in it
 */
public record TruthPicture(String name, Path file, int width, int height, List<TruthFace> faces) {

  public TruthPicture {
    faces = List.copyOf(faces);
  }
}
