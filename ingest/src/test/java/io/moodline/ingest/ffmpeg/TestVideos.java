package io.moodline.ingest.ffmpeg;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.Java2DFrameConverter;

/** Makes small videos whose left half is red and whose right half is blue. */
final class TestVideos {

  private TestVideos() {}

  /** Records a video; {@code degrees} is the counter-clockwise turn its players shall make. */
  static Path mp4(Path dir, int width, int height, int pictures, double fps, int degrees)
      throws Exception {
    Path file = dir.resolve("video" + degrees + ".mp4");
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), width, height)) {
      recorder.setFormat("mp4");
      recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
      recorder.setFrameRate(fps);
      recorder.setVideoBitrate(2_000_000);
      recorder.start();
      record(recorder, width, height, pictures);
    }
    if (degrees != 0) {
      Mp4Rotation.set(file, degrees);
    }
    return file;
  }

  /** Records pictures into a recorder that was started. */
  static void record(FFmpegFrameRecorder recorder, int width, int height, int pictures)
      throws Exception {
    try (Java2DFrameConverter converter = new Java2DFrameConverter()) {
      Frame picture = converter.getFrame(halves(width, height));
      for (int i = 0; i < pictures; i++) {
        recorder.record(picture);
      }
    }
  }

  /** A second of silence as a WAV file: something that FFmpeg reads, but without pictures. */
  static byte[] silence() throws IOException {
    int samples = 8000;
    AudioFormat format = new AudioFormat(samples, 16, 1, true, false);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(new byte[2 * samples]), format, samples),
        AudioFileFormat.Type.WAVE,
        out);
    return out.toByteArray();
  }

  private static BufferedImage halves(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.RED);
    g.fillRect(0, 0, width / 2, height);
    g.setColor(Color.BLUE);
    g.fillRect(width / 2, 0, width - width / 2, height);
    g.dispose();
    return image;
  }
}
