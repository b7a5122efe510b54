package io.moodline.detector.tracking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Follows faces from frame to frame: a pure function of the state, the time and what was detected,
 * so that a replay gives the same ids. Knows boxes, no pictures. Thread-safe.
 */
public final class Tracker {

  private final TrackerSettings settings;

  public Tracker(TrackerSettings settings) {
    this.settings = settings;
  }

  /**
   * A face that is shown: which of the detections, and of which track.
   *
   * @param detection index into the detections
   * @param firstSeenMs capture time of the track's first frame, epoch milliseconds
   * @param index among the tracks born in that frame, from 0
   */
  public record TrackedFace(int detection, long firstSeenMs, int index) {}

  /**
   * The outcome of one frame.
   *
   * @param state to go on with
   * @param faces oldest track first; detections that are not yet taken for a face are not among
   *     them
   */
  public record Update(TrackerState state, List<TrackedFace> faces) {}

  /**
   * Takes in one frame.
   *
   * @param state after the frame before
   * @param capturedAtMs the frame's capture time, later than that of the frame before
   * @param detections in the frame; births are numbered in their order
   * @throws IllegalArgumentException when the frame is not later than the one before
   */
  public Update update(TrackerState state, long capturedAtMs, List<Detection> detections) {
    if (capturedAtMs <= state.lastCapturedAtMs()) {
      throw new IllegalArgumentException(
          "a frame captured at "
              + capturedAtMs
              + " ms comes after one of "
              + state.lastCapturedAtMs()
              + " ms: capture times must increase within a session");
    }
    List<Track> alive =
        state.tracks().stream().filter(track -> isAlive(track, capturedAtMs)).toList();
    int[] trackOf =
        Association.of(
            settings,
            alive.stream().map(track -> track.motion().predict(capturedAtMs)).toList(),
            detections);
    return merge(alive, trackOf, capturedAtMs, detections);
  }

  private boolean isAlive(Track track, long nowMs) {
    long allowed = track.confirmed() ? settings.maxGapMs() : settings.maxTentativeGapMs();
    return nowMs - track.lastHitMs() <= allowed
        && nowMs - track.firstSeenMs() <= settings.maxLifeMs();
  }

  private Update merge(List<Track> alive, int[] trackOf, long nowMs, List<Detection> detections) {
    List<Track> tracks = new ArrayList<>(alive);
    List<TrackedFace> faces = new ArrayList<>();
    int born = 0;
    for (int d = 0; d < trackOf.length; d++) {
      Detection detection = detections.get(d);
      Track track;
      if (trackOf[d] == Association.NONE) {
        track = Track.born(nowMs, born++, detection.box(), isFace(detection, 1));
        tracks.add(track);
      } else {
        Track known = alive.get(trackOf[d]);
        track = known.hit(nowMs, detection.box(), isFace(detection, known.hits() + 1));
        tracks.set(trackOf[d], track);
      }
      if (track.confirmed()) {
        faces.add(new TrackedFace(d, track.firstSeenMs(), track.index()));
      }
    }
    faces.sort(
        Comparator.comparingLong(TrackedFace::firstSeenMs).thenComparingInt(TrackedFace::index));
    return new Update(new TrackerState(nowMs, bounded(tracks)), List.copyOf(faces));
  }

  private boolean isFace(Detection detection, long hits) {
    return detection.score() >= settings.birthScore() || hits >= settings.birthHits();
  }

  /** The tracks seen last, in their order. */
  private static List<Track> bounded(List<Track> tracks) {
    if (tracks.size() <= TrackerState.MAX_TRACKS) {
      return tracks;
    }
    Set<Track> kept =
        new HashSet<>(
            tracks.stream()
                .sorted(Comparator.comparingLong(Track::lastHitMs).reversed())
                .limit(TrackerState.MAX_TRACKS)
                .toList());
    return tracks.stream().filter(kept::contains).toList();
  }
}
