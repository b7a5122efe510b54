package io.moodline.aggregator.api;

import io.moodline.aggregator.clock.CameraClock;
import io.moodline.aggregator.state.LedgerEntry;
import io.moodline.aggregator.state.OpenTrack;
import io.moodline.aggregator.trend.ScopeState;
import io.moodline.aggregator.trend.Step;
import io.moodline.aggregator.trend.WindowGrid;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.FaceTimeline;
import io.moodline.schemas.Moment;
import io.moodline.schemas.MomentPhoto;
import io.moodline.schemas.Trend;
import io.moodline.schemas.TrendScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * What the API needs to know, of all instances. Thread-safe.
 *
 * <p>Times are epoch milliseconds, ranges half-open. Every method throws {@link NotReadyException}
 * while the state cannot be read.
 */
public interface StateReader {

  /**
   * The same, read from a copy where the instance that works on something cannot be asked.
   *
   * @param onCopy called when something was read from a copy, which may lack the newest
   */
  StateReader orCopies(Runnable onCopy);

  /** Every registered camera, by id. */
  List<Camera> cameras();

  /** One registered camera. */
  Optional<Camera> camera(String id);

  /** The states of all cameras' sources, by camera. */
  Map<String, CameraStatus> statuses();

  /** What became of a camera's frames, by session. */
  SortedMap<Long, LedgerEntry> ledger(String cameraId);

  /** A camera's clock. */
  Optional<CameraClock> clock(String cameraId);

  /** The clocks of all cameras that have sent anything, registered or not, by their ids. */
  Map<String, CameraClock> clocks();

  /** Ids of cameras that have sent anything, registered or not. */
  List<String> heardCameras();

  /** A camera's open tracks by face id, without the points of their series. */
  Map<String, OpenTrack> openTracks(String cameraId);

  /** All cameras' open tracks by face id, without the points of their series. */
  Map<String, OpenTrack> openTracks();

  /**
   * A camera's closed timelines seen in a range, at most {@code limit}, newest first by the time in
   * their ids.
   *
   * @param after only what comes after this; null: from the first on
   */
  List<FaceTimeline> timelines(String cameraId, long fromMs, long toMs, Position after, int limit);

  /** One open track, with its series. */
  Optional<OpenTrack> openTrack(String faceId);

  /** One closed timeline. */
  Optional<FaceTimeline> timeline(String faceId);

  /**
   * The windows that begin in a range, by their begin, with what is in them so far.
   *
   * @param id a camera, a site, or {@link io.moodline.aggregator.trend.TrendKeys#ALL} of scope SITE
   * @param grid of the scope's zone
   * @param fromMs where a window begins
   */
  SortedMap<Long, Trend> trends(
      TrendScope scope, String id, Step step, WindowGrid grid, long fromMs, long toMs);

  /** What is remembered of a scope of which windows are kept, registered or not. */
  Optional<ScopeState> trendState(TrendScope scope, String id);

  /** Sites of which windows are kept, whether a camera is registered there or not. */
  Set<String> sitesWithTrends();

  /**
   * A camera's moments that begin in a range and are wanted, at most {@code limit}, newest first.
   */
  List<Moment> moments(
      String cameraId, long fromMs, long toMs, Predicate<Moment> wanted, int limit);

  /** True when a moment has a photo; its camera may have withdrawn its permission since. */
  boolean hasPhoto(String momentId);

  /** A moment's photo; its camera may have withdrawn its permission since. */
  Optional<MomentPhoto> photo(String momentId);
}
