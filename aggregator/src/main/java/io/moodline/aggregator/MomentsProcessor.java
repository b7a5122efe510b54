package io.moodline.aggregator;

import io.moodline.aggregator.TrackOutput.FrameDone;
import io.moodline.aggregator.TrackOutput.Over;
import io.moodline.aggregator.TrackOutput.Seen;
import io.moodline.aggregator.moment.CameraDown;
import io.moodline.aggregator.moment.GroupSmile;
import io.moodline.aggregator.state.MomentState;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.Moment;
import io.moodline.schemas.MomentKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** Sightings and camera states in, moments out. */
final class MomentsProcessor implements Processor<String, TrackOutput, String, Moment> {

  private static final Duration LOOK_AROUND = Duration.ofSeconds(1);

  private final GroupSmile.Settings smileSettings;
  private final long downMs;
  private final long retentionMs;

  private ProcessorContext<String, Moment> context;
  private KeyValueStore<String, MomentState> states;
  private KeyValueStore<String, Moment> moments;
  private TimestampedKeyValueStore<String, CameraStatus> statuses;
  private final Map<String, GroupSmile> smiles = new HashMap<>();

  MomentsProcessor(AggregatorConfig config) {
    this.smileSettings = config.groupSmile();
    this.downMs = config.getLong(AggregatorConfig.CAMERA_DOWN_MS);
    this.retentionMs = config.getLong(AggregatorConfig.MOMENT_RETENTION_MS);
  }

  @Override
  public void init(ProcessorContext<String, Moment> context) {
    this.context = context;
    this.states = context.getStateStore(StoreNames.MOMENT_STATE);
    this.moments = context.getStateStore(StoreNames.MOMENTS);
    this.statuses = context.getStateStore(StoreNames.CAMERA_STATUS);
    smiles.clear();
    context.schedule(LOOK_AROUND, PunctuationType.WALL_CLOCK_TIME, this::lookForDown);
  }

  @Override
  public void process(Record<String, TrackOutput> record) {
    String camera = record.key();
    if (record.value() instanceof Seen seen) {
      GroupSmile smile = smileOf(camera);
      GroupSmile.State before = smile.state();
      Optional<GroupSmile.Found> found = smile.see(seen.sighting());
      after(camera, smile, before, found);
    } else if (record.value() instanceof FrameDone frame && frame.faces() == 0) {
      GroupSmile smile = smileOf(camera);
      GroupSmile.State before = smile.state();
      Optional<GroupSmile.Found> found = smile.seeNobody(frame.atMs());
      after(camera, smile, before, found);
    } else if (record.value() instanceof Over) {
      smiles.put(camera, new GroupSmile(smileSettings, GroupSmile.State.NONE));
      save(camera, new MomentState(GroupSmile.State.NONE, stateOf(camera).down()));
    }
  }

  private GroupSmile smileOf(String camera) {
    return smiles.computeIfAbsent(camera, id -> new GroupSmile(smileSettings, stateOf(id).smile()));
  }

  private void after(
      String camera, GroupSmile smile, GroupSmile.State before, Optional<GroupSmile.Found> found) {
    if (!smile.state().equals(before)) {
      save(camera, new MomentState(smile.state(), stateOf(camera).down()));
    }
    found.ifPresent(group -> publish(MomentTexts.groupSmile(camera, group)));
  }

  private void lookForDown(long nowMs) {
    Map<String, CameraStatus> known = new HashMap<>();
    try (KeyValueIterator<String, ValueAndTimestamp<CameraStatus>> all = statuses.all()) {
      while (all.hasNext()) {
        KeyValue<String, ValueAndTimestamp<CameraStatus>> entry = all.next();
        known.put(entry.key, entry.value.value());
      }
    }
    known.forEach((camera, status) -> check(camera, status, nowMs));
    forget(known.keySet());
  }

  private void check(String camera, CameraStatus status, long nowMs) {
    MomentState before = stateOf(camera);
    CameraDown down = new CameraDown(downMs, before.down());
    down.status(signOf(status), status.getSinceMs());
    boolean finds = down.check(nowMs);
    if (!down.state().equals(before.down())) {
      save(camera, new MomentState(before.smile(), down.state()));
    }
    if (finds) {
      publish(MomentTexts.cameraDown(camera, status, down.state().sinceMs(), nowMs));
    }
  }

  /** A camera without a status was removed: it is not down. */
  private void forget(Set<String> known) {
    Set<String> gone = new HashSet<>();
    try (KeyValueIterator<String, MomentState> all = states.all()) {
      all.forEachRemaining(
          entry -> {
            if (!known.contains(entry.key) && entry.value.down().sinceMs() != 0) {
              gone.add(entry.key);
            }
          });
    }
    gone.forEach(
        camera -> save(camera, new MomentState(stateOf(camera).smile(), CameraDown.State.NONE)));
  }

  private static CameraDown.Sign signOf(CameraStatus status) {
    return switch (status.getState()) {
      case RECONNECTING, FAILED -> CameraDown.Sign.DOWN;
      case CONNECTING -> CameraDown.Sign.TRYING;
      case STREAMING, ENDED, DISABLED -> CameraDown.Sign.UP;
    };
  }

  private MomentState stateOf(String camera) {
    MomentState state = states.get(camera);
    return state == null ? MomentState.NONE : state;
  }

  private void save(String camera, MomentState state) {
    if (state.equals(MomentState.NONE)) {
      states.delete(camera);
    } else {
      states.put(camera, state);
    }
  }

  private void publish(Moment moment) {
    String camera = moment.getCameraId();
    MomentKind kind = moment.getKind();
    moments.put(StoreNames.momentKey(camera, moment.getAtMs(), kind.name()), moment);
    Expiry.expireRange(
        moments,
        StoreNames.momentKey(camera, 0, ""),
        StoreNames.momentKey(camera, moment.getAtMs() - retentionMs, ""));
    context.forward(new Record<>(camera, moment, Math.max(0, moment.getAtMs())));
  }
}
