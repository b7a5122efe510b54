package io.moodline.trainer.dataset;

import static io.moodline.schemas.Emotion.ANGER;
import static io.moodline.schemas.Emotion.DISGUST;
import static io.moodline.schemas.Emotion.FEAR;
import static io.moodline.schemas.Emotion.HAPPINESS;
import static io.moodline.schemas.Emotion.NEUTRAL;
import static io.moodline.schemas.Emotion.SADNESS;
import static io.moodline.schemas.Emotion.SURPRISE;

import io.moodline.schemas.Emotion;
import java.util.List;
import java.util.Optional;

/** Which labels a network learns and is judged by. Classes are in the order of its outputs. */
public enum LabelSet {
  /** FER+: the votes of ten annotators for eight emotions. */
  FERPLUS(List.of(Emotion.values())) {
    @Override
    public Optional<float[]> target(LabelledFace face) {
      return face.votes().flatMap(LabelSet::shares);
    }

    @Override
    public Optional<Emotion> truth(LabelledFace face) {
      return face.votes().flatMap(LabelSet::majority);
    }
  },

  /** FER-2013: the one label of the contest, of seven emotions. */
  FER2013(List.of(ANGER, DISGUST, FEAR, HAPPINESS, SADNESS, SURPRISE, NEUTRAL)) {
    @Override
    public Optional<float[]> target(LabelledFace face) {
      return truth(face)
          .map(
              emotion -> {
                float[] target = new float[classes().size()];
                target[classes().indexOf(emotion)] = 1;
                return target;
              });
    }

    @Override
    public Optional<Emotion> truth(LabelledFace face) {
      return face.label().filter(classes()::contains);
    }
  };

  /** Votes below this are taken for slips, as FER+'s authors do. */
  private static final int MIN_VOTES = 2;

  private final List<Emotion> classes;

  LabelSet(List<Emotion> classes) {
    this.classes = classes;
  }

  /** The classes in output order. */
  public List<Emotion> classes() {
    return classes;
  }

  /**
   * What a network should answer: a share for each class, summing to 1; empty when the picture has
   * no label of this set.
   */
  public abstract Optional<float[]> target(LabelledFace face);

  /** The class that an answer is judged by; empty when the picture has none of this set. */
  public abstract Optional<Emotion> truth(LabelledFace face);

  /** Single votes dropped, "unknown" and "not a face" left out, the rest normalised. */
  private static Optional<float[]> shares(FerPlusRow row) {
    float[] shares = new float[Emotion.values().length];
    float sum = 0;
    for (Emotion emotion : Emotion.values()) {
      int votes = row.votesFor(emotion);
      shares[emotion.ordinal()] = votes < MIN_VOTES ? 0 : votes;
      sum += shares[emotion.ordinal()];
    }
    if (sum == 0) {
      return Optional.empty();
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return Optional.of(shares);
  }

  /**
   * The emotion with most votes, the first of equals; empty when "unknown" or "not a face" has more
   * than any emotion, or nothing has two votes.
   */
  private static Optional<Emotion> majority(FerPlusRow row) {
    Emotion best = Emotion.NEUTRAL;
    for (Emotion emotion : Emotion.values()) {
      if (row.votesFor(emotion) > row.votesFor(best)) {
        best = emotion;
      }
    }
    int votes = row.votesFor(best);
    boolean named = votes >= MIN_VOTES && votes >= row.unknown() && votes >= row.notAFace();
    return named ? Optional.of(best) : Optional.empty();
  }
}
