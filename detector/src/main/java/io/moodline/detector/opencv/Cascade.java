package io.moodline.detector.opencv;

import io.moodline.detector.geometry.Box;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/** One of the cascades that come inside the OpenCV jar. One thread uses it. */
final class Cascade implements AutoCloseable {

  private static final String FOLDER =
      "/org/bytedeco/opencv/" + Loader.getPlatform() + "/share/opencv4/haarcascades/";

  private final CascadeClassifier classifier;
  private final double scaleStep;
  private final int minNeighbors;

  /**
   * Loads a cascade.
   *
   * @param name of its file, without the ending
   * @param scaleStep how much larger than the one before each window is, above 1
   * @param minNeighbors how many overlapping windows must agree
   * @throws IllegalStateException when it cannot be loaded
   */
  Cascade(String name, double scaleStep, int minNeighbors) {
    this.classifier = load(resource(name));
    this.scaleStep = scaleStep;
    this.minNeighbors = minNeighbors;
  }

  /** Where a cascade lies in the OpenCV jar. */
  static String resource(String name) {
    return FOLDER + name + ".xml";
  }

  private static CascadeClassifier load(String resource) {
    File file;
    try {
      file = Loader.cacheResource(CascadeClassifier.class, resource);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack " + resource, e);
    }
    if (file == null) {
      throw new IllegalStateException("the OpenCV jar has no " + resource);
    }
    CascadeClassifier classifier = new CascadeClassifier(file.getPath());
    if (classifier.empty()) {
      classifier.close();
      throw new IllegalStateException("not a readable cascade: " + file);
    }
    return classifier;
  }

  /**
   * Something found.
   *
   * @param box pixels of the picture it was looked for in
   * @param neighbors how many overlapping windows agreed
   */
  record Hit(Box box, int neighbors) {}

  /**
   * Looks for what the cascade knows.
   *
   * @param gray 8 bits, one channel; only read
   * @param smallest least side of a window, pixels
   * @param largest most side of a window, pixels; 0: the picture's
   */
  List<Hit> find(Mat gray, int smallest, int largest) {
    return find(gray, smallest, largest, minNeighbors);
  }

  /** The same where another number of overlapping windows must agree. */
  List<Hit> find(Mat gray, int smallest, int largest, int agreeing) {
    try (RectVector boxes = new RectVector();
        IntPointer neighbors = new IntPointer();
        Size least = new Size(smallest, smallest);
        Size most = new Size(largest, largest)) {
      classifier.detectMultiScale2(gray, boxes, neighbors, scaleStep, agreeing, 0, least, most);
      List<Hit> hits = new ArrayList<>();
      for (int i = 0; i < boxes.size(); i++) {
        try (Rect rect = boxes.get(i)) {
          Box box = new Box(rect.x(), rect.y(), rect.x() + rect.width(), rect.y() + rect.height());
          hits.add(new Hit(box, neighbors.get(i)));
        }
      }
      return hits;
    }
  }

  @Override
  public void close() {
    classifier.close();
  }
}
