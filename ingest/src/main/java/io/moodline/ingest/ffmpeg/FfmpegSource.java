package io.moodline.ingest.ffmpeg;

import io.moodline.ingest.BgrSource;
import io.moodline.ingest.EncodedPicture;
import io.moodline.ingest.SourceException;
import io.moodline.ingest.SourceRequest;
import io.moodline.topics.SourceAddresses;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.OpenCVFrameConverter;
import org.bytedeco.opencv.opencv_core.Mat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open FFmpeg source. The grabbed picture lies in the grabber's memory until the next is
 * grabbed, and is encoded from there.
 */
final class FfmpegSource implements BgrSource {

  private static final Logger LOG = LoggerFactory.getLogger(FfmpegSource.class);
  private static final long MICROS_A_MILLI = TimeUnit.MILLISECONDS.toMicros(1);

  private final FFmpegFrameGrabber grabber;
  private final SourceRequest request;
  private final boolean live;
  private final int rotation;
  private final OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat();
  private final PictureEncoder encoder = new PictureEncoder();
  private Frame picture;
  private long firstUs = Long.MIN_VALUE;
  private long positionUs;

  FfmpegSource(FFmpegFrameGrabber grabber, SourceKind kind, SourceRequest request) {
    this.grabber = grabber;
    this.request = request;
    this.live = kind.alwaysLive() || (kind.network() && grabber.getLengthInTime() <= 0);
    this.rotation = quarterTurns(grabber.getDisplayRotation());
  }

  /**
   * Quarter turns clockwise that right a picture.
   *
   * @param degrees counter-clockwise turn that FFmpeg's display matrix asks for, -180 to 180
   */
  static int quarterTurns(double degrees) {
    return Math.floorMod(Math.round(-degrees / 90), 4);
  }

  @Override
  public boolean live() {
    return live;
  }

  @Override
  public long durationMs() {
    return live ? 0 : Math.max(0, grabber.getLengthInTime() / MICROS_A_MILLI);
  }

  @Override
  public boolean grab() throws SourceException {
    try {
      picture = grabber.grabImage();
    } catch (FFmpegFrameGrabber.Exception e) {
      throw SourceException.temporary(
          "reading "
              + SourceAddresses.masked(request.source())
              + " broke off: "
              + FfmpegErrors.describe(String.valueOf(e.getMessage())),
          e);
    }
    if (picture == null) {
      return false;
    }
    long timestampUs = grabber.getTimestamp();
    if (firstUs == Long.MIN_VALUE) {
      firstUs = timestampUs;
    }
    // A source whose clock jumps back must not take the frames' order with it.
    positionUs = Math.max(positionUs, timestampUs - firstUs);
    return true;
  }

  @Override
  public long positionMs() {
    return positionUs / MICROS_A_MILLI;
  }

  @Override
  public EncodedPicture encode() {
    Mat bgr = converter.convert(picture); // The converter's own, used again for the next picture.
    return encoder.encode(bgr, rotation, request.maxWidth(), request.jpegQuality());
  }

  @Override
  public ByteBuffer bgr() {
    return (ByteBuffer) picture.image[0];
  }

  @Override
  public int width() {
    return picture.imageWidth;
  }

  @Override
  public int height() {
    return picture.imageHeight;
  }

  @Override
  public int strideBytes() {
    return picture.imageStride;
  }

  @Override
  public void close() {
    converter.close();
    try {
      grabber.releaseUnsafe();
    } catch (FFmpegFrameGrabber.Exception e) {
      LOG.warn("could not close {}", SourceAddresses.masked(request.source()), e);
    }
  }
}
