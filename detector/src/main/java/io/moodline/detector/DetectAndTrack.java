package io.moodline.detector;

import static java.util.Objects.requireNonNullElseGet;

import io.moodline.detector.search.Search;
import io.moodline.detector.tracking.CameraState;
import io.moodline.detector.tracking.Progress;
import io.moodline.detector.tracking.Progress.Order;
import io.moodline.detector.tracking.TrackerState;
import io.moodline.schemas.Frame;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import io.moodline.streams.DeadLetter;
import io.moodline.topics.Ids;
import io.moodline.topics.Topic;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every frame leaves as its faces, or as an outcome that says why not; a duplicate of a frame that
 * was handled leaves no trace. What a camera's faces are called depends on its frames alone.
 */
final class DetectAndTrack implements Processor<String, Frame, Object, Object> {

  private static final Logger LOG = LoggerFactory.getLogger(DetectAndTrack.class);
  private static final String STAGE = "detector";

  private final Topic<String, Frame> frames;
  private final FaceFinders finders;
  private final FrameAnalysis analysis;
  private final Freshness freshness;
  private final SearchPace pace;
  private ProcessorContext<Object, Object> context;
  private KeyValueStore<String, CameraState> states;
  private final Set<String> withoutTheirDetector = new HashSet<>();
  private OpenFinders open;

  DetectAndTrack(
      Topic<String, Frame> frames,
      FaceFinders finders,
      FrameAnalysis analysis,
      Freshness freshness,
      SearchPace pace) {
    this.frames = frames;
    this.finders = finders;
    this.analysis = analysis;
    this.freshness = freshness;
    this.pace = pace;
  }

  /** May be called again after {@link #close()}. */
  @Override
  public void init(ProcessorContext<Object, Object> context) {
    this.context = context;
    this.states = context.getStateStore(DetectorTopology.TRACKS);
    requireReadable(states);
    this.open = new OpenFinders(finders);
  }

  /**
   * A state that a newer program wrote stops the service here, where it can say so; frame by frame
   * it would turn all of a camera's frames into dead letters.
   */
  private static void requireReadable(KeyValueStore<String, CameraState> states) {
    try (KeyValueIterator<String, CameraState> all = states.all()) {
      while (all.hasNext()) {
        KeyValue<String, CameraState> read = all.next();
        LOG.debug("{} goes on after {}", read.key, read.value.progress());
      }
    }
  }

  @Override
  public void process(Record<String, Frame> record) {
    Frame frame = record.value();
    if (frame == null || !frame.getCameraId().equals(record.key()) || !Ids.isValid(record.key())) {
      deadLetter(record, new IllegalArgumentException("not a frame of camera " + record.key()));
      return;
    }
    CameraState state = requireNonNullElseGet(states.get(record.key()), CameraState::empty);
    Order order = state.progress().orderOf(frame.getSession(), frame.getSequence());
    if (order == Order.DUPLICATE) {
      LOG.debug("frame {} of {} came again", frame.getSequence(), record.key());
      return;
    }
    Optional<String> shed =
        order == Order.SUPERSEDED
            ? Optional.of("superseded session: the camera was started anew")
            : freshness.reasonToShed(frame);
    TrackerState before = order == Order.NEW_SESSION ? TrackerState.empty() : state.tracker();
    TrackerState after = shed.isPresent() ? before : analyse(record, before);
    shed.ifPresent(reason -> outcome(record, Outcome.SHED, reason));
    Progress progress = state.progress().after(frame.getSession(), frame.getSequence());
    states.put(record.key(), new CameraState(progress, after));
  }

  /** Analyses the frame and passes its faces on, or refuses it; gives the state to go on with. */
  private TrackerState analyse(Record<String, Frame> record, TrackerState before) {
    FrameAnalysis.Result result;
    try {
      Search search = CameraSearch.of(record.value());
      String detector = chooseDetector(record.key(), search);
      boolean due = pace.isDue(record.value(), search);
      result = analysis.analyse(detector, open.of(detector), search, due, before, record.value());
    } catch (UndecodableImageException | RuntimeException e) {
      LOG.debug("frame {} of {} is refused", record.value().getSequence(), record.key(), e);
      deadLetter(record, e);
      outcome(record, Outcome.DEAD_LETTERED, reason(e));
      return before;
    }
    context.forward(record.withValue(result.faces()), DetectorTopology.FACES);
    return result.state();
  }

  private String chooseDetector(String cameraId, Search search) {
    String chosen = finders.choose(search.detector());
    String wanted = search.detector().orElse(chosen);
    if (!wanted.equals(chosen) && withoutTheirDetector.add(cameraId)) {
      LOG.warn("{} asks for {}, which is not there: {} finds its faces", cameraId, wanted, chosen);
    }
    return chosen;
  }

  private void deadLetter(Record<String, Frame> record, Exception reason) {
    context.forward(
        DeadLetter.of(STAGE, record, frames, context.recordMetadata().orElse(null), reason),
        DetectorTopology.DEAD_LETTERS);
  }

  private void outcome(Record<String, Frame> record, Outcome outcome, String reason) {
    Frame frame = record.value();
    context.forward(
        record.withValue(
            FrameOutcome.newBuilder()
                .setCameraId(frame.getCameraId())
                .setSession(frame.getSession())
                .setSequence(frame.getSequence())
                .setCapturedAtMs(frame.getCapturedAtMs())
                .setOutcome(outcome)
                .setStage(STAGE)
                .setFaces(0)
                .setReason(reason)
                .build()),
        DetectorTopology.FRAME_OUTCOMES);
  }

  private static String reason(Exception e) {
    return requireNonNullElseGet(e.getMessage(), () -> e.getClass().getSimpleName());
  }

  @Override
  public void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
