package io.moodline.aggregator.api;

import static io.moodline.aggregator.stores.StoreRefs.CAMERAS;
import static io.moodline.aggregator.stores.StoreRefs.CAMERA_STATUS;
import static io.moodline.aggregator.stores.StoreRefs.CLOCKS;
import static io.moodline.aggregator.stores.StoreRefs.LEDGER;
import static io.moodline.aggregator.stores.StoreRefs.MOMENTS;
import static io.moodline.aggregator.stores.StoreRefs.MOMENT_PHOTOS;
import static io.moodline.aggregator.stores.StoreRefs.MOMENT_PHOTO_TIMES;
import static io.moodline.aggregator.stores.StoreRefs.OPEN_SERIES;
import static io.moodline.aggregator.stores.StoreRefs.OPEN_TIMELINES;
import static io.moodline.aggregator.stores.StoreRefs.SITE_TREND_STATES;
import static io.moodline.aggregator.stores.StoreRefs.TIMELINES;
import static io.moodline.aggregator.stores.StoreRefs.TREND_STATES;

import io.moodline.aggregator.StoreNames;
import io.moodline.aggregator.clock.CameraClock;
import io.moodline.aggregator.state.LedgerEntry;
import io.moodline.aggregator.state.OpenTrack;
import io.moodline.aggregator.stores.KeyRange;
import io.moodline.aggregator.stores.StoreRef;
import io.moodline.aggregator.stores.Stores;
import io.moodline.aggregator.timeline.Series;
import io.moodline.aggregator.trend.ScopeState;
import io.moodline.aggregator.trend.Span;
import io.moodline.aggregator.trend.Step;
import io.moodline.aggregator.trend.TrendKeys;
import io.moodline.aggregator.trend.WindowGrid;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.FaceTimeline;
import io.moodline.schemas.Moment;
import io.moodline.schemas.MomentPhoto;
import io.moodline.schemas.Trend;
import io.moodline.schemas.TrendScope;
import io.moodline.topics.Ids;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KeyValue;

/** Reads the state stores of all instances. Thread-safe. */
public final class StreamsStateReader implements StateReader {

  /** Face ids sort by time as text from here on; see {@link io.moodline.topics.Ids#faceId}. */
  private static final long SORTED_FROM = 1_000_000_000_000L;

  private static final long SORTED_TO = 9_999_999_999_999L;

  /**
   * So long before its first judged frame, which a camera's longest track is counted from, a track
   * may have begun, milliseconds: the detector waits for a few frames before it believes in one.
   */
  private static final long MAX_CONFIRMATION_MS = 60_000;

  private final Stores stores;
  private final TrendReader trends;

  public StreamsStateReader(Stores stores) {
    this.stores = stores;
    this.trends = new TrendReader(stores);
  }

  @Override
  public StateReader orCopies(Runnable onCopy) {
    return new StreamsStateReader(stores.orCopies(onCopy));
  }

  @Override
  public List<Camera> cameras() {
    TreeMap<String, Camera> found = new TreeMap<>();
    stores.all(CAMERAS).forEach(entry -> found.put(entry.key, entry.value));
    return List.copyOf(found.values());
  }

  @Override
  public Optional<Camera> camera(String id) {
    return stores.get(CAMERAS, id, id);
  }

  @Override
  public Map<String, CameraStatus> statuses() {
    Map<String, CameraStatus> found = new TreeMap<>();
    stores.all(CAMERA_STATUS).forEach(entry -> found.put(entry.key, entry.value));
    return found;
  }

  @Override
  public SortedMap<Long, LedgerEntry> ledger(String cameraId) {
    TreeMap<Long, LedgerEntry> found = new TreeMap<>();
    for (KeyValue<String, LedgerEntry> entry :
        stores.range(LEDGER, cameraId, KeyRange.of(cameraId + "/", cameraId + "0"))) {
      found.put(Long.parseLong(entry.key.substring(cameraId.length() + 1)), entry.value);
    }
    return found;
  }

  @Override
  public Optional<CameraClock> clock(String cameraId) {
    return stores.get(CLOCKS, cameraId, cameraId);
  }

  @Override
  public Map<String, CameraClock> clocks() {
    Map<String, CameraClock> found = new TreeMap<>();
    stores.all(CLOCKS).forEach(entry -> found.put(entry.key, entry.value));
    return found;
  }

  @Override
  public List<String> heardCameras() {
    return List.copyOf(clocks().keySet());
  }

  @Override
  public Map<String, OpenTrack> openTracks(String cameraId) {
    Map<String, OpenTrack> found = new TreeMap<>();
    stores
        .range(OPEN_TIMELINES, cameraId, KeyRange.of(cameraId + ":", cameraId + ";"))
        .forEach(entry -> found.put(entry.key, entry.value));
    return found;
  }

  @Override
  public Map<String, OpenTrack> openTracks() {
    return stores.all(OPEN_TIMELINES).stream()
        .collect(Collectors.toMap(entry -> entry.key, entry -> entry.value));
  }

  @Override
  public List<FaceTimeline> timelines(
      String cameraId, long fromMs, long toMs, Position after, int limit) {
    long longest = clock(cameraId).map(CameraClock::longestTrackMs).orElse(0L);
    // A key has the time of its track's first frame, which is never after the first judged one.
    long firstMs = fromMs - longest - MAX_CONFIRMATION_MS;
    long endMs = after == null ? toMs : Math.min(toMs, after.ms() + 1);
    KeyRange range =
        KeyRange.of(bound(cameraId, firstMs, ":"), bound(cameraId, endMs, ";")).reversed();
    return stores.first(
        TIMELINES,
        cameraId,
        range,
        t ->
            t.getFirstSeenMs() < toMs
                && t.getLastSeenMs() >= fromMs
                && Position.ofFace(t.getFaceId()).isAfter(after),
        limit);
  }

  private static String bound(String cameraId, long ms, String unbounded) {
    boolean sorts = ms >= SORTED_FROM && ms <= SORTED_TO;
    return sorts ? cameraId + ":" + ms : cameraId + unbounded;
  }

  @Override
  public Optional<OpenTrack> openTrack(String faceId) {
    return faceOf(OPEN_TIMELINES, faceId).map(track -> track.withPoints(pointsOf(faceId)));
  }

  private List<Series.Point> pointsOf(String faceId) {
    return stores
        .range(OPEN_SERIES, Ids.cameraOf(faceId), KeyRange.of(faceId + "/", faceId + "0"))
        .stream()
        .map(entry -> entry.value)
        .toList();
  }

  @Override
  public Optional<FaceTimeline> timeline(String faceId) {
    return faceOf(TIMELINES, faceId);
  }

  private <V> Optional<V> faceOf(StoreRef<V> store, String faceId) {
    return faceId.contains(":")
        ? stores.get(store, Ids.cameraOf(faceId), faceId)
        : Optional.empty();
  }

  @Override
  public SortedMap<Long, Trend> trends(
      TrendScope scope, String id, Step step, WindowGrid grid, long fromMs, long toMs) {
    if (scope == TrendScope.CAMERA) {
      return trends.read(scope, id, step, grid, new Span(fromMs, toMs), List.of(id));
    }
    List<String> cameras = id.equals(TrendKeys.ALL) ? null : camerasAt(id);
    return trends.read(scope, id, step, grid, new Span(fromMs, toMs), cameras);
  }

  private List<String> camerasAt(String site) {
    return cameras().stream().filter(c -> c.getSite().equals(site)).map(Camera::getId).toList();
  }

  @Override
  public Optional<ScopeState> trendState(TrendScope scope, String id) {
    return stores.get(scope == TrendScope.CAMERA ? TREND_STATES : SITE_TREND_STATES, id, id);
  }

  @Override
  public Set<String> sitesWithTrends() {
    Set<String> found = new TreeSet<>();
    stores.all(SITE_TREND_STATES).forEach(entry -> found.add(entry.key));
    found.remove(TrendKeys.ALL);
    return found;
  }

  @Override
  public List<Moment> moments(
      String cameraId, long fromMs, long toMs, Predicate<Moment> wanted, int limit) {
    String first = StoreNames.momentKey(cameraId, Math.min(fromMs, SORTED_TO), "");
    String last = StoreNames.momentKey(cameraId, Math.min(toMs, SORTED_TO), "");
    return stores.first(MOMENTS, cameraId, KeyRange.of(first, last).reversed(), wanted, limit);
  }

  @Override
  public boolean hasPhoto(String momentId) {
    return stores.get(MOMENT_PHOTO_TIMES, momentId, momentId).isPresent();
  }

  @Override
  public Optional<MomentPhoto> photo(String momentId) {
    return stores.get(MOMENT_PHOTOS, momentId, momentId);
  }
}
