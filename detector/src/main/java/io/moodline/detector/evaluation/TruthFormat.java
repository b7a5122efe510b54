package io.moodline.detector.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How boxes are written down. */
public enum TruthFormat {
  /** {@code image,x1,y1,x2,y2,label}, pixels; a row without coordinates: nobody is there. */
  CSV,
  /** WIDER FACE: a line with the picture, one with the number of faces, one for each face. */
  WIDER,
  /** A text file beside each picture, {@code class cx cy w h} in shares of the picture's size. */
  YOLO;

  /** Its name in options and reports. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All names. */
  public static List<String> texts() {
    return Arrays.stream(values()).map(TruthFormat::text).toList();
  }
}
