package io.moodline.app.evaluate;

import io.moodline.classifier.model.FaceCrop;
import io.moodline.schemas.Emotion;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.Sample;
import io.moodline.trainer.evaluation.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The faces that models are judged on. Immutable, thread-safe.
 *
 * @param faces in the data set's order
 * @param seen the names of those that have a near-duplicate among the training pictures; empty when
 *     that is not known
 */
public record TestFaces(List<LabelledFace> faces, Optional<Set<String>> seen) {

  /** Which of the faces. */
  public enum Part {
    /** Every face with a label. */
    ALL("all"),
    /** Those without a near-duplicate among the training pictures. */
    CLEAN("clean");

    private final String text;

    Part(String text) {
      this.text = text;
    }

    /** The part's name in reports. */
    public String text() {
      return text;
    }
  }

  public TestFaces {
    faces = List.copyOf(faces);
    seen = seen.map(Set::copyOf);
  }

  /** The pictures as the classifier takes them, as they are: one for each face. */
  public List<FaceCrop> crops() {
    return faces.stream().map(TestFaces::crop).toList();
  }

  /** A face's picture as the classifier takes it. */
  static FaceCrop crop(LabelledFace face) {
    return new FaceCrop(Sample.SIZE, Sample.SIZE, 1, face.pixels());
  }

  /** The parts that are known of. */
  public List<Part> parts() {
    return seen.isPresent() ? List.of(Part.ALL, Part.CLEAN) : List.of(Part.ALL);
  }

  /** True when at least one face has a label of this set. */
  public boolean has(LabelSet labels) {
    return faces.stream().anyMatch(face -> labels.truth(face).isPresent());
  }

  /** The indices of a part's faces that have a label of this set. */
  public List<Integer> indices(LabelSet labels, Part part) {
    return IntStream.range(0, faces.size())
        .filter(i -> labels.truth(faces.get(i)).isPresent())
        .filter(i -> part == Part.ALL || !seen.orElseThrow().contains(faces.get(i).name()))
        .boxed()
        .toList();
  }

  /**
   * Truths and answers side by side.
   *
   * @param probabilities for each face, in the faces' order
   */
  public List<Answer> answers(LabelSet labels, Part part, List<float[]> probabilities) {
    List<Answer> answers = new ArrayList<>();
    for (int i : indices(labels, part)) {
      Emotion truth = labels.truth(faces.get(i)).orElseThrow();
      answers.add(new Answer(truth, probabilities.get(i)));
    }
    return answers;
  }

  /** The same with their faces. */
  List<MistakeSheet.Case> cases(LabelSet labels, List<float[]> probabilities) {
    List<Answer> answers = answers(labels, Part.ALL, probabilities);
    List<Integer> indices = indices(labels, Part.ALL);
    return IntStream.range(0, answers.size())
        .mapToObj(i -> new MistakeSheet.Case(faces.get(indices.get(i)), answers.get(i)))
        .toList();
  }
}
