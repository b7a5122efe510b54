package io.moodline.app.evaluate.detector;

import io.moodline.app.evaluate.EvaluationException;
import io.moodline.app.evaluate.ReportFolder;
import io.moodline.detector.DetectedFace;
import io.moodline.detector.FaceFinder;
import io.moodline.detector.evaluation.Pictures;
import io.moodline.detector.opencv.DecodedPicture;
import io.moodline.ingest.SourceException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Carries out {@code moodline evaluate-detector --pictures}: draws what detectors find in
 * photographs, and whom the tracker follows through videos. The sheets show people.
 */
public final class FoundSheets {

  private final List<DetectorChoice> detectors;
  private final SheetStyle style;
  private final double everySeconds;
  private final Path out;
  private final PrintWriter console;

  /**
   * @param detectors at least one
   * @param everySeconds how far the frames of a video that are drawn lie apart
   * @param out folder of the sheets
   * @param console where a line of figures goes for each file
   */
  public FoundSheets(
      List<DetectorChoice> detectors,
      SheetStyle style,
      double everySeconds,
      Path out,
      PrintWriter console) {
    this.detectors = List.copyOf(detectors);
    this.style = style;
    this.everySeconds = everySeconds;
    this.out = out;
    this.console = console;
  }

  /**
   * Draws.
   *
   * @param paths pictures, videos, and folders of them
   * @throws EvaluationException when one cannot be read, or a sheet cannot be written
   */
  public void write(List<Path> paths) {
    ReportFolder folder = ReportFolder.open(out);
    List<Path> files = files(paths);
    List<Path> pictures = files.stream().filter(Pictures::isPicture).toList();
    for (DetectorChoice detector : detectors) {
      try (FaceFinder finder = detector.open()) {
        drawPictures(detector, finder, pictures, folder);
        for (Path video : files) {
          if (!Pictures.isPicture(video)) {
            drawVideo(detector, finder, video, folder);
          }
        }
      }
    }
  }

  private static List<Path> files(List<Path> paths) {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      try (Stream<Path> list = Files.list(path)) {
        files.addAll(list.filter(Files::isRegularFile).sorted().toList());
      } catch (IOException e) {
        throw new EvaluationException("cannot read the folder " + path + ": " + e, e);
      }
    }
    return files;
  }

  private void drawPictures(
      DetectorChoice detector, FaceFinder finder, List<Path> pictures, ReportFolder folder) {
    ContactSheet sheet = new ContactSheet(folder, "pictures-" + detector.fileId(), style);
    try (sheet) {
      for (Path picture : pictures.subList(0, Math.min(pictures.size(), style.maxPictures()))) {
        sheet.add(cell(detector, finder, picture));
      }
    }
    written(sheet);
  }

  private BufferedImage cell(DetectorChoice detector, FaceFinder finder, Path picture) {
    try (DecodedPicture decoded =
        PictureFile.decode(picture, PictureFile.read(picture), detector.config().maxPixels())) {
      List<DetectedFace> faces =
          finder.findBgr(decoded.bgr(), decoded.width(), decoded.height()).faces();
      String text = "%s: %d faces".formatted(picture.getFileName(), faces.size());
      say(detector.id() + ", " + text);
      return MarkedPicture.draw(
          PictureFile.image(decoded),
          style.scale(decoded.width(), decoded.height()),
          faces.stream().map(FoundSheets::mark).toList(),
          text);
    }
  }

  private void drawVideo(
      DetectorChoice detector, FaceFinder finder, Path video, ReportFolder folder) {
    String name = "video-" + video.getFileName() + "-" + detector.fileId();
    ContactSheet sheet = new ContactSheet(folder, name, style);
    try (sheet) {
      TrackedVideo.Figures figures =
          new TrackedVideo(finder, detector.config().tracker(), style, everySeconds)
              .draw(video, sheet);
      say("%s, %s: %s".formatted(detector.id(), video.getFileName(), figures));
    } catch (SourceException e) {
      throw new EvaluationException(e.getMessage(), e);
    }
    written(sheet);
  }

  private static Mark mark(DetectedFace face) {
    return new Mark(
        face.box(),
        face.landmarks(),
        Color.YELLOW,
        String.format(Locale.ROOT, "%.2f", face.score()));
  }

  private void written(ContactSheet sheet) {
    sheet.written().forEach(name -> say("Written: " + out.resolve(name)));
  }

  private void say(String text) {
    console.println(text);
    console.flush();
  }
}
