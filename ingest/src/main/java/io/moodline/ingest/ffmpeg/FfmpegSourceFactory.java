package io.moodline.ingest.ffmpeg;

import io.moodline.ingest.FrameSource;
import io.moodline.ingest.FrameSourceFactory;
import io.moodline.ingest.SourceException;
import io.moodline.ingest.SourceRequest;
import io.moodline.topics.SourceAddresses;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;

/** Opens whatever FFmpeg opens: files, RTSP, HTTP, devices. Thread-safe. */
public final class FfmpegSourceFactory implements FrameSourceFactory {

  /** What FFmpeg answers when a file is no video: AVERROR_INVALIDDATA. */
  private static final String INVALID_DATA = "error -1094995529";

  public FfmpegSourceFactory() {
    // What matters reaches us as errors; the rest would flood the console.
    avutil.av_log_set_level(avutil.AV_LOG_FATAL);
  }

  /** Asked last: it takes whatever nobody else does, and says what is wrong with it. */
  @Override
  public boolean opens(String source) {
    return true;
  }

  @Override
  public FrameSource open(SourceRequest request) throws SourceException {
    SourceKind kind = SourceKind.of(request.source());
    FFmpegFrameGrabber grabber = grabber(request, kind);
    try {
      grabber.startUnsafe();
    } catch (FFmpegFrameGrabber.Exception e) {
      release(grabber, e);
      throw refused(request.source(), kind, e);
    }
    if (!grabber.hasVideo()) {
      release(grabber, null);
      throw withoutPictures(request.source(), kind);
    }
    return new FfmpegSource(grabber, kind, request);
  }

  /** The plain start() takes one lock for the whole process: one dead camera would hold up all. */
  private static FFmpegFrameGrabber grabber(SourceRequest request, SourceKind kind) {
    FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(request.source());
    grabber.setOption("protocol_whitelist", kind.protocols());
    grabber.setVideoOption("threads", "1");
    if (kind.network()) {
      String timeoutUs =
          Long.toString(TimeUnit.MILLISECONDS.toMicros(request.timeout().toMillis()));
      // To FFmpeg's rtmp, "timeout" means to wait for someone who calls.
      boolean rtmp = request.source().toLowerCase(Locale.ROOT).startsWith("rtmp");
      grabber.setOption(rtmp ? "rw_timeout" : "timeout", timeoutUs);
      grabber.setOption("analyzeduration", "500000");
    }
    if (request.source().toLowerCase(Locale.ROOT).startsWith("rtsp")) {
      grabber.setOption("rtsp_transport", "tcp");
    }
    if (SourceKind.isDevice(request.source())) {
      grabber.setFormat("v4l2");
    }
    return grabber;
  }

  /** A file stays as it is; a camera's first look may fall into a moment of sound only. */
  private static SourceException withoutPictures(String source, SourceKind kind) {
    String reason = SourceAddresses.masked(source) + " has no pictures";
    return kind.equals(SourceKind.FILE)
        ? SourceException.permanent(reason, null)
        : SourceException.temporary(reason, null);
  }

  private static SourceException refused(
      String source, SourceKind kind, FFmpegFrameGrabber.Exception e) {
    String shown = SourceAddresses.masked(source);
    String message = String.valueOf(e.getMessage());
    if (!kind.network() && message.contains(INVALID_DATA)) {
      return SourceException.permanent(shown + " is not a video that FFmpeg can read", e);
    }
    String reason = "cannot open " + shown + ": " + FfmpegErrors.describe(message);
    return kind.equals(SourceKind.FILE)
        ? SourceException.permanent(reason, e)
        : SourceException.temporary(reason, e);
  }

  private static void release(FFmpegFrameGrabber grabber, Exception cause) throws SourceException {
    try {
      grabber.releaseUnsafe();
    } catch (FFmpegFrameGrabber.Exception e) {
      if (cause == null) {
        throw SourceException.temporary("cannot close the source: " + e.getMessage(), e);
      }
      cause.addSuppressed(e);
    }
  }
}
