package io.moodline.detector.evaluation;

import io.moodline.detector.UndecodableImageException;
import io.moodline.detector.evaluation.PictureDraft.Row;
import io.moodline.detector.image.PictureSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads ground truth and looks at the pictures' headers, so that every fault is found at once. */
public final class GroundTruthReader {

  private final TruthLocation location;
  private final Faults faults;
  private int leftOut;

  private GroundTruthReader(TruthLocation location, Faults faults) {
    this.location = location;
    this.faults = faults;
  }

  /**
   * Reads a data set.
   *
   * @param data a file or a folder
   * @param format empty: found out
   * @param images the folder of the pictures; empty: the folder of the annotations, or {@code
   *     images} in it
   * @param skipBad true: a picture with a fault is left out, as its faces are not all known; false:
   *     the first fault ends the reading
   * @throws GroundTruthException when there is a fault, or no picture is left; the message names
   *     file and line
   */
  public static GroundTruth read(
      Path data, Optional<TruthFormat> format, Optional<Path> images, boolean skipBad)
      throws GroundTruthException {
    TruthLocation location = TruthLocation.of(data, format, images);
    return new GroundTruthReader(location, new Faults(skipBad)).read();
  }

  private GroundTruth read() throws GroundTruthException {
    List<TruthPicture> pictures = new ArrayList<>();
    for (PictureDraft draft : drafts()) {
      Optional<TruthPicture> picture = draft.broken() ? Optional.empty() : picture(draft);
      picture.ifPresentOrElse(pictures::add, () -> leftOut++);
    }
    if (pictures.isEmpty()) {
      String why = faults.noted().isEmpty() ? "" : "; the first fault is " + faults.noted().get(0);
      throw new GroundTruthException(location.annotations() + " has no usable picture" + why);
    }
    return new GroundTruth(location.format(), pictures, faults.noted(), leftOut);
  }

  private List<PictureDraft> drafts() throws GroundTruthException {
    return switch (location.format()) {
      case CSV -> CsvTruth.read(location.annotations(), faults);
      case WIDER -> WiderTruth.read(location.annotations(), faults);
      case YOLO -> YoloTruth.read(location.annotations(), location.images().get(0), faults);
    };
  }

  /** Empty when it has a fault that was noted. */
  private Optional<TruthPicture> picture(PictureDraft draft) throws GroundTruthException {
    Optional<Path> file = file(draft.name());
    if (file.isEmpty()) {
      faults.add(
          draft.place(),
          "there is no picture \"%s\" in %s"
              .formatted(
                  Faults.shown(draft.name()),
                  location.images().stream()
                      .map(Path::toString)
                      .collect(Collectors.joining(" or "))));
      return Optional.empty();
    }
    try {
      PictureSize size = PictureSize.of(Files.readAllBytes(file.get()));
      return faces(draft, size)
          .map(
              faces ->
                  new TruthPicture(draft.name(), file.get(), size.width(), size.height(), faces));
    } catch (UndecodableImageException | IOException e) {
      faults.add(draft.place(), "the picture " + file.get() + " cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Empty when one has a fault that was noted. */
  private Optional<List<TruthFace>> faces(PictureDraft draft, PictureSize size)
      throws GroundTruthException {
    List<TruthFace> faces = new ArrayList<>();
    boolean good = true;
    for (Row row : draft.rows()) {
      try {
        faces.add(new TruthFace(BoxRules.check(row, size), row.ignored(), row.label()));
      } catch (IllegalArgumentException e) {
        faults.add(row.place(), e.getMessage());
        good = false;
      }
    }
    return good ? Optional.of(faces) : Optional.empty();
  }

  private Optional<Path> file(String name) {
    try {
      return location.images().stream()
          .map(folder -> folder.resolve(name))
          .filter(Files::isRegularFile)
          .findFirst();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
