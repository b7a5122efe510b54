package io.moodline.trainer.dataset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a data set that {@link FaceDatasets} opens again: in the FER+ layout when the faces have
 * votes, in class folders otherwise.
 */
public final class FaceDatasetWriter {

  private static final String VOTES_HEADER =
      "Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF";

  private final Path folder;
  private final Set<String> names = new HashSet<>();

  private FaceDatasetWriter(Path folder) {
    this.folder = folder;
  }

  /**
   * Creates the folder and writes the faces. Where it fails, what was written so far stays; tables
   * are written last, so that it does not look whole.
   *
   * @param folder absent, or empty
   * @param faces either all with votes, or all with a label
   * @throws DatasetException when the folder is not empty
   * @throws IllegalArgumentException when a face has neither votes nor a label, or votes when
   *     others have none
   * @throws IOException when a file cannot be written; the message names it and says why
   */
  public static void write(Path folder, List<LabelledFace> faces) throws IOException {
    OutputFiles.requireNewFolder(folder);
    FaceDatasetWriter writer = new FaceDatasetWriter(folder);
    if (faces.stream().anyMatch(face -> face.votes().isPresent())) {
      writer.writeFerPlus(faces);
    } else {
      writer.writeClassFolders(faces);
    }
  }

  private void writeFerPlus(List<LabelledFace> faces) throws IOException {
    StringBuilder votes = new StringBuilder(VOTES_HEADER).append('\n');
    StringBuilder labels = new StringBuilder(ContestLabels.HEADER).append('\n');
    for (LabelledFace face : faces) {
      String image = newName(face);
      FerPlusRow row = face.votes().orElseThrow(() -> lacks(face, "votes"));
      writePicture(folder.resolve(face.split().folder()).resolve(image), face.pixels());
      votes
          .append(face.split().usage() + "," + image + ",")
          .append(row.votes().stream().map(String::valueOf).collect(Collectors.joining(",")))
          .append('\n');
      String code = face.label().flatMap(EmotionNames::codeOf).map(String::valueOf).orElse("");
      labels.append(image + "," + face.split().usage() + "," + code).append('\n');
    }
    OutputFiles.text(folder.resolve(ContestLabels.FILE), labels);
    OutputFiles.text(folder.resolve(FerPlusDataset.LABELS), votes);
  }

  private void writeClassFolders(List<LabelledFace> faces) throws IOException {
    for (LabelledFace face : faces) {
      String split = face.split().name().toLowerCase(Locale.ROOT);
      String emotion =
          face.label().orElseThrow(() -> lacks(face, "label")).name().toLowerCase(Locale.ROOT);
      writePicture(folder.resolve(split).resolve(emotion).resolve(newName(face)), face.pixels());
    }
  }

  private static IllegalArgumentException lacks(LabelledFace face, String what) {
    return new IllegalArgumentException(face.name() + " has no " + what);
  }

  /** The old file name, or the row's number; a number is added where it occurred already. */
  private String newName(LabelledFace face) {
    String last = face.name().substring(face.name().lastIndexOf('/') + 1);
    String base =
        last.matches(".*\\.csv:\\d+")
            ? String.format("row%07d", Integer.parseInt(last.substring(last.lastIndexOf(':') + 1)))
            : last.replaceFirst("\\.[A-Za-z]+$", "").replaceAll("[^A-Za-z0-9_.-]", "_");
    String name = base + ".png";
    for (int i = 2; !names.add(name); i++) {
      name = base + "-" + i + ".png";
    }
    return name;
  }

  private static void writePicture(Path file, byte[] pixels) throws IOException {
    int size = Sample.SIZE;
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, size, size, pixels);
    OutputFiles.png(file, image);
  }
}
