package io.moodline.trainer.torch;

import io.moodline.trainer.dataset.FileFaults;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.ArchiveWriter;
import org.bytedeco.pytorch.OutputArchive;

/**
 * Writes libtorch's archives. libtorch itself ends the whole process when it cannot write to a
 * disk: here Java writes, and a full disk is an exception like any other.
 */
final class ArchiveFile {

  private ArchiveFile() {}

  /**
   * @throws IOException when the file cannot be written; what was written of it is removed
   */
  static void save(OutputArchive archive, Path file) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        Writer writer = new Writer(channel)) {
      archive.save_to(writer);
      writer.check();
      // The checkpoint before is removed soon.
      channel.force(true);
    } catch (IOException e) {
      throw unwritable(file, FileFaults.reason(e), e);
    } catch (RuntimeException e) {
      throw unwritable(file, e.getMessage(), e);
    }
  }

  private static IOException unwritable(Path file, String reason, Exception cause)
      throws IOException {
    if (Files.isRegularFile(file)) {
      Files.delete(file);
    }
    return new IOException("the checkpoint " + file + " cannot be written: " + reason, cause);
  }

  /** Takes bytes from libtorch. A failure is kept for later: native code must not see it. */
  private static final class Writer extends ArchiveWriter {
    private final FileChannel channel;
    private IOException failure;

    Writer(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public long call(Pointer bytes, long length) {
      try {
        if (failure == null) {
          write(new BytePointer(bytes).capacity(length).asByteBuffer());
        }
      } catch (IOException e) {
        failure = e;
      }
      return length;
    }

    private void write(ByteBuffer buffer) throws IOException {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }

    void check() throws IOException {
      if (failure != null) {
        throw failure;
      }
    }
  }
}
