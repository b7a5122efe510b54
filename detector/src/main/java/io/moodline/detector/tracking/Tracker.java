package io.moodline.detector.tracking;

import io.moodline.detector.geometry.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Follows faces from frame to frame: a pure function of the state, the time and what was detected,
 * so that a replay gives the same ids. Knows boxes, no pictures. Thread-safe.
 */
public final class Tracker {

  private static final Comparator<TrackedFace> OLDEST_FIRST =
      Comparator.comparingLong(TrackedFace::firstSeenMs).thenComparingInt(TrackedFace::index);

  private final TrackerSettings settings;

  public Tracker(TrackerSettings settings) {
    this.settings = settings;
  }

  /**
   * A face that is shown, and its track.
   *
   * @param detection index into the detections; empty when the frame was not searched
   * @param box the detection's, or where the face is expected; pixels of the frame, of which it may
   *     reach out
   * @param firstSeenMs capture time of the track's first frame, epoch milliseconds
   * @param index among the tracks born in that frame, from 0
   */
  public record TrackedFace(OptionalInt detection, Box box, long firstSeenMs, int index) {

    private static TrackedFace of(Track track, OptionalInt detection, Box box) {
      return new TrackedFace(detection, box, track.firstSeenMs(), track.index());
    }
  }

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
    requireLater(state, capturedAtMs);
    List<Track> alive = alive(state, capturedAtMs);
    int[] trackOf = Association.of(settings, candidates(alive, capturedAtMs), detections);
    return merge(alive, trackOf, capturedAtMs, detections);
  }

  /**
   * Takes in one frame that was not searched: confirmed faces that were found a short while ago are
   * shown where they are expected. Nothing is learnt of them: they are neither found nor missed.
   *
   * @param state after the frame before
   * @param capturedAtMs the frame's capture time, later than that of the frame before
   * @throws IllegalArgumentException when the frame is not later than the one before
   */
  public Update coast(TrackerState state, long capturedAtMs) {
    requireLater(state, capturedAtMs);
    List<Track> alive = alive(state, capturedAtMs);
    List<TrackedFace> faces =
        alive.stream()
            .filter(Track::confirmed)
            .filter(track -> capturedAtMs - track.lastHitMs() <= settings.maxCoastMs())
            .map(
                track ->
                    TrackedFace.of(
                        track, OptionalInt.empty(), track.motion().predict(capturedAtMs).going()))
            .sorted(OLDEST_FIRST)
            .toList();
    return new Update(new TrackerState(capturedAtMs, alive), faces);
  }

  private static void requireLater(TrackerState state, long capturedAtMs) {
    if (capturedAtMs <= state.lastCapturedAtMs()) {
      throw new IllegalArgumentException(
          "a frame captured at "
              + capturedAtMs
              + " ms comes after one of "
              + state.lastCapturedAtMs()
              + " ms: capture times must increase within a session");
    }
  }

  private List<Track> alive(TrackerState state, long nowMs) {
    return state.tracks().stream().filter(track -> isAlive(track, nowMs)).toList();
  }

  private static List<Candidate> candidates(List<Track> alive, long nowMs) {
    long newestHitMs = alive.stream().mapToLong(Track::lastHitMs).max().orElse(nowMs);
    return alive.stream()
        .map(
            track ->
                new Candidate(
                    track.motion().predict(nowMs),
                    track.confirmed(),
                    newestHitMs - track.lastHitMs()))
        .toList();
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
        track = Track.born(nowMs, born++, detection.box(), isFace(detection, 1, 0));
        tracks.add(track);
      } else {
        Track known = alive.get(trackOf[d]);
        track =
            known.hit(
                nowMs,
                detection.box(),
                Crowding.of(detections, d),
                isFace(detection, known.hits() + 1, nowMs - known.firstSeenMs()));
        tracks.set(trackOf[d], track);
      }
      if (track.confirmed()) {
        faces.add(TrackedFace.of(track, OptionalInt.of(d), detection.box()));
      }
    }
    faces.sort(OLDEST_FIRST);
    return new Update(new TrackerState(nowMs, bounded(tracks)), List.copyOf(faces));
  }

  private boolean isFace(Detection detection, long hits, long ageMs) {
    return detection.score() >= settings.birthScore()
        || (hits >= settings.birthHits() && ageMs >= settings.birthMs());
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
