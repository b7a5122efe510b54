package io.moodline.trainer.facebasis;

import io.moodline.trainer.dataset.Sample;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Faces aligned to a template that was itself grown from them: the mean of the faces, aligned to
 * the mean of the faces, and so on. From round to round the template drifts towards eyes, nose and
 * mouth, which fit sharply where outlines do not; at the end that drift is undone, so that the
 * faces lie on the whole as the data set has them.
 *
 * @param template the mean that the faces are aligned to, its own mirror image
 * @param drift how the template has moved from the mean of the faces as they were
 * @param faces those that fit the template
 */
record AlignedFaces(float[] template, Similarity drift, List<AlignedFace> faces) {

  private static final int ROUNDS = 4;

  /**
   * Faces that correlate less with the template after alignment are profiles, drawings or covered
   * by hands: they would blur the means.
   */
  private static final double MIN_FIT = 0.45;

  /** Grows the template from the faces among the samples, and aligns them to it. */
  static AlignedFaces grow(List<Sample> samples) {
    List<AlignedFace> faces = faces(samples);
    float[] template = symmetric(mean(faces.stream().map(AlignedFace::face).toList()));
    for (int round = 0; round < ROUNDS; round++) {
      List<AlignedFace> aligned = align(faces, template, Similarity.NONE);
      template = symmetric(mean(aligned.stream().map(AlignedFace::face).toList()));
    }
    FaceAligner aligner = new FaceAligner(template);
    Similarity drift =
        Similarity.mean(faces.parallelStream().map(f -> aligner.search(f.face())).toList());
    return new AlignedFaces(template, drift, align(faces, template, drift.inverse()));
  }

  /** Other faces, aligned to this template. */
  List<AlignedFace> align(List<Sample> samples) {
    return align(faces(samples), template, drift.inverse());
  }

  private static List<AlignedFace> align(
      List<AlignedFace> faces, float[] template, Similarity framing) {
    FaceAligner aligner = new FaceAligner(template);
    return faces.parallelStream()
        .flatMap(
            face -> {
              Similarity found = aligner.search(face.face());
              float[] framed = found.after(framing).apply(face.face());
              return aligner.fit(found.apply(face.face())) < MIN_FIT
                  ? Stream.empty()
                  : Stream.of(new AlignedFace(face.labels(), FaceMask.standardised(framed)));
            })
        .toList();
  }

  private static List<AlignedFace> faces(List<Sample> samples) {
    return samples.stream()
        .filter(sample -> sample.labels().hasFace())
        .map(AlignedFaces::standardised)
        .toList();
  }

  private static AlignedFace standardised(Sample sample) {
    float[] face = new float[sample.pixels().length];
    for (int pixel = 0; pixel < face.length; pixel++) {
      face[pixel] = sample.pixels()[pixel] & 0xff;
    }
    return new AlignedFace(sample.labels(), FaceMask.standardised(face));
  }

  /** The mean of a picture and its mirror image. */
  static float[] symmetric(float[] face) {
    return mean(List.of(face, FaceMask.mirrored(face)));
  }

  /** The mean of pictures, summed in double precision; there must be one at least. */
  static float[] mean(Collection<float[]> pictures) {
    double[] sum = new double[FaceMask.SIZE * FaceMask.SIZE];
    for (float[] picture : pictures) {
      for (int pixel = 0; pixel < sum.length; pixel++) {
        sum[pixel] += picture[pixel];
      }
    }
    if (pictures.isEmpty()) {
      throw new IllegalArgumentException("there are no faces to take the mean of");
    }
    float[] mean = new float[sum.length];
    for (int pixel = 0; pixel < sum.length; pixel++) {
      mean[pixel] = (float) (sum[pixel] / pictures.size());
    }
    return mean;
  }
}
