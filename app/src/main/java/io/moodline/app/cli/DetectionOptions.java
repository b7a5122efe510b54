package io.moodline.app.cli;

import io.moodline.schemas.Corner;
import io.moodline.schemas.DetectionSettings;
import io.moodline.schemas.Zone;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say how one camera's faces are looked for. */
final class DetectionOptions {

  @Option(
      names = "--detector",
      paramLabel = "KIND",
      description = "Face detector of this camera: haar or yunet.")
  private String detector;

  @Option(
      names = "--min-face",
      paramLabel = "PX",
      description = "Smaller faces are not looked for, pixels of the frame.")
  private Integer minFace;

  @Option(
      names = "--min-score",
      paramLabel = "S",
      description = "Least score of a face, 0.05 to 0.99.")
  private Double minScore;

  @Option(
      names = "--search-every",
      paramLabel = "N",
      description =
          "Look for faces in every N-th frame; in between the tracker carries their boxes on.")
  private Integer searchEvery;

  @Option(
      names = "--include",
      paramLabel = "ZONE",
      description =
          "Keep only faces in this part of the picture, such as \"door: 0,0 0.5,0 0.5,1 0,1\":"
              + " corners as shares of width and height. May be repeated.")
  private List<String> include = List.of();

  @Option(
      names = "--exclude",
      paramLabel = "ZONE",
      description =
          "Drop faces in this part of the picture, a staff zone or a poster. May be repeated.")
  private List<String> exclude = List.of();

  /**
   * The settings, or null when nothing was said.
   *
   * @throws IllegalArgumentException when a zone cannot be read, saying what is allowed
   */
  DetectionSettings settings() {
    boolean said =
        detector != null
            || minFace != null
            || minScore != null
            || searchEvery != null
            || !include.isEmpty()
            || !exclude.isEmpty();
    return said
        ? new DetectionSettings(
            detector, minFace, minScore, searchEvery, zones(include), zones(exclude))
        : null;
  }

  private static List<Zone> zones(List<String> texts) {
    return texts.stream().map(DetectionOptions::zone).toList();
  }

  /** {@code name: x,y x,y x,y}, the name and its colon may be missing. */
  static Zone zone(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? "" : text.substring(0, colon).strip();
    List<Corner> corners = new ArrayList<>();
    for (String corner : text.substring(colon + 1).strip().split("\\s+")) {
      corners.add(corner(text, corner));
    }
    return new Zone(name, corners);
  }

  private static Corner corner(String zone, String text) {
    String[] xy = text.split(",", -1);
    try {
      if (xy.length == 2) {
        return new Corner(Double.parseDouble(xy[0]), Double.parseDouble(xy[1]));
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "the zone \""
            + zone
            + "\" has the corner \""
            + text
            + "\", but corners must be x,y in shares of width and height, with blanks between"
            + " them, such as \"door: 0,0 0.5,0 0.5,1 0,1\"");
  }
}
