package io.moodline.trainer.dataset;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes files such that a failure names the file and says why it failed. */
public final class OutputFiles {

  private OutputFiles() {}

  /**
   * Sees to it that there is a new or empty folder, before work is put into what it shall hold.
   *
   * @throws DatasetException when the folder is not empty
   * @throws IOException when it cannot be created; the message says why
   */
  public static void requireNewFolder(Path folder) throws IOException {
    boolean empty;
    try {
      Files.createDirectories(folder);
      try (Stream<Path> entries = Files.list(folder)) {
        empty = entries.findAny().isEmpty();
      }
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
    if (!empty) {
      throw new DatasetException(folder + " is not empty, but must be a new or empty folder");
    }
  }

  /**
   * Sees to it that there is a folder.
   *
   * @throws IOException when it cannot be created; the message says why
   */
  public static void folder(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  /**
   * Writes a picture as PNG, and the folders above it.
   *
   * @throws IOException when it cannot be written; the message names the file and says why
   */
  public static void png(Path file, BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    }
    bytes(file, bytes.toByteArray());
  }

  /**
   * Writes text as UTF-8, and the folders above it.
   *
   * @throws IOException when it cannot be written; the message names the file and says why
   */
  public static void text(Path file, CharSequence text) throws IOException {
    bytes(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes a file, and the folders above it. What the file held stays as it was until all of the
   * new is on the disk: a full disk costs nothing that is there.
   *
   * @throws IOException when it cannot be written; the message names the file and says why
   */
  public static void bytes(Path file, byte[] content) throws IOException {
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      boolean replaces = Files.exists(file);
      Path target = replaces ? file.toRealPath() : file;
      if (replaces && !Files.isRegularFile(target)) {
        // Nothing can take the place of a device.
        Files.write(target, content);
      } else {
        replace(target, content, replaces);
      }
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private static void replace(Path file, byte[] content, boolean lasting) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      write(next, content, lasting);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      remove(next, e);
      throw e;
    }
  }

  /**
   * @param lasting true to wait until the disk has it
   */
  private static void write(Path file, byte[] content, boolean lasting) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      if (lasting) {
        channel.force(true);
      }
    }
  }

  private static void remove(Path file, IOException because) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  private static IOException cannotWrite(Path file, IOException fault) {
    return new IOException("cannot write " + file + ": " + FileFaults.reason(fault), fault);
  }
}
