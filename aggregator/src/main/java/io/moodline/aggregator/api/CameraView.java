package io.moodline.aggregator.api;

import io.moodline.aggregator.clock.CameraClock;
import io.moodline.aggregator.state.LedgerEntry;
import io.moodline.aggregator.timeline.SmoothingSettings;
import io.moodline.aggregator.trend.Zones;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraStatus;
import io.moodline.topics.SourceAddresses;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** A camera in answers. */
record CameraView(
    String id,
    String site,
    String zone,
    String name,
    String source,
    double targetFps,
    boolean enabled,
    boolean realtime,
    String start,
    DetectionView detection,
    AnalyticsView analytics,
    Smoothing smoothing,
    String addedBy,
    String updatedAt,
    Status status,
    Frames frames,
    Frames allFrames,
    long lateEvents,
    String newestData) {

  /**
   * What holds for a camera that says nothing of its own.
   *
   * @param zones by its site
   */
  record Defaults(Zones zones, SmoothingSettings smoothing) {}

  /** How its faces are smoothed: its own settings over the service's. */
  record Smoothing(long tauMs, double margin, long dwellMs, double uncertainBelow) {
    static Smoothing of(SmoothingSettings settings) {
      return new Smoothing(
          settings.tauMs(), settings.margin(), settings.dwellMs(), settings.uncertainBelow());
    }
  }

  /** The state of its source. */
  record Status(
      String state,
      String since,
      String updatedAt,
      String reason,
      String session,
      double fps,
      int width,
      int height,
      long reconnects,
      double positionSeconds,
      double durationSeconds,
      String detector) {

    static Status of(CameraStatus status) {
      return new Status(
          status.getState().name(),
          Views.time(status.getSinceMs()),
          Views.time(status.getUpdatedAtMs()),
          status.getReason(),
          Views.timeOrNull(status.getSession()),
          Views.rounded(status.getFps()),
          status.getWidth(),
          status.getHeight(),
          status.getReconnects(),
          status.getPositionMs() / 1000.0,
          status.getDurationMs() / 1000.0,
          status.getDetector());
    }
  }

  /** What became of its frames: captured is the sum of the others. */
  record Frames(long captured, long classified, long shed, long deadLettered, long inFlight) {
    static Frames of(LedgerEntry entry) {
      return new Frames(
          entry.captured(),
          entry.classified(),
          entry.shed(),
          entry.deadLettered(),
          entry.captured() - entry.finished());
    }
  }

  /** Of a camera of which nothing but the registration is known. */
  static CameraView of(Camera camera, Defaults defaults) {
    Frames none = Frames.of(LedgerEntry.NONE);
    return of(camera, defaults, null, none, none, 0, null);
  }

  /** Every registered camera; what can be read of all at once is. */
  static List<CameraView> all(StateReader state, Defaults defaults) {
    Map<String, CameraStatus> statuses = state.statuses();
    Map<String, CameraClock> clocks = state.clocks();
    return state.cameras().stream()
        .map(
            camera -> {
              String id = camera.getId();
              return of(camera, defaults, statuses.get(id), clocks.get(id), state.ledger(id));
            })
        .toList();
  }

  private static CameraView of(
      Camera camera,
      Defaults defaults,
      CameraStatus status,
      CameraClock clock,
      SortedMap<Long, LedgerEntry> ledger) {
    if (status != null && status.getSession() > 0) {
      // Ingest knows of frames that have no outcome yet.
      ledger.merge(
          status.getSession(),
          new LedgerEntry(status.getCaptured(), 0, 0, 0),
          (known, captured) ->
              new LedgerEntry(
                  Math.max(known.captured(), captured.captured()),
                  known.classified(),
                  known.shed(),
                  known.deadLettered()));
    }
    LedgerEntry current = ledger.isEmpty() ? LedgerEntry.NONE : ledger.get(ledger.lastKey());
    LedgerEntry all = ledger.values().stream().reduce(LedgerEntry.NONE, LedgerEntry::plus);
    return of(
        camera,
        defaults,
        status,
        Frames.of(current),
        Frames.of(all),
        clock == null ? 0 : clock.lateEvents(),
        clock == null || clock.maxMs() == CameraClock.NEVER ? null : Views.time(clock.maxMs()));
  }

  private static CameraView of(
      Camera camera,
      Defaults defaults,
      CameraStatus status,
      Frames current,
      Frames all,
      long lateEvents,
      String newestData) {
    return new CameraView(
        camera.getId(),
        camera.getSite(),
        defaults.zones().ofSite(camera.getSite()).zone().getId(),
        camera.getName(),
        SourceAddresses.shown(camera.getSource()),
        camera.getTargetFps(),
        camera.getEnabled(),
        camera.getRealtime(),
        Views.time(camera.getStartMs()),
        DetectionView.of(camera.getDetection()),
        AnalyticsView.of(camera.getAnalytics()),
        Smoothing.of(defaults.smoothing().with(camera.getAnalytics())),
        camera.getAddedBy(),
        Views.time(camera.getUpdatedAtMs()),
        status == null ? null : Status.of(status),
        current,
        all,
        lateEvents,
        newestData);
  }
}
