package io.moodline.trainer.facebasis;

import io.moodline.schemas.Emotion;
import io.moodline.trainer.dataset.FerPlusRow;
import io.moodline.trainer.facebasis.FaceBasis.ClassMean;
import io.moodline.trainer.facebasis.FaceBasis.Component;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a {@link FaceBasis} of many aligned faces: their means by emotion, each of at least {@link
 * #MIN_FACES} faces, and the principal components of what is left when class mean and expression
 * are taken out. Every picture is averaged with its mirror image. The same faces give the same
 * basis.
 */
final class FaceBasisBuilder {

  /** No mean is of fewer faces, so that none resembles anyone who is in it. */
  static final int MIN_FACES = 500;

  private static final int SYMMETRIC_COMPONENTS = 24;
  private static final int ASYMMETRIC_COMPONENTS = 4;

  private final List<AlignedFace> faces;

  FaceBasisBuilder(List<AlignedFace> faces) {
    this.faces = faces;
  }

  /**
   * @throws IllegalArgumentException when an emotion has too few faces
   */
  FaceBasis build() {
    List<FerPlusRow> rows = faces.stream().map(AlignedFace::labels).toList();
    Map<Emotion, ClassMean> classMeans = new EnumMap<>(Emotion.class);
    for (Emotion emotion : Emotion.values()) {
      classMeans.put(emotion, classMean(ClassSelection.of(emotion, rows, MIN_FACES)));
    }
    float[] mean = symmetricMean(faces);
    return new FaceBasis(describe(classMeans), mean, classMeans, components(mean, classMeans));
  }

  private ClassMean classMean(ClassSelection selection) {
    List<AlignedFace> selected =
        faces.stream().filter(face -> selection.contains(face.labels())).toList();
    return new ClassMean(selected.size(), selection.minVotes(), symmetricMean(selected));
  }

  private static float[] symmetricMean(List<AlignedFace> faces) {
    return AlignedFaces.symmetric(
        AlignedFaces.mean(faces.stream().map(AlignedFace::face).toList()));
  }

  private List<Component> components(float[] mean, Map<Emotion, ClassMean> classMeans) {
    ExpressionSpan expressions =
        new ExpressionSpan(mean, classMeans.values().stream().map(ClassMean::face).toList());
    PrincipalComponents symmetric = new PrincipalComponents(MirrorHalves.DIMENSIONS);
    PrincipalComponents asymmetric = new PrincipalComponents(MirrorHalves.DIMENSIONS);
    double[] weights = FaceMask.softWeights();
    for (AlignedFace face : faces) {
      double[] rest = rest(face, classMeans, weights);
      expressions.removeFrom(rest);
      symmetric.add(MirrorHalves.part(rest, true));
      asymmetric.add(MirrorHalves.part(rest, false));
    }
    List<Component> components = new ArrayList<>();
    symmetric.leading(SYMMETRIC_COMPONENTS).forEach(p -> components.add(component(p, true)));
    asymmetric.leading(ASYMMETRIC_COMPONENTS).forEach(p -> components.add(component(p, false)));
    components.sort(Comparator.comparingDouble(component -> -component.deviation()));
    return components;
  }

  /** What a face has beyond the mean of its emotion; hair and surroundings are faded out. */
  private static double[] rest(
      AlignedFace face, Map<Emotion, ClassMean> classMeans, double[] weights) {
    float[] classMean = classMeans.get(mostVotes(face.labels())).face();
    double[] rest = new double[classMean.length];
    for (int pixel = 0; pixel < rest.length; pixel++) {
      rest[pixel] = weights[pixel] * (face.face()[pixel] - classMean[pixel]);
    }
    return rest;
  }

  private static Emotion mostVotes(FerPlusRow row) {
    Emotion most = Emotion.NEUTRAL;
    for (Emotion emotion : Emotion.values()) {
      most = row.votesFor(emotion) > row.votesFor(most) ? emotion : most;
    }
    return most;
  }

  private static Component component(PrincipalComponents.Principal principal, boolean symmetric) {
    return new Component(
        symmetric, principal.deviation(), MirrorHalves.picture(principal.direction(), symmetric));
  }

  private Map<String, String> describe(Map<Emotion, ClassMean> classMeans) {
    Map<String, String> made = new LinkedHashMap<>();
    made.put("data", "FER-2013 training pictures with FER+ votes");
    made.put("faces", Integer.toString(faces.size()));
    made.put(
        "rule",
        "a class mean is of all faces with at least v of 10 votes for the class, with the highest v"
            + " that leaves at least "
            + MIN_FACES
            + " faces; each face is aligned to the common mean and averaged with its mirror image");
    classMeans.forEach(
        (emotion, mean) ->
            made.put(
                emotion.name(), mean.faces() + " faces of at least " + mean.minVotes() + " votes"));
    return made;
  }
}
