package io.moodline.app.evaluate;

import io.moodline.app.evaluate.pipeline.PipelineResult;
import io.moodline.classifier.model.Models;
import io.moodline.schemas.Emotion;
import io.moodline.trainer.dataset.FerPlusRow;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.Split;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Faces, answers and reports for tests. */
final class EvaluateExamples {

  private EvaluateExamples() {}

  /** A face of one gray level, with ten votes for one emotion and, when given, one label. */
  static LabelledFace face(String name, int gray, Emotion votes, Optional<Emotion> label) {
    byte[] pixels = new byte[48 * 48];
    Arrays.fill(pixels, (byte) gray);
    List<Integer> row = new ArrayList<>(Collections.nCopies(Emotion.values().length + 2, 0));
    row.set(votes.ordinal(), 10);
    return new LabelledFace(
        name, Split.TEST, pixels, Optional.of(new FerPlusRow(2, Split.TEST, name, row)), label);
  }

  /** Happy by both, angry by votes and fearful by label, sad by votes alone. */
  static TestFaces faces() {
    return new TestFaces(
        List.of(
            face("a", 10, Emotion.HAPPINESS, Optional.of(Emotion.HAPPINESS)),
            face("b", 20, Emotion.ANGER, Optional.of(Emotion.FEAR)),
            face("c", 30, Emotion.SADNESS, Optional.empty())),
        Optional.of(Set.of("b")));
  }

  /** Certain of one emotion. */
  static float[] sure(Emotion emotion) {
    float[] probabilities = new float[Emotion.values().length];
    probabilities[emotion.ordinal()] = 1;
    return probabilities;
  }

  /** What a model that calls all faces happy gets. */
  static ModelReport model(String id) {
    List<float[]> happy = Collections.nCopies(3, sure(Emotion.HAPPINESS));
    return new ModelReport(
        id,
        "folder/" + id + ".onnx",
        Models.bundled().card(),
        1_500_000,
        57_100,
        new Speed(Map.of(1, 1.5, 8, 1.25, 32, 1.0)),
        Evaluation.parts(faces(), List.of(LabelSet.values()), happy));
  }

  /** 100 faces found: 80 right before, 6 spoilt and 3 gained. */
  static PipelineResult pipeline() {
    return new PipelineResult(
        "one",
        "haar",
        "box, margin 0.0",
        8,
        120,
        100,
        2,
        List.of(new PipelineResult.Loss(LabelSet.FER2013, 100, 80, 77, 6)));
  }

  static EvaluationReport report(ModelReport... models) {
    return new EvaluationReport(
        "data/<faces>",
        "a made-up data set",
        Split.TEST,
        3,
        OptionalInt.of(1),
        0,
        1,
        Instant.parse("2026-01-02T03:04:05Z"),
        false,
        List.of(models),
        List.of(
            new Robustness(
                LabelSet.FER2013,
                List.of("one"),
                List.of(new Robustness.Row("turned <a bit>", List.of(0.25))))),
        List.of(pipeline()));
  }
}
