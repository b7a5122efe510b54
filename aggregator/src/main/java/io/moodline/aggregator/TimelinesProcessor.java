package io.moodline.aggregator;

import io.moodline.aggregator.clock.CameraClock;
import io.moodline.aggregator.state.FaceTimelines;
import io.moodline.aggregator.state.LedgerEntry;
import io.moodline.aggregator.state.OpenTrack;
import io.moodline.aggregator.timeline.FrameWeight;
import io.moodline.aggregator.timeline.Observation;
import io.moodline.aggregator.timeline.Probabilities;
import io.moodline.aggregator.timeline.SmoothingSettings;
import io.moodline.aggregator.timeline.TimelineBuilder;
import io.moodline.aggregator.timeline.TimelineState;
import io.moodline.emotion.ValenceWeights;
import io.moodline.schemas.Box;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.FaceTimeline;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import io.moodline.streams.DeadLetter;
import io.moodline.topics.Ids;
import io.moodline.topics.Topic;
import java.time.Duration;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/**
 * Emotion events and frame outcomes in; each camera's clock, ledger and tracks; smoothed sightings
 * and finished timelines out.
 */
final class TimelinesProcessor implements Processor<String, SpecificRecord, String, TrackOutput> {

  /** The stage whose outcomes come in the order of the frames, with their events. */
  private static final String LAST_STAGE = "classifier";

  /** How many times the silence a recording may stand still while frames are under way. */
  private static final int LONGEST_STALL = 20;

  private static final Duration LOOK_AROUND = Duration.ofSeconds(1);
  private static final Duration EXPIRE = Duration.ofMinutes(1);

  private final SmoothingSettings smoothing;
  private final ValenceWeights weights;
  private final Topic<String, EmotionEvent> emotions;
  private final long trackCloseMs;
  private final long pendingMaxMs;
  private final long silenceMs;
  private final long retentionMs;

  private ProcessorContext<String, TrackOutput> context;
  private CameraBuilders builders;
  private OpenTracks tracks;
  private Clocks clocks;
  private KeyValueStore<String, FaceTimeline> closed;
  private KeyValueStore<String, LedgerEntry> ledger;
  private TimestampedKeyValueStore<String, CameraStatus> statuses;
  private TimestampedKeyValueStore<String, Camera> cameras;

  TimelinesProcessor(AggregatorConfig config) {
    this.smoothing = config.smoothing();
    this.weights = config.valenceWeights();
    this.emotions = config.topics().emotions();
    this.trackCloseMs = config.getLong(AggregatorConfig.TRACK_CLOSE_MS);
    this.pendingMaxMs = config.getLong(AggregatorConfig.PENDING_MAX_MS);
    this.silenceMs = config.getLong(AggregatorConfig.SILENCE_MS);
    this.retentionMs = config.getLong(AggregatorConfig.TIMELINE_RETENTION_MS);
  }

  @Override
  public void init(ProcessorContext<String, TrackOutput> context) {
    this.context = context;
    long now = context.currentSystemTimeMs();
    this.tracks =
        new OpenTracks(
            context.getStateStore(StoreNames.OPEN_TIMELINES),
            context.getStateStore(StoreNames.OPEN_SERIES),
            trackCloseMs);
    this.builders =
        new CameraBuilders(smoothing, weights, context.getStateStore(StoreNames.CAMERAS));
    this.clocks = new Clocks(context.getStateStore(StoreNames.CLOCKS), now);
    this.closed = context.getStateStore(StoreNames.TIMELINES);
    this.ledger = context.getStateStore(StoreNames.LEDGER);
    this.statuses = context.getStateStore(StoreNames.CAMERA_STATUS);
    this.cameras = context.getStateStore(StoreNames.CAMERAS);
    context.schedule(LOOK_AROUND, PunctuationType.WALL_CLOCK_TIME, this::closeTheSilent);
    context.schedule(EXPIRE, PunctuationType.WALL_CLOCK_TIME, this::expire);
  }

  @Override
  public void process(Record<String, SpecificRecord> record) {
    if (record.value() instanceof FrameOutcome outcome) {
      onOutcome(outcome);
    } else if (record.value() instanceof EmotionEvent event) {
      try {
        onEvent(event, Probabilities.of(event.getProbabilities()));
      } catch (IllegalArgumentException e) {
        reject(record.withValue(event), e);
      }
    }
  }

  private void onOutcome(FrameOutcome outcome) {
    if (!outcome.getStage().equals(LAST_STAGE)) {
      onEarlyOutcome(outcome);
      return;
    }
    String camera = outcome.getCameraId();
    long at = outcome.getCapturedAtMs();
    CameraClock clock = advance(camera, outcome.getSession(), at);
    count(outcome);
    if (outcome.getOutcome() == Outcome.CLASSIFIED) {
      clock.expect(outcome.getSession(), at, outcome.getFaces(), pendingMaxMs);
      send(camera, new TrackOutput.FrameDone(at, outcome.getFaces(), clock.nowMs()), at);
    } else {
      send(camera, new TrackOutput.ClockMoved(clock.nowMs()), at);
    }
    closeDue(camera, clock);
    clocks.save(camera);
  }

  /**
   * An outcome of an earlier stage overtakes frames that are still under way, so it must not move
   * the camera's clock past them; yet the clock must move when a camera's frames are all shed.
   */
  private void onEarlyOutcome(FrameOutcome outcome) {
    String camera = outcome.getCameraId();
    CameraClock clock = clocks.of(camera);
    count(outcome);
    long behind = outcome.getCapturedAtMs() - pendingMaxMs;
    if (speaksFor(clock, outcome.getSession(), behind)) {
      clocks.heard(camera, context.currentSystemTimeMs());
      clock.advance(outcome.getSession(), behind, context.currentSystemTimeMs());
      // What an older frame lacks is not waited for any longer than otherwise.
      clock.expect(outcome.getSession(), behind, 0, pendingMaxMs);
      send(camera, new TrackOutput.ClockMoved(clock.nowMs()), clock.nowMs());
      closeDue(camera, clock);
    }
    clocks.save(camera);
  }

  /**
   * A newer session of which all is shed goes on with the clock of the one before, when nothing of
   * that one has come for as long as frames are waited for, and as far as it is not turned back:
   * the last stage does that, when it has nothing of the old one any more. Until then the camera is
   * silent, and what is open of the old session ends with that.
   */
  private boolean speaksFor(CameraClock clock, long session, long atMs) {
    return session == clock.session()
        || (session > clock.session()
            && clock.maxMs() != CameraClock.NEVER
            && atMs >= clock.maxMs()
            && context.currentSystemTimeMs() - clock.heardMs() >= pendingMaxMs);
  }

  private void onEvent(EmotionEvent event, double[] raw) {
    String camera = event.getCameraId();
    if (!Ids.cameraOf(event.getFaceId()).equals(camera)) {
      throw new IllegalArgumentException(
          "face " + event.getFaceId() + " is not of camera " + camera);
    }
    long at = event.getCapturedAtMs();
    CameraClock clock = advance(camera, event.getSession(), at);
    clock.received(event.getSession(), at, pendingMaxMs);
    OpenTrack before = tracks.get(event.getFaceId());
    if (isLate(event, before)) {
      clock.countLate();
      send(camera, new TrackOutput.LateEvent(at, clock.nowMs()), at);
    } else {
      goOn(event, raw, before, clock);
    }
    closeDue(camera, clock);
    clocks.save(camera);
  }

  private boolean isLate(EmotionEvent event, OpenTrack before) {
    return before == null
        ? closed.get(event.getFaceId()) != null
        : event.getCapturedAtMs() <= before.timeline().lastMs();
  }

  private void goOn(EmotionEvent event, double[] raw, OpenTrack before, CameraClock clock) {
    TimelineBuilder builder = builders.of(event.getCameraId(), context.currentSystemTimeMs());
    boolean lowQuality = event.getQualityReason() != null;
    Observation seen = new Observation(event.getCapturedAtMs(), raw, lowQuality, weightOf(event));
    TimelineState old = before == null ? null : before.timeline();
    TimelineState timeline = old == null ? builder.begin(seen) : builder.next(old, seen);
    Box box = event.getBox();
    tracks.put(
        event.getFaceId(),
        new OpenTrack(
            timeline,
            new OpenTrack.Latest(
                box.getX1(),
                box.getY1(),
                box.getX2(),
                box.getY2(),
                event.getFrameWidth(),
                event.getFrameHeight(),
                raw)));
    clock.trackLasted(timeline.lastMs() - timeline.firstMs());
    send(
        event.getCameraId(),
        new TrackOutput.Seen(
            builder.sighting(event.getFaceId(), old, timeline, lowQuality), clock.nowMs()),
        timeline.lastMs());
  }

  private static double weightOf(EmotionEvent event) {
    Box box = event.getBox();
    double side = Math.min(box.getX2() - box.getX1(), box.getY2() - box.getY1());
    return FrameWeight.of(side, event.getSharpness(), event.getYawDegrees());
  }

  /** Moves the camera's clock; when a new session has turned it back, all that was open is over. */
  private CameraClock advance(String camera, long session, long at) {
    CameraClock clock = clocks.of(camera);
    if (clock.advance(session, at, context.currentSystemTimeMs())) {
      tracks.closeAll(camera, this::close);
      send(camera, new TrackOutput.Over(), at);
    }
    clocks.heard(camera, context.currentSystemTimeMs());
    return clock;
  }

  private void count(FrameOutcome outcome) {
    String key = StoreNames.ledgerKey(outcome.getCameraId(), outcome.getSession());
    LedgerEntry entry = ledger.get(key);
    ledger.put(key, (entry == null ? LedgerEntry.NONE : entry).plus(outcome));
  }

  private void closeDue(String camera, CameraClock clock) {
    tracks.closeDue(camera, clock.nowMs(), this::close);
  }

  private void close(String faceId, OpenTrack track) {
    FaceTimeline timeline = FaceTimelines.of(faceId, track.timeline(), false);
    closed.put(faceId, timeline);
    send(timeline.getCameraId(), new TrackOutput.Finished(timeline), timeline.getLastSeenMs());
  }

  private void closeTheSilent(long nowMs) {
    for (String camera : clocks.active()) {
      CameraClock clock = clocks.of(camera);
      if (isSilent(camera, clock, nowMs) || hasEnded(camera, clock)) {
        clock.giveUpWaiting();
        tracks.closeAll(camera, this::close);
        send(camera, new TrackOutput.Over(), Math.max(0, clock.maxMs()));
        clocks.save(camera);
        clocks.silent(camera);
        builders.forget(camera);
      }
    }
  }

  /** A recording whose frames are under way is not silent: a stage is away, and will come back. */
  private boolean isSilent(String camera, CameraClock clock, long nowMs) {
    long silentMs = clocks.silentMs(camera, nowMs);
    return silentMs >= silenceMs
        && (silentMs >= LONGEST_STALL * silenceMs || !recordingIsUnderWay(camera, clock));
  }

  private boolean recordingIsUnderWay(String camera, CameraClock clock) {
    CameraStatus status = ValueAndTimestamp.getValueOrNull(statuses.get(camera));
    if (status == null || status.getDurationMs() == 0 || status.getSession() != clock.session()) {
      return false;
    }
    LedgerEntry entry = ledger.get(StoreNames.ledgerKey(camera, clock.session()));
    return entry == null || entry.finished() < status.getCaptured();
  }

  /** True when a file has been read to its end and all its frames have arrived here. */
  private boolean hasEnded(String camera, CameraClock clock) {
    CameraStatus status = ValueAndTimestamp.getValueOrNull(statuses.get(camera));
    if (status == null
        || status.getState() != CameraState.ENDED
        || status.getSession() != clock.session()
        || clock.isWaiting()) {
      return false;
    }
    LedgerEntry entry = ledger.get(StoreNames.ledgerKey(camera, clock.session()));
    return entry != null && entry.finished() >= status.getCaptured();
  }

  private void expire(long nowMs) {
    for (Map.Entry<String, CameraClock> camera : Map.copyOf(clocks.all()).entrySet()) {
      // The camera's own time now: it goes on while the camera is silent. One that ran ahead, if
      // only in a single frame, must not take with it what is not old yet.
      CameraClock clock = camera.getValue();
      if (clock.maxMs() != CameraClock.NEVER) {
        long now = Math.min(nowMs, clock.maxMs() + Math.max(0, nowMs - clock.heardMs()));
        Expiry.expireTimelines(closed, camera.getKey(), now - retentionMs);
      }
      boolean forgotten = nowMs - clock.heardMs() > retentionMs && !isRegistered(camera.getKey());
      expireLedger(
          camera.getKey(), forgotten ? Long.MAX_VALUE : clock.session(), nowMs - retentionMs);
      if (forgotten && isNothingLeft(camera.getKey())) {
        clocks.forget(camera.getKey());
      }
    }
  }

  /** Sessions that began before {@code beforeMs}, the newest excepted: it may go on. */
  private void expireLedger(String camera, long newest, long beforeMs) {
    long end = Math.min(beforeMs, newest);
    if (end > 0) {
      Expiry.expireRange(
          ledger, StoreNames.ledgerKey(camera, 0), StoreNames.ledgerKey(camera, end - 1));
    }
  }

  private boolean isRegistered(String camera) {
    return cameras.get(camera) != null;
  }

  private boolean isNothingLeft(String camera) {
    try (KeyValueIterator<String, FaceTimeline> timelines =
            closed.range(camera + ":", camera + ";");
        KeyValueIterator<String, LedgerEntry> sessions = ledger.range(camera + "/", camera + "0")) {
      return !timelines.hasNext() && !sessions.hasNext();
    }
  }

  private void reject(Record<String, EmotionEvent> record, IllegalArgumentException reason) {
    Record<byte[], byte[]> letter =
        DeadLetter.of(
            "aggregator", record, emotions, context.recordMetadata().orElse(null), reason);
    context.forward(
        new Record<>(
            record.key(),
            new TrackOutput.Rejected(letter.key(), letter.value()),
            record.timestamp(),
            letter.headers()));
  }

  private void send(String camera, TrackOutput output, long atMs) {
    context.forward(new Record<>(camera, output, Math.max(0, atMs)));
  }
}
