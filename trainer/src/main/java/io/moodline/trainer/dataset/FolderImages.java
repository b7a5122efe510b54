package io.moodline.trainer.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Pictures in the folders {@code FER2013Train}, {@code FER2013Valid} and {@code FER2013Test}. */
record FolderImages(Path root) implements ImageStore {

  @Override
  public void forEach(Visitor visitor) throws IOException {
    for (Split split : Split.values()) {
      Path folder = root.resolve(split.folder());
      if (Files.isDirectory(folder)) {
        visit(folder, split, visitor);
      }
    }
  }

  private static void visit(Path folder, Split split, Visitor visitor) throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      visitor.visit(split.folder(), file.getFileName().toString(), () -> Files.readAllBytes(file));
    }
  }
}
