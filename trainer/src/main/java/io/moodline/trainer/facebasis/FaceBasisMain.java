package io.moodline.trainer.facebasis;

import io.moodline.schemas.Emotion;
import io.moodline.trainer.dataset.BadRows;
import io.moodline.trainer.dataset.FerPlusDataset;
import io.moodline.trainer.dataset.Sample;
import io.moodline.trainer.dataset.Split;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Makes the face basis file: {@code FaceBasisMain DATA OUT [SHEET.png]}, where DATA is FER-2013 in
 * the FER+ layout and OUT the file to write. Takes two to three minutes on two cores.
 */
public final class FaceBasisMain {

  private static final int PEOPLE_ON_SHEET = 8;
  private static final double SHEET_STRENGTH = 1.5;

  private FaceBasisMain() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2 || arguments.length > 3) {
      System.err.println("usage: FaceBasisMain DATA OUT [SHEET.png]");
      System.exit(2);
    }
    FerPlusDataset data = FerPlusDataset.open(Path.of(arguments[0]));
    AlignedFaces aligned = AlignedFaces.grow(data.samples(Set.of(Split.TRAIN), BadRows.refuse()));
    FaceBasis built = new FaceBasisBuilder(aligned.faces()).build();
    List<Sample> others = data.samples(Set.of(Split.VALID), BadRows.refuse());
    FaceBasis basis = withResemblance(built, aligned, others);
    basis.made().forEach((what, value) -> System.out.println(what + ": " + value));
    try (OutputStream out = Files.newOutputStream(Path.of(arguments[1]))) {
      FaceBasisFile.write(basis, out);
    }
    if (arguments.length == 3) {
      ImageIO.write(FaceSheet.draw(sheet(basis)), "png", Path.of(arguments[2]).toFile());
    }
  }

  private static FaceBasis withResemblance(
      FaceBasis basis, AlignedFaces training, List<Sample> others) {
    Map<String, String> made = new LinkedHashMap<>(basis.made());
    made.putAll(new Resemblance(basis, training.faces()).measure(training.align(others)));
    return new FaceBasis(made, basis.mean(), basis.classMeans(), basis.components());
  }

  /** The mean faces, then synthetic people (rows) with all their expressions (columns). */
  private static List<List<float[]>> sheet(FaceBasis basis) {
    double[] nobody = new double[basis.components().size()];
    List<List<float[]>> rows = new ArrayList<>();
    rows.add(expressions(basis, 1, nobody));
    rows.add(expressions(basis, SHEET_STRENGTH, nobody));
    Random random = new Random(1);
    for (int person = 0; person < PEOPLE_ON_SHEET; person++) {
      rows.add(expressions(basis, SHEET_STRENGTH, SyntheticIdentity.draw(basis, random)));
    }
    return rows;
  }

  private static List<float[]> expressions(FaceBasis basis, double strength, double[] identity) {
    return Stream.of(Emotion.values())
        .map(emotion -> basis.face(emotion, strength, identity))
        .toList();
  }
}
