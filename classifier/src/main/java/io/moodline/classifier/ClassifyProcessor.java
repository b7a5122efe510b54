package io.moodline.classifier;

import io.moodline.classifier.ModelPerThread.Lease;
import io.moodline.emotion.ValenceWeights;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.FrameFaces;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import io.moodline.streams.DeadLetter;
import io.moodline.topics.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One frame in; its emotion events and its outcome out, or a dead letter and its outcome. */
final class ClassifyProcessor implements Processor<String, FrameFaces, Object, Object> {

  private static final Logger LOG = LoggerFactory.getLogger(ClassifyProcessor.class);

  private final Topic<String, FrameFaces> faces;
  private final ModelPerThread models;
  private final ValenceWeights weights;
  private final Duration maxAge;
  private final Clock clock;
  private ProcessorContext<Object, Object> context;
  private Lease lease;
  private FrameClassifier classifier;

  ClassifyProcessor(
      Topic<String, FrameFaces> faces,
      ModelPerThread models,
      ValenceWeights weights,
      Duration maxAge,
      Clock clock) {
    this.faces = faces;
    this.models = models;
    this.weights = weights;
    this.maxAge = maxAge;
    this.clock = clock;
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    this.context = context;
    lease = models.acquire();
    classifier = new FrameClassifier(lease.model(), weights, clock);
  }

  @Override
  public void process(Record<String, FrameFaces> read) {
    // What is kept for days does without the frame's header.
    Record<String, FrameFaces> record = read.withHeaders(new RecordHeaders());
    FrameFaces frame = record.value();
    if (frame == null) {
      forwardDeadLetter(record, new IllegalArgumentException("a record without a value"));
      return;
    }
    if (isTooOld(frame)) {
      forwardOutcome(record, Outcome.SHED, "older than " + maxAge.toMillis() + " ms");
      return;
    }
    List<EmotionEvent> events;
    try {
      events = classifier.classify(frame);
    } catch (RuntimeException e) {
      // Whatever is wrong with this frame, or with the model on it, the next frame is to be tried.
      forwardDeadLetter(record, e);
      forwardOutcome(record, Outcome.DEAD_LETTERED, e.toString());
      return;
    }
    events.forEach(event -> context.forward(record.withValue(event), ClassifierTopology.EMOTIONS));
    forwardOutcome(record, Outcome.CLASSIFIED, null);
  }

  private boolean isTooOld(FrameFaces frame) {
    return frame.getLive() && clock.millis() - frame.getCapturedAtMs() > maxAge.toMillis();
  }

  private void forwardDeadLetter(Record<String, FrameFaces> record, RuntimeException reason) {
    LOG.warn("a frame of {} goes to the dead letters: {}", record.key(), reason.toString());
    context.forward(
        DeadLetter.of(
            ClassifierTopology.STAGE, record, faces, context.recordMetadata().orElse(null), reason),
        ClassifierTopology.DEAD_LETTERS);
  }

  private void forwardOutcome(Record<String, FrameFaces> record, Outcome outcome, String reason) {
    FrameFaces frame = record.value();
    FrameOutcome value =
        FrameOutcome.newBuilder()
            .setCameraId(frame.getCameraId())
            .setSession(frame.getSession())
            .setSequence(frame.getSequence())
            .setCapturedAtMs(frame.getCapturedAtMs())
            .setOutcome(outcome)
            .setStage(ClassifierTopology.STAGE)
            .setFaces(outcome == Outcome.CLASSIFIED ? frame.getFaces().size() : 0)
            .setReason(reason)
            .setDetector(frame.getDetector())
            .build();
    context.forward(record.withValue(value), ClassifierTopology.OUTCOMES);
  }

  @Override
  public void close() {
    if (lease != null) {
      lease.close();
      lease = null;
    }
  }
}
