package io.moodline.app.bench;

import io.moodline.ingest.FrameSource;
import io.moodline.ingest.FrameSourceFactory;
import io.moodline.ingest.SourceException;
import io.moodline.ingest.SourceRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens a video again and again as if it were one long file ({@code replay:3:PATH}), or for ever at
 * its own speed as if it were a live camera ({@code replay:live:PATH}). Thread-safe.
 */
final class ReplaySourceFactory implements FrameSourceFactory {

  private static final Pattern FORM = Pattern.compile("replay:(live|\\d+):(.+)");

  private final FrameSourceFactory videos;

  /**
   * @param videos opens the video itself
   */
  ReplaySourceFactory(FrameSourceFactory videos) {
    this.videos = videos;
  }

  /** The address of a video that is read {@code times} times. */
  static String times(int times, String video) {
    return "replay:" + times + ":" + video;
  }

  /** The address of a video that plays for ever at its own speed. */
  static String live(String video) {
    return "replay:live:" + video;
  }

  @Override
  public boolean opens(String source) {
    return FORM.matcher(source).matches();
  }

  @Override
  public FrameSource open(SourceRequest request) throws SourceException {
    Matcher form = FORM.matcher(request.source());
    if (!form.matches()) {
      throw SourceException.permanent("not a replay: " + request.source(), null);
    }
    boolean live = form.group(1).equals("live");
    SourceRequest video =
        new SourceRequest(
            form.group(2),
            request.targetFps(),
            request.realtime(),
            request.maxWidth(),
            request.jpegQuality(),
            request.timeout());
    return new ReplaySource(
        videos, video, live, live ? Integer.MAX_VALUE : Integer.parseInt(form.group(1)));
  }
}
