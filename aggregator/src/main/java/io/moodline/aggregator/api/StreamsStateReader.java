package io.moodline.aggregator.api;

import static io.moodline.aggregator.StoreNames.CAMERAS;
import static io.moodline.aggregator.StoreNames.CAMERA_STATUS;
import static io.moodline.aggregator.StoreNames.CLOCKS;
import static io.moodline.aggregator.StoreNames.LEDGER;
import static io.moodline.aggregator.StoreNames.MOMENTS;
import static io.moodline.aggregator.StoreNames.OPEN_TIMELINES;
import static io.moodline.aggregator.StoreNames.TIMELINES;

import io.moodline.aggregator.StoreNames;
import io.moodline.aggregator.clock.CameraClock;
import io.moodline.aggregator.state.LedgerEntry;
import io.moodline.aggregator.state.OpenTrack;
import io.moodline.aggregator.trend.Step;
import io.moodline.aggregator.trend.TrendKeys;
import io.moodline.aggregator.trend.WindowGrid;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.FaceTimeline;
import io.moodline.schemas.Moment;
import io.moodline.schemas.Trend;
import io.moodline.schemas.TrendScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads this instance's state stores. Thread-safe. */
public final class StreamsStateReader implements StateReader {

  /** Face ids sort by time as text from here on; see {@link io.moodline.topics.Ids#faceId}. */
  private static final long SORTED_FROM = 1_000_000_000_000L;

  private static final long SORTED_TO = 9_999_999_999_999L;

  private final StoreSource stores;
  private final TrendReader trends;

  public StreamsStateReader(StoreSource stores) {
    this.stores = stores;
    this.trends = new TrendReader(stores);
  }

  @Override
  public List<Camera> cameras() {
    TreeMap<String, Camera> found = new TreeMap<>();
    scan(CAMERAS, null, null, (String id, Camera camera) -> found.put(id, camera));
    return List.copyOf(found.values());
  }

  @Override
  public Optional<Camera> camera(String id) {
    return get(CAMERAS, id);
  }

  @Override
  public Optional<CameraStatus> status(String cameraId) {
    return get(CAMERA_STATUS, cameraId);
  }

  @Override
  public SortedMap<Long, LedgerEntry> ledger(String cameraId) {
    TreeMap<Long, LedgerEntry> found = new TreeMap<>();
    scan(
        LEDGER,
        cameraId + "/",
        cameraId + "0",
        (String key, LedgerEntry entry) ->
            found.put(Long.parseLong(key.substring(cameraId.length() + 1)), entry));
    return found;
  }

  @Override
  public Optional<CameraClock> clock(String cameraId) {
    return get(CLOCKS, cameraId);
  }

  @Override
  public List<String> heardCameras() {
    List<String> found = new ArrayList<>();
    scan(CLOCKS, null, null, (String id, CameraClock clock) -> found.add(id));
    return found;
  }

  @Override
  public Map<String, OpenTrack> openTracks(String cameraId) {
    Map<String, OpenTrack> found = new TreeMap<>();
    scan(
        OPEN_TIMELINES,
        cameraId + ":",
        cameraId + ";",
        (String faceId, OpenTrack track) -> found.put(faceId, track));
    return found;
  }

  @Override
  public List<FaceTimeline> timelines(String cameraId, long fromMs, long toMs, int limit) {
    long longest = clock(cameraId).map(CameraClock::longestTrackMs).orElse(0L);
    String first = bound(cameraId, fromMs - longest, ":");
    String last = bound(cameraId, toMs, ";");
    List<FaceTimeline> found = new ArrayList<>();
    try (KeyValueIterator<String, FaceTimeline> all =
        this.<FaceTimeline>open(TIMELINES).reverseRange(first, last)) {
      while (all.hasNext() && found.size() < limit) {
        FaceTimeline timeline = all.next().value;
        if (timeline.getFirstSeenMs() < toMs && timeline.getLastSeenMs() >= fromMs) {
          found.add(timeline);
        }
      }
    } catch (InvalidStateStoreException e) {
      throw notReady(e);
    }
    return found;
  }

  private static String bound(String cameraId, long ms, String unbounded) {
    boolean sorts = ms >= SORTED_FROM && ms <= SORTED_TO;
    return sorts ? cameraId + ":" + ms : cameraId + unbounded;
  }

  @Override
  public Optional<OpenTrack> openTrack(String faceId) {
    return get(OPEN_TIMELINES, faceId);
  }

  @Override
  public Optional<FaceTimeline> timeline(String faceId) {
    return get(TIMELINES, faceId);
  }

  @Override
  public SortedMap<Long, Trend> trends(
      TrendScope scope, String id, Step step, WindowGrid grid, long fromMs, long toMs) {
    try {
      return trends.read(scope, id, camerasOf(scope, id), step, grid, fromMs, toMs);
    } catch (InvalidStateStoreException e) {
      throw notReady(e);
    }
  }

  /** Cameras whose open windows belong to a scope. */
  private Collection<String> camerasOf(TrendScope scope, String id) {
    if (scope == TrendScope.CAMERA) {
      return List.of(id);
    }
    boolean all = id.equals(TrendKeys.ALL);
    TreeSet<String> found = new TreeSet<>(all ? heardCameras() : List.of());
    cameras().stream()
        .filter(camera -> all || camera.getSite().equals(id))
        .forEach(camera -> found.add(camera.getId()));
    return found;
  }

  @Override
  public List<Moment> moments(String cameraId, long fromMs, long toMs, int limit) {
    List<Moment> found = new ArrayList<>();
    String first = StoreNames.momentKey(cameraId, Math.min(fromMs, SORTED_TO), "");
    String last = StoreNames.momentKey(cameraId, Math.min(toMs, SORTED_TO), "");
    try (KeyValueIterator<String, Moment> all =
        this.<Moment>open(MOMENTS).reverseRange(first, last)) {
      while (all.hasNext() && found.size() < limit) {
        found.add(all.next().value);
      }
    } catch (InvalidStateStoreException e) {
      throw notReady(e);
    }
    return found;
  }

  private <V> Optional<V> get(String name, String key) {
    try {
      return Optional.ofNullable(this.<V>open(name).get(key));
    } catch (InvalidStateStoreException e) {
      throw notReady(e);
    }
  }

  /** Calls {@code each} for the records from {@code first} to {@code last}; null: no bound. */
  private <V> void scan(String name, String first, String last, BiConsumer<String, V> each) {
    try (KeyValueIterator<String, V> all = this.<V>open(name).range(first, last)) {
      while (all.hasNext()) {
        KeyValue<String, V> entry = all.next();
        each.accept(entry.key, entry.value);
      }
    } catch (InvalidStateStoreException e) {
      throw notReady(e);
    }
  }

  private <V> ReadOnlyKeyValueStore<String, V> open(String name) {
    return stores.store(name);
  }

  private static NotReadyException notReady(InvalidStateStoreException cause) {
    return new NotReadyException("the state is being moved or restored", cause);
  }
}
