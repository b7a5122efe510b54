package io.moodline.ingest.ffmpeg;

import io.moodline.ingest.FrameSource;
import io.moodline.ingest.FrameSourceFactory;
import io.moodline.ingest.SourceException;
import io.moodline.ingest.SourceRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Opens folders of images: their pictures, by name, at the camera's rate. Thread-safe. */
public final class ImageFolderSourceFactory implements FrameSourceFactory {

  private static final Set<String> ENDINGS =
      Set.of("jpg", "jpeg", "png", "bmp", "webp", "tif", "tiff");

  @Override
  public boolean opens(String source) {
    return !source.contains("://") && Path.of(source).toFile().isDirectory();
  }

  @Override
  public FrameSource open(SourceRequest request) throws SourceException {
    Path folder = Path.of(request.source());
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> images = files.filter(ImageFolderSourceFactory::isImage).sorted().toList();
      if (images.isEmpty()) {
        throw SourceException.permanent(
            "the folder "
                + folder
                + " has no images; they end in "
                + String.join(", ", ENDINGS.stream().sorted().toList()),
            null);
      }
      return new ImageFolderSource(images, request);
    } catch (IOException e) {
      throw SourceException.permanent("cannot read the folder " + folder + ": " + e, e);
    }
  }

  private static boolean isImage(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)) && Files.isRegularFile(file);
  }
}
