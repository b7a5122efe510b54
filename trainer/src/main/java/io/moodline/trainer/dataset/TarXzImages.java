package io.moodline.trainer.dataset;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Pictures in a {@code .tar.xz} archive, read in one pass without unpacking it to the disk. */
record TarXzImages(Path archive) implements ImageStore {

  @Override
  public void forEach(Visitor visitor) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new XZInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
      visitEntries(tar, visitor);
    } catch (DatasetException e) {
      throw e;
    } catch (IOException e) {
      throw new DatasetException(
          archive.getFileName() + ": the archive is damaged or cut short: " + e.getMessage(), e);
    }
  }

  private static void visitEntries(TarArchiveInputStream tar, Visitor visitor) throws IOException {
    TarArchiveEntry entry = tar.getNextEntry();
    while (entry != null) {
      Path path = Path.of(entry.getName());
      if (entry.isFile() && path.getNameCount() >= 2) {
        String folder = path.getName(path.getNameCount() - 2).toString();
        visitor.visit(folder, path.getFileName().toString(), tar::readAllBytes);
      }
      entry = tar.getNextEntry();
    }
  }
}
