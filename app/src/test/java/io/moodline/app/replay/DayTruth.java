package io.moodline.app.replay;

import io.moodline.app.traffic.TrafficRecord;
import io.moodline.app.traffic.TrafficRecord.FrameEnd;
import io.moodline.app.traffic.TrafficRecord.Seen;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.Outcome;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What is true of everything that was played. */
final class DayTruth {

  private final List<FrameEnd> frames = new ArrayList<>();
  private final List<EmotionEvent> late = new ArrayList<>();

  /** By face id. */
  final Map<String, TrackTruth> tracks = new TreeMap<>();

  DayTruth(List<TrafficRecord> records) {
    Map<String, List<EmotionEvent>> byFace = new TreeMap<>();
    for (TrafficRecord record : records) {
      if (record instanceof FrameEnd end) {
        frames.add(end);
      } else if (record instanceof Seen seen && seen.late()) {
        late.add(seen.event());
      } else if (record instanceof Seen seen) {
        byFace.computeIfAbsent(seen.event().getFaceId(), id -> new ArrayList<>()).add(seen.event());
      }
    }
    byFace.forEach((face, events) -> tracks.put(face, new TrackTruth(events)));
  }

  /** Frames of a camera that were classified. */
  long classified(String camera) {
    return frames(camera, Outcome.CLASSIFIED);
  }

  /** Frames of a camera that were given up. */
  long shed(String camera) {
    return frames(camera, Outcome.SHED);
  }

  private long frames(String camera, Outcome outcome) {
    return frames.stream()
        .filter(f -> f.cameraId().equals(camera))
        .filter(f -> f.outcome().getOutcome() == outcome)
        .count();
  }

  /** The windows of some cameras in which anything happened, by their begin. */
  Map<Long, WindowTruth> windows(Predicate<String> cameras, String step, ZoneId zone) {
    Map<Long, WindowTruth> windows = new TreeMap<>();
    for (FrameEnd end : frames) {
      boolean counts = end.outcome().getOutcome() == Outcome.CLASSIFIED;
      if (counts && cameras.test(end.cameraId())) {
        WindowTruth window = at(windows, step, zone, end.outcome().getCapturedAtMs());
        window.frames++;
        window.framesWithFaces += end.outcome().getFaces() > 0 ? 1 : 0;
      }
    }
    for (EmotionEvent event : late) {
      if (cameras.test(event.getCameraId())) {
        at(windows, step, zone, event.getCapturedAtMs()).late++;
      }
    }
    for (TrackTruth track : tracks.values()) {
      if (cameras.test(track.looks.get(0).event().getCameraId())) {
        track.looks.forEach(look -> add(windows, step, zone, look));
      }
    }
    return windows;
  }

  private static void add(
      Map<Long, WindowTruth> windows, String step, ZoneId zone, TrackTruth.Look look) {
    at(windows, step, zone, look.atMs()).looks.add(look);
    // The time since the frame before belongs to the windows that it spans.
    long from = look.watchedSinceMs();
    while (from < look.atMs()) {
      long to = Math.min(look.atMs(), (from / 10_000 + 1) * 10_000);
      at(windows, step, zone, from).faceMs += to - from;
      from = to;
    }
  }

  private static WindowTruth at(
      Map<Long, WindowTruth> windows, String step, ZoneId zone, long atMs) {
    return windows.computeIfAbsent(WindowTruth.start(step, zone, atMs), start -> new WindowTruth());
  }
}
