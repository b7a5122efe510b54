package io.moodline.trainer.dataset;

import io.moodline.schemas.Emotion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Class folders: {@code train/happy/*.jpg}. Without a folder for validation a fixed tenth of the
 * training pictures is taken for it: those whose path below the training folder has a CRC-32 that
 * ten divides, so that the choice depends on nothing but the names.
 */
final class ClassFolders implements FaceDataset {

  private static final Map<Split, List<String>> SPLIT_NAMES =
      Map.of(
          Split.TRAIN, List.of("train", "training"),
          Split.VALID, List.of("valid", "validation", "val", "publictest"),
          Split.TEST, List.of("test", "testing", "privatetest"));

  private static final int VALID_SHARE = 10;

  private final Path root;
  private final Map<Split, Path> splits;

  private ClassFolders(Path root, Map<Split, Path> splits) {
    this.root = root;
    this.splits = splits;
  }

  /** True when the folder holds a folder with the name of a part. */
  static boolean isOne(Path root) throws IOException {
    return folders(root).stream().anyMatch(folder -> splitOf(folder).isPresent());
  }

  /**
   * Finds the parts and sees to it that their folders have names of emotions.
   *
   * @throws DatasetException when one has not, or when two folders are of one part
   */
  static ClassFolders open(Path root) throws IOException {
    Map<Split, Path> splits = new EnumMap<>(Split.class);
    for (Path folder : folders(root)) {
      Optional<Split> split = splitOf(folder);
      if (split.isPresent()) {
        Path earlier = splits.put(split.get(), folder);
        if (earlier != null) {
          throw new DatasetException(
              root
                  + " holds both "
                  + earlier.getFileName()
                  + " and "
                  + folder.getFileName()
                  + ", but must hold only one of "
                  + String.join(", ", SPLIT_NAMES.get(split.get())));
        }
        requireClasses(folder);
      }
    }
    return new ClassFolders(root, splits);
  }

  private static void requireClasses(Path split) throws IOException {
    for (Path folder : folders(split)) {
      if (emotionOf(folder).isEmpty()) {
        throw new DatasetException(
            folder
                + " is named after no known class; a class folder must be one of "
                + EmotionNames.words());
      }
    }
  }

  /** True when the data set has a training folder, but none for validation. */
  private boolean takesValidFromTrain() {
    return splits.containsKey(Split.TRAIN) && !splits.containsKey(Split.VALID);
  }

  @Override
  public String format() {
    return takesValidFromTrain()
        ? "class folders; there is none for validation, for which a fixed tenth of the training"
            + " pictures is taken"
        : "class folders";
  }

  @Override
  public List<LabelledFace> faces(Set<Split> wanted, BadRows badRows) throws IOException {
    List<LabelledFace> faces = new ArrayList<>();
    for (Split split : Split.values()) {
      if (wanted.contains(split)) {
        List<LabelledFace> found = faces(split, badRows);
        if (found.isEmpty()) {
          throw missing(split, "good picture");
        }
        faces.addAll(found);
      }
    }
    return faces;
  }

  private List<LabelledFace> faces(Split split, BadRows badRows) throws IOException {
    boolean drawn = takesValidFromTrain() && split != Split.TEST;
    Path folder = splits.get(drawn ? Split.TRAIN : split);
    if (folder == null) {
      throw missing(split, "folder");
    }
    List<LabelledFace> faces = new ArrayList<>();
    for (Path classFolder : folders(folder)) {
      Emotion emotion = emotionOf(classFolder).orElseThrow();
      for (Path file : PictureFiles.in(classFolder, root, badRows)) {
        if (!drawn || isOfValidTenth(folder, file) == (split == Split.VALID)) {
          addTo(faces, file, split, emotion, badRows);
        }
      }
    }
    return faces;
  }

  private void addTo(
      List<LabelledFace> faces, Path file, Split split, Emotion emotion, BadRows badRows)
      throws IOException {
    String name = PictureFiles.nameOf(root, file);
    try {
      byte[] pixels = GrayPicture.decode(PictureFiles.read(file));
      faces.add(new LabelledFace(name, split, pixels, Optional.empty(), Optional.of(emotion)));
    } catch (IllegalArgumentException e) {
      badRows.found(new BadRow(name, 0, e.getMessage()));
    }
  }

  private static boolean isOfValidTenth(Path train, Path file) {
    CRC32 crc = new CRC32();
    crc.update(PictureFiles.nameOf(train, file).getBytes(StandardCharsets.UTF_8));
    return crc.getValue() % VALID_SHARE == 0;
  }

  private MissingSplitException missing(Split split, String what) {
    return new MissingSplitException(
        split,
        root
            + " holds no "
            + what
            + " for "
            + split
            + ": "
            + String.join(", ", SPLIT_NAMES.get(split)));
  }

  private static Optional<Split> splitOf(Path folder) {
    String name = folder.getFileName().toString().toLowerCase(Locale.ROOT);
    return Stream.of(Split.values())
        .filter(split -> SPLIT_NAMES.get(split).contains(name))
        .findFirst();
  }

  private static Optional<Emotion> emotionOf(Path folder) {
    return EmotionNames.ofWord(folder.getFileName().toString());
  }

  /** The folders below a folder, in the order of their names; hidden ones are passed over. */
  private static List<Path> folders(Path parent) throws IOException {
    try (Stream<Path> entries = Files.list(parent)) {
      return entries
          .filter(Files::isDirectory)
          .filter(folder -> !folder.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }
}
