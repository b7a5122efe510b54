package io.moodline.app.evaluate.detector;

import io.moodline.app.evaluate.EvaluationException;
import io.moodline.detector.DetectedFace;
import io.moodline.detector.FaceFinder;
import io.moodline.detector.FoundFaces;
import io.moodline.detector.UndecodableImageException;
import io.moodline.detector.tracking.Detection;
import io.moodline.detector.tracking.Tracker;
import io.moodline.detector.tracking.Tracker.TrackedFace;
import io.moodline.detector.tracking.TrackerState;
import io.moodline.ingest.FrameSource;
import io.moodline.ingest.SourceException;
import io.moodline.ingest.SourceRequest;
import io.moodline.ingest.ffmpeg.FfmpegSourceFactory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;

/** Follows the faces of a video through all of its frames and draws some. Used once. */
final class TrackedVideo {

  /** What the ingest does by default. */
  private static final int MAX_WIDTH = 1280;

  private static final int JPEG_QUALITY = 85;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static final Color[] COLORS = {
    Color.YELLOW, Color.GREEN, Color.CYAN, Color.PINK, Color.MAGENTA, Color.WHITE, Color.ORANGE
  };

  private final FaceFinder finder;
  private final Tracker tracker;
  private final SheetStyle style;
  private final long everyMs;
  private final Set<String> ids = new HashSet<>();
  private TrackerState state = TrackerState.empty();
  private int frames;
  private int withFaces;
  private int faces;
  private int drawn;

  TrackedVideo(FaceFinder finder, Tracker tracker, SheetStyle style, double everySeconds) {
    this.finder = finder;
    this.tracker = tracker;
    this.style = style;
    this.everyMs = Math.round(1000 * everySeconds);
  }

  /**
   * What was seen.
   *
   * @param frames of the video
   * @param withFaces frames in which somebody was followed
   * @param faces detections in all frames
   * @param tracks ids given
   */
  record Figures(int frames, int withFaces, int faces, int tracks) {
    @Override
    public String toString() {
      return "%d frames, %d with a face that is followed; %d detections, %d ids"
          .formatted(frames, withFaces, faces, tracks);
    }
  }

  /** Reads the whole video. */
  Figures draw(Path video, ContactSheet sheet) throws SourceException {
    SourceRequest request =
        new SourceRequest(video.toString(), 30, false, MAX_WIDTH, JPEG_QUALITY, TIMEOUT);
    try (FrameSource source = new FfmpegSourceFactory().open(request)) {
      long nextDrawnMs = 0;
      while (source.grab()) {
        long atMs = source.positionMs();
        if (atMs > state.lastCapturedAtMs()) {
          byte[] jpeg = source.encode().jpeg();
          List<Mark> marks = look(video, jpeg, atMs);
          if (atMs >= nextDrawnMs && drawn < style.maxPictures()) {
            nextDrawnMs = atMs + everyMs;
            sheet.add(cell(jpeg, marks, atMs));
            drawn++;
          }
        }
      }
    }
    return new Figures(frames, withFaces, faces, ids.size());
  }

  private List<Mark> look(Path video, byte[] jpeg, long atMs) {
    FoundFaces found;
    try {
      found = finder.find(jpeg);
    } catch (UndecodableImageException e) {
      throw new EvaluationException(video + " at " + atMs + " ms: " + e.getMessage(), e);
    }
    Tracker.Update update =
        tracker.update(
            state,
            atMs,
            found.faces().stream().map(face -> new Detection(face.box(), face.score())).toList());
    state = update.state();
    frames++;
    faces += found.faces().size();
    withFaces += update.faces().isEmpty() ? 0 : 1;
    return marks(found, update.faces());
  }

  private List<Mark> marks(FoundFaces found, List<TrackedFace> tracked) {
    List<Mark> marks = new ArrayList<>();
    Set<Integer> followed = new HashSet<>();
    for (TrackedFace track : tracked) {
      String id = track.firstSeenMs() + ":" + track.index();
      ids.add(id);
      int detection = track.detection().orElseThrow();
      followed.add(detection);
      marks.add(mark(found.faces().get(detection), color(id), id));
    }
    for (int i = 0; i < found.faces().size(); i++) {
      if (!followed.contains(i)) {
        marks.add(mark(found.faces().get(i), Color.RED, "?"));
      }
    }
    return marks;
  }

  private static Mark mark(DetectedFace face, Color color, String id) {
    return new Mark(
        face.box(),
        face.landmarks(),
        color,
        String.format(Locale.ROOT, "%s  %.2f", id, face.score()));
  }

  private static Color color(String id) {
    return COLORS[Math.floorMod(id.hashCode(), COLORS.length)];
  }

  private BufferedImage cell(byte[] jpeg, List<Mark> marks, long atMs) {
    try {
      BufferedImage frame = ImageIO.read(new ByteArrayInputStream(jpeg));
      double scale = style.scale(frame.getWidth(), frame.getHeight());
      return MarkedPicture.draw(
          frame, scale, marks, String.format(Locale.ROOT, "%.1f s", atMs / 1000.0));
    } catch (IOException e) {
      throw new EvaluationException("a frame cannot be drawn: " + e.getMessage(), e);
    }
  }
}
