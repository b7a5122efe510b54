package io.moodline.app.run;

import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.Emotion;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.FaceTimeline;
import io.moodline.schemas.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns what happens into a few lines for a person: sources and their state at once, faces when
 * they change, at most once a second of wall-clock time a camera. Not thread-safe.
 */
final class ConsoleLines {

  private static final long FACES_EVERY_MS = 1000;
  private static final long SAME_FACES_EVERY_MS = 10_000;

  private record Told(String kind, long atMs) {}

  private record Shown(CameraState state, String reason, int width) {}

  private final Map<String, Shown> shown = new HashMap<>();
  private final Map<String, Told> told = new HashMap<>();
  private final Map<String, List<EmotionEvent>> latest = new LinkedHashMap<>();

  /** A line when the state of a source has changed. */
  Optional<String> onStatus(CameraStatus status) {
    Shown now = new Shown(status.getState(), status.getReason(), status.getWidth());
    Shown before = shown.put(status.getCameraId(), now);
    if (now.equals(before)) {
      return Optional.empty();
    }
    return Optional.of(line(status.getCameraId(), status.getState() + details(status)));
  }

  /** Takes note of a face; {@link #faces(long)} tells. */
  void onEmotion(EmotionEvent event) {
    List<EmotionEvent> frame = latest.computeIfAbsent(event.getCameraId(), id -> new ArrayList<>());
    if (!frame.isEmpty() && frame.get(0).getCapturedAtMs() != event.getCapturedAtMs()) {
      frame.clear();
    }
    frame.add(event);
  }

  /** A line a camera whose faces changed, once a second at most, or were not told for long. */
  List<String> faces(long nowMs) {
    List<String> lines = new ArrayList<>();
    latest.forEach(
        (camera, frame) -> {
          if (!frame.isEmpty() && isDue(camera, kindOf(frame), nowMs)) {
            told.put(camera, new Told(kindOf(frame), nowMs));
            lines.add(line(camera, describe(frame)));
          }
          frame.clear();
        });
    return lines;
  }

  /** A line when a track has ended. */
  String onTimeline(FaceTimeline timeline) {
    String segments =
        timeline.getSegments().stream()
            .map(ConsoleLines::describe)
            .collect(Collectors.joining(", "));
    String satisfaction =
        timeline.getSatisfaction() == null
            ? "not fit to be judged"
            : String.format(Locale.ROOT, "satisfaction %.0f", timeline.getSatisfaction());
    return line(
        timeline.getCameraId(),
        String.format(
            Locale.ROOT,
            "%s was seen for %.1f s: %s%s",
            shortId(timeline.getFaceId()),
            (timeline.getLastSeenMs() - timeline.getFirstSeenMs()) / 1000.0,
            segments.isEmpty() ? "" : segments + "; ",
            satisfaction));
  }

  private boolean isDue(String camera, String kind, long nowMs) {
    Told before = told.get(camera);
    if (before == null) {
      return true;
    }
    long agoMs = nowMs - before.atMs();
    return agoMs >= (before.kind().equals(kind) ? SAME_FACES_EVERY_MS : FACES_EVERY_MS);
  }

  /** Who shows what, without figures: what a person would call a change. */
  private static String kindOf(List<EmotionEvent> frame) {
    return frame.stream()
        .map(event -> event.getFaceId() + event.getDominant())
        .collect(Collectors.joining());
  }

  private static String details(CameraStatus status) {
    StringBuilder text = new StringBuilder();
    if (status.getState() == CameraState.STREAMING && status.getWidth() > 0) {
      text.append(" ").append(status.getWidth()).append("x").append(status.getHeight());
    }
    if (status.getState() == CameraState.ENDED) {
      text.append(" after ").append(status.getCaptured()).append(" frames");
    }
    if (status.getReason() != null) {
      text.append(": ").append(status.getReason());
    }
    return text.toString();
  }

  private static String describe(List<EmotionEvent> frame) {
    return (frame.size() == 1 ? "1 face: " : frame.size() + " faces: ")
        + frame.stream()
            .map(
                event ->
                    String.format(
                        Locale.ROOT,
                        "%s %s %.2f",
                        shortId(event.getFaceId()),
                        event.getDominant(),
                        event.getConfidence()))
            .collect(Collectors.joining(", "));
  }

  private static String describe(Segment segment) {
    Emotion emotion = segment.getEmotion();
    return String.format(
        Locale.ROOT, "%s %.1f s", emotion, (segment.getToMs() - segment.getFromMs()) / 1000.0);
  }

  /** The camera is said once at the line's beginning; the rest of the id tells tracks apart. */
  private static String shortId(String faceId) {
    String rest = faceId.substring(faceId.indexOf(':') + 1);
    return "face " + rest.substring(Math.max(0, rest.indexOf(':') - 6));
  }

  private static String line(String camera, String text) {
    return String.format(Locale.ROOT, "%-20s %s", camera, text);
  }
}
