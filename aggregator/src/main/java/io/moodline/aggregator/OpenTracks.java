package io.moodline.aggregator;

import io.moodline.aggregator.state.OpenTrack;
import io.moodline.aggregator.timeline.Series;
import io.moodline.topics.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The open tracks of a task's cameras: in memory, and in a store from which they are rebuilt. Used
 * by one stream thread.
 */
final class OpenTracks {

  private final KeyValueStore<String, OpenTrack> store;
  private final KeyValueStore<String, Series.Point> points;
  private final long closeMs;
  private final Map<String, CameraTracks> cameras = new HashMap<>();

  /**
   * The tracks of one camera; none is due before {@code nextDueMs}, so most events need no look.
   */
  private static final class CameraTracks {
    private final Map<String, OpenTrack> tracks = new HashMap<>();
    private long nextDueMs = Long.MAX_VALUE;
  }

  /**
   * @param closeMs a track not seen for this long is due, milliseconds
   */
  OpenTracks(
      KeyValueStore<String, OpenTrack> store,
      KeyValueStore<String, Series.Point> points,
      long closeMs) {
    this.store = store;
    this.points = points;
    this.closeMs = closeMs;
    try (KeyValueIterator<String, OpenTrack> all = store.all()) {
      all.forEachRemaining(
          entry -> remember(entry.key, entry.value.withPoints(pointsOf(entry.key))));
    }
  }

  private List<Series.Point> pointsOf(String faceId) {
    List<Series.Point> found = new ArrayList<>();
    try (KeyValueIterator<String, Series.Point> all = points.range(faceId + "/", faceId + "0")) {
      all.forEachRemaining(entry -> found.add(entry.value));
    }
    return found;
  }

  OpenTrack get(String faceId) {
    CameraTracks camera = cameras.get(Ids.cameraOf(faceId));
    return camera == null ? null : camera.tracks.get(faceId);
  }

  void put(String faceId, OpenTrack track) {
    OpenTrack before = get(faceId);
    remember(faceId, track);
    store.put(faceId, track);
    saveSeries(
        faceId,
        before == null ? Series.NONE : before.timeline().series(),
        track.timeline().series());
  }

  /** Most frames add no point; when one does, it is the last, unless the series was thinned out. */
  private void saveSeries(String faceId, Series before, Series now) {
    if (now.lastMs() == before.lastMs()) {
      return;
    }
    if (now.stepMs() != before.stepMs()) {
      Set<Long> kept =
          now.points().stream()
              .map(Series.Point::atMs)
              .collect(Collectors.toCollection(HashSet::new));
      forgetSeries(faceId, before, point -> !kept.contains(point.atMs()));
    }
    Series.Point last = now.points().get(now.points().size() - 1);
    points.put(StoreNames.seriesKey(faceId, last.atMs()), last);
  }

  private void forgetSeries(String faceId, Series series, Predicate<Series.Point> which) {
    series.points().stream()
        .filter(which)
        .forEach(point -> points.delete(StoreNames.seriesKey(faceId, point.atMs())));
  }

  private void remember(String faceId, OpenTrack track) {
    CameraTracks camera = cameras.computeIfAbsent(Ids.cameraOf(faceId), id -> new CameraTracks());
    camera.tracks.put(faceId, track);
    camera.nextDueMs = Math.min(camera.nextDueMs, dueMs(track));
  }

  private long dueMs(OpenTrack track) {
    return track.timeline().lastMs() + closeMs;
  }

  /**
   * Hands over the tracks of a camera that its clock says are over, and forgets each when it has
   * been taken: who reads meanwhile finds it here, or where it went, or both, but never nowhere.
   */
  void closeDue(String cameraId, long clockMs, BiConsumer<String, OpenTrack> taker) {
    CameraTracks camera = cameras.get(cameraId);
    if (camera == null || clockMs < camera.nextDueMs) {
      return;
    }
    close(camera, track -> dueMs(track) <= clockMs, taker);
    camera.nextDueMs =
        camera.tracks.values().stream().mapToLong(this::dueMs).min().orElse(Long.MAX_VALUE);
  }

  /** Hands over all tracks of a camera, as {@link #closeDue} does. */
  void closeAll(String cameraId, BiConsumer<String, OpenTrack> taker) {
    CameraTracks camera = cameras.get(cameraId);
    if (camera != null) {
      close(camera, track -> true, taker);
      cameras.remove(cameraId);
    }
  }

  private void close(
      CameraTracks camera, Predicate<OpenTrack> which, BiConsumer<String, OpenTrack> taker) {
    // The same order at every run, whatever the map's.
    for (Map.Entry<String, OpenTrack> entry : new TreeMap<>(camera.tracks).entrySet()) {
      OpenTrack track = entry.getValue();
      if (which.test(track)) {
        taker.accept(entry.getKey(), track);
        camera.tracks.remove(entry.getKey());
        store.delete(entry.getKey());
        forgetSeries(entry.getKey(), track.timeline().series(), point -> true);
      }
    }
  }
}
