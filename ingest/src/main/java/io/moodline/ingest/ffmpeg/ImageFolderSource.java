package io.moodline.ingest.ffmpeg;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;

import io.moodline.ingest.EncodedPicture;
import io.moodline.ingest.FrameSource;
import io.moodline.ingest.SourceRequest;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures of a folder, one after the other; one that cannot be read is left out. */
final class ImageFolderSource implements FrameSource {

  private static final Logger LOG = LoggerFactory.getLogger(ImageFolderSource.class);

  private final List<Path> images;
  private final SourceRequest request;
  private final PictureEncoder encoder = new PictureEncoder();
  private int next;
  private long taken = -1;
  private Mat picture;

  ImageFolderSource(List<Path> images, SourceRequest request) {
    this.images = images;
    this.request = request;
  }

  @Override
  public boolean live() {
    return false;
  }

  @Override
  public long durationMs() {
    return Math.max(1, positionMs(images.size()));
  }

  @Override
  public boolean grab() {
    while (next < images.size()) {
      Path file = images.get(next++);
      closePicture();
      // Turned upright by its EXIF orientation, as OpenCV does unless told otherwise.
      picture = imread(file.toString(), IMREAD_COLOR);
      if (!picture.empty()) {
        taken++;
        return true;
      }
      LOG.warn("left out {}: it is no image that OpenCV can read", file);
    }
    return false;
  }

  @Override
  public long positionMs() {
    return positionMs(taken);
  }

  private long positionMs(long pictures) {
    return Math.round(pictures * 1000 / request.targetFps());
  }

  @Override
  public EncodedPicture encode() {
    return encoder.encode(picture, 0, request.maxWidth(), request.jpegQuality());
  }

  private void closePicture() {
    if (picture != null) {
      picture.close();
      picture = null;
    }
  }

  @Override
  public void close() {
    closePicture();
  }
}
