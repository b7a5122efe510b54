package io.moodline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.junit.jupiter.api.Test;

/** The demo is of use only when the default detector finds its faces. */
class DemoDetectionTest {

  private static final DemoOptions OPTIONS = DemoOptions.DEFAULTS;

  @Test
  void theCascadeFindsFacesInTheirBoxes() throws IOException {
    DemoScene scene = new DemoScene(OPTIONS);
    DemoRenderer renderer = new DemoRenderer(scene, DemoFaces.load());
    int faces = 0;
    int found = 0;
    try (CascadeClassifier cascade = cascade()) {
      for (long ms = 1000; ms < 61_000; ms += 2000) {
        List<int[]> boxes = detect(cascade, renderer.render(ms));
        for (TruthFace face : scene.truthAt(ms)) {
          if (face.clear()) {
            faces++;
            found += boxes.stream().anyMatch(box -> overlap(face, box) > 0.5) ? 1 : 0;
          }
        }
      }
    }
    assertThat(faces).isGreaterThan(50);
    // More than 99 in 100 when this was written; other builds of OpenCV may round otherwise.
    assertThat(found / (double) faces).isGreaterThan(0.95);
  }

  private static CascadeClassifier cascade() throws IOException {
    File file =
        Loader.cacheResource(
            CascadeClassifier.class,
            "/org/bytedeco/opencv/"
                + Loader.getPlatform()
                + "/share/opencv4/haarcascades/haarcascade_frontalface_alt2.xml");
    CascadeClassifier cascade = new CascadeClassifier(file.getPath());
    assertThat(cascade.empty()).isFalse();
    return cascade;
  }

  /** Boxes as left, top, width, height. */
  private static List<int[]> detect(CascadeClassifier cascade, byte[] bgr) {
    List<int[]> boxes = new ArrayList<>();
    try (Mat colour = new Mat(OPTIONS.height(), OPTIONS.width(), opencv_core.CV_8UC3);
        Mat gray = new Mat();
        RectVector found = new RectVector();
        Size least = new Size(60, 60);
        Size most = new Size()) {
      colour.data().put(bgr, 0, bgr.length);
      opencv_imgproc.cvtColor(colour, gray, opencv_imgproc.COLOR_BGR2GRAY);
      cascade.detectMultiScale(gray, found, 1.1, 3, 0, least, most);
      for (Rect box : found.get()) {
        boxes.add(new int[] {box.x(), box.y(), box.width(), box.height()});
      }
    }
    return boxes;
  }

  /** Intersection over union. */
  private static double overlap(TruthFace face, int[] box) {
    double width = Math.min(face.x2(), box[0] + box[2]) - Math.max(face.x1(), box[0]);
    double height = Math.min(face.y2(), box[1] + box[3]) - Math.max(face.y1(), box[1]);
    double both = Math.max(0, width) * Math.max(0, height);
    double own = (face.x2() - face.x1()) * (double) (face.y2() - face.y1());
    return both / (own + box[2] * (double) box[3] - both);
  }
}
