package io.moodline.app.traffic;

import io.moodline.topics.Ids;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is before a camera, under which face ids: a tracker that never errs, but forgets whom it has
 * not seen for a while and then takes them for somebody new. Not thread-safe.
 */
final class Tracks {

  /** Shorter than the aggregator's {@code aggregator.track.close.ms}. */
  static final long MEMORY_MS = 3_000;

  private final String camera;
  private final List<Track> present = new ArrayList<>();

  /** One visit under one id. */
  static final class Track {
    private final Visit visit;
    private String faceId;
    private long seenMs = Long.MIN_VALUE;
    private boolean seenBefore;

    private Track(Visit visit) {
      this.visit = visit;
    }

    Visit visit() {
      return visit;
    }

    String faceId() {
      return faceId;
    }

    /** True when this is not the id's first frame. */
    boolean seenBefore() {
      return seenBefore;
    }
  }

  Tracks(String camera) {
    this.camera = camera;
  }

  void comes(Visit visit) {
    present.add(new Track(visit));
  }

  /** Everybody who is there in a frame, each with an id. */
  List<Track> in(long frameMs) {
    present.removeIf(track -> frameMs >= track.visit.toMs());
    int born = 0;
    for (Track track : present) {
      track.seenBefore = track.seenMs != Long.MIN_VALUE && frameMs - track.seenMs <= MEMORY_MS;
      if (!track.seenBefore) {
        track.faceId = Ids.faceId(camera, frameMs, born++);
      }
      track.seenMs = frameMs;
    }
    return present;
  }
}
