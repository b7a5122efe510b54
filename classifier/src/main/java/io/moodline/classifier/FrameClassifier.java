package io.moodline.classifier;

import io.moodline.classifier.model.EmotionModel;
import io.moodline.classifier.model.FaceCrop;
import io.moodline.classifier.model.ModelException;
import io.moodline.emotion.ValenceWeights;
import io.moodline.schemas.Emotion;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.Face;
import io.moodline.schemas.FrameFaces;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Turns the faces of one frame into emotion events, in one batch. For one thread. */
final class FrameClassifier {

  private static final Emotion[] EMOTIONS = Emotion.values();

  private final EmotionModel model;
  private final ValenceWeights weights;
  private final Clock clock;

  FrameClassifier(EmotionModel model, ValenceWeights weights, Clock clock) {
    this.model = model;
    this.weights = weights;
    this.clock = clock;
  }

  /**
   * One event a face, in the order of the faces; those of low quality too.
   *
   * @throws IllegalArgumentException when a crop is not what its face says
   * @throws ModelException when the model fails
   */
  List<EmotionEvent> classify(FrameFaces frame) {
    if (frame.getFaces().isEmpty()) {
      return List.of();
    }
    List<FaceCrop> crops = frame.getFaces().stream().map(FrameClassifier::crop).toList();
    List<float[]> probabilities = model.probabilities(crops);
    long now = clock.millis();
    List<EmotionEvent> events = new ArrayList<>(crops.size());
    for (int i = 0; i < crops.size(); i++) {
      events.add(event(frame, frame.getFaces().get(i), probabilities.get(i), now));
    }
    return events;
  }

  private static FaceCrop crop(Face face) {
    ByteBuffer pixels = face.getCrop().duplicate();
    byte[] bytes = new byte[pixels.remaining()];
    pixels.get(bytes);
    try {
      return new FaceCrop(face.getCropWidth(), face.getCropHeight(), face.getCropChannels(), bytes);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("face " + face.getFaceId() + ": " + e.getMessage(), e);
    }
  }

  private EmotionEvent event(FrameFaces frame, Face face, float[] probabilities, long now) {
    int dominant = indexOfHighest(probabilities);
    return EmotionEvent.newBuilder()
        .setFaceId(face.getFaceId())
        .setCameraId(frame.getCameraId())
        .setSession(frame.getSession())
        .setSequence(frame.getSequence())
        .setCapturedAtMs(frame.getCapturedAtMs())
        .setClassifiedAtMs(now)
        .setFrameWidth(frame.getWidth())
        .setFrameHeight(frame.getHeight())
        .setBox(face.getBox())
        .setScore(face.getScore())
        .setQualityReason(face.getQuality().getReason())
        .setSharpness(face.getQuality().getSharpness())
        .setYawDegrees(face.getQuality().getYawDegrees())
        .setRollDegrees(face.getQuality().getRollDegrees())
        .setProbabilities(boxed(probabilities))
        .setDominant(EMOTIONS[dominant])
        .setConfidence(probabilities[dominant])
        .setValence((float) weights.valence(doubles(probabilities)))
        .setModel(model.card().name())
        .setModelVersion(model.card().version())
        .build();
  }

  /** The first of the highest. */
  private static int indexOfHighest(float[] values) {
    int highest = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[highest]) {
        highest = i;
      }
    }
    return highest;
  }

  private static List<Float> boxed(float[] values) {
    return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }
}
