package io.moodline.app.models;

import io.moodline.detector.models.KnownModel;
import io.moodline.trainer.dataset.FileFaults;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies a file of this computer. */
final class LocalFetch {

  private static final int BUFFER = 1 << 16;

  private LocalFetch() {}

  /**
   * Copies from the beginning.
   *
   * @throws PullException when the file cannot be read, or has another size than it must have
   */
  static void fetch(KnownModel model, Path file, PartFile part, PullListener listener)
      throws PullException {
    long there = 0;
    try (FileChannel from = open(file, model)) {
      part.discard();
      listener.begins(file.toString(), 0);
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
      while (there < model.size() && from.read(buffer) >= 0) {
        there += buffer.flip().remaining();
        part.append(buffer);
        buffer.clear();
        listener.received(there, model.size());
      }
    } catch (PullException e) {
      throw e;
    } catch (IOException e) {
      throw new PullException("cannot read " + file + ": " + FileFaults.reason(e), e);
    }
  }

  private static FileChannel open(Path file, KnownModel model) throws IOException {
    if (Files.isDirectory(file)) {
      throw new PullException("cannot read " + file + ": it is a folder");
    }
    FileChannel from = FileChannel.open(file);
    if (from.size() != model.size()) {
      long size = from.size();
      from.close();
      throw new PullException(
          "%s has %d bytes, but %s has %d".formatted(file, size, model.file(), model.size()));
    }
    return from;
  }
}
