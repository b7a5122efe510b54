package io.moodline.aggregator.stores;

import io.moodline.aggregator.StoreNames;
import io.moodline.aggregator.clock.CameraClock;
import io.moodline.aggregator.state.LedgerEntry;
import io.moodline.aggregator.state.OpenTrack;
import io.moodline.aggregator.state.StateSerdes;
import io.moodline.aggregator.timeline.Series;
import io.moodline.aggregator.trend.ScopeState;
import io.moodline.aggregator.trend.TrendAccumulator;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.FaceTimeline;
import io.moodline.schemas.Moment;
import io.moodline.schemas.MomentPhoto;
import io.moodline.schemas.Trend;
import io.moodline.serde.AvroSerdes;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The stores that queries read; no other can be asked for. See {@link StoreNames} for what their
 * keys are.
 */
public final class StoreRefs {

  /** Global, so that nobody ever sends it: sources hold credentials. */
  public static final StoreRef<Camera> CAMERAS = StoreRef.global(StoreNames.CAMERAS);

  public static final StoreRef<CameraStatus> CAMERA_STATUS =
      avro(StoreNames.CAMERA_STATUS, CameraStatus.class);
  public static final StoreRef<OpenTrack> OPEN_TIMELINES =
      StoreRef.partitioned(StoreNames.OPEN_TIMELINES, StateSerdes.openTrack());
  public static final StoreRef<Series.Point> OPEN_SERIES =
      StoreRef.partitioned(StoreNames.OPEN_SERIES, StateSerdes.seriesPoint());
  public static final StoreRef<FaceTimeline> TIMELINES =
      avro(StoreNames.TIMELINES, FaceTimeline.class);
  public static final StoreRef<CameraClock> CLOCKS =
      StoreRef.partitioned(StoreNames.CLOCKS, StateSerdes.clock());
  public static final StoreRef<LedgerEntry> LEDGER =
      StoreRef.partitioned(StoreNames.LEDGER, StateSerdes.ledger());
  public static final StoreRef<TrendAccumulator> OPEN_TRENDS =
      StoreRef.partitioned(StoreNames.OPEN_TRENDS, StateSerdes.openTrend());
  public static final StoreRef<Trend> TRENDS = avro(StoreNames.TRENDS, Trend.class);
  public static final StoreRef<Trend> SITE_TRENDS = avro(StoreNames.SITE_TRENDS, Trend.class);
  public static final StoreRef<ScopeState> TREND_STATES =
      StoreRef.partitioned(StoreNames.TREND_STATES, StateSerdes.scopeState());
  public static final StoreRef<ScopeState> SITE_TREND_STATES =
      StoreRef.partitioned(StoreNames.SITE_TREND_STATES, StateSerdes.scopeState());
  public static final StoreRef<Moment> MOMENTS = avro(StoreNames.MOMENTS, Moment.class);

  public static final StoreRef<MomentPhoto> MOMENT_PHOTOS =
      avro(StoreNames.MOMENT_PHOTOS, MomentPhoto.class);
  public static final StoreRef<Long> MOMENT_PHOTO_TIMES =
      StoreRef.partitioned(StoreNames.MOMENT_PHOTO_TIMES, Serdes.Long());

  private StoreRefs() {}

  private static <V extends SpecificRecord> StoreRef<V> avro(String name, Class<V> type) {
    return StoreRef.partitioned(name, AvroSerdes.singleObject().serde(type));
  }

  /** The store of that name that other instances may read. */
  static Optional<StoreRef<?>> shared(String name) {
    return Stream.<StoreRef<?>>of(
            CAMERA_STATUS,
            OPEN_TIMELINES,
            OPEN_SERIES,
            TIMELINES,
            CLOCKS,
            LEDGER,
            OPEN_TRENDS,
            TRENDS,
            SITE_TRENDS,
            TREND_STATES,
            SITE_TREND_STATES,
            MOMENTS,
            MOMENT_PHOTOS,
            MOMENT_PHOTO_TIMES)
        .filter(store -> store.name().equals(name))
        .findFirst();
  }
}
