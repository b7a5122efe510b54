package io.moodline.detector;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;

/** Plays a video to a visitor, as blue, green, red without padding. */
final class Video {

  private Video() {}

  /** Sees one picture; the buffer is good during the call only. */
  interface Visitor {
    void see(int width, int height, ByteBuffer bgr, long positionMs) throws Exception;
  }

  /**
   * Plays a video from its begin to its end.
   *
   * @param fps pictures a second to show at the most
   */
  static void play(Path file, double fps, Visitor visitor) throws Exception {
    avutil.av_log_set_level(avutil.AV_LOG_ERROR);
    try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile())) {
      grabber.setVideoOption("threads", "1");
      grabber.start();
      double next = 0;
      for (Frame frame = grabber.grabImage(); frame != null; frame = grabber.grabImage()) {
        long positionMs = frame.timestamp / 1000;
        if (positionMs >= next - 1) {
          next += 1000 / fps;
          visitor.see(frame.imageWidth, frame.imageHeight, packed(frame), positionMs);
        }
      }
    }
  }

  private static ByteBuffer packed(Frame frame) {
    ByteBuffer source = (ByteBuffer) frame.image[0];
    int row = frame.imageWidth * 3;
    if (frame.imageStride == row) {
      return source;
    }
    ByteBuffer packed = ByteBuffer.allocateDirect(row * frame.imageHeight);
    for (int y = 0; y < frame.imageHeight; y++) {
      packed.put(
          source.duplicate().position(y * frame.imageStride).limit(y * frame.imageStride + row));
    }
    return packed.flip();
  }
}
