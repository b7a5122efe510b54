package io.moodline.trainer.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * One way in which cameras, light and distance make a face worse. It gives the same picture for the
 * same face each time, so that models are compared on equal terms.
 *
 * @param name what is done, with its strength
 * @param ways how: one, or two that are each other's mirror and of which the mean is taken
 */
public record Degradation(String name, List<UnaryOperator<GrayImage>> ways) {

  public Degradation {
    ways = List.copyOf(ways);
  }

  private Degradation(String name, UnaryOperator<GrayImage> way) {
    this(name, List.of(way));
  }

  /** Every degradation that models are compared by, the untouched picture first. */
  public static List<Degradation> all() {
    List<Degradation> all = new ArrayList<>();
    all.add(new Degradation("as it is", face -> face));
    IntStream.of(5, 10, 15, 20, 25).mapToObj(Degradation::rotation).forEach(all::add);
    DoubleStream.of(0.5, 1, 1.5, 2).mapToObj(Degradation::blur).forEach(all::add);
    IntStream.of(5, 10, 20).mapToObj(Degradation::noise).forEach(all::add);
    DoubleStream.of(0.5, 0.25).mapToObj(Degradation::dark).forEach(all::add);
    DoubleStream.of(2, 0.5).mapToObj(Degradation::gamma).forEach(all::add);
    IntStream.of(32, 24, 16).mapToObj(Degradation::small).forEach(all::add);
    IntStream.of(50, 25).mapToObj(Degradation::jpeg).forEach(all::add);
    return all;
  }

  private static Degradation rotation(int degrees) {
    return new Degradation(
        "rotated by " + degrees + " degrees",
        List.of(face -> face.rotated(degrees), face -> face.rotated(-degrees)));
  }

  private static Degradation blur(double sigma) {
    return new Degradation("blur, sigma " + sigma + " pixels", face -> face.blurred(sigma));
  }

  private static Degradation noise(int sigma) {
    return new Degradation("noise, sigma " + sigma + " levels", face -> noisy(face, sigma));
  }

  private static Degradation dark(double factor) {
    return new Degradation("light x " + factor, face -> rounded(face.map(x -> x * factor)));
  }

  private static Degradation gamma(double gamma) {
    return new Degradation(
        "gamma " + gamma, face -> rounded(face.map(x -> 255 * Math.pow(x / 255, gamma))));
  }

  private static Degradation small(int pixels) {
    return new Degradation(
        "face of " + pixels + " pixels",
        face -> rounded(face.shrunk(pixels, pixels)).enlarged(face.width(), face.height()));
  }

  private static Degradation jpeg(int quality) {
    return new Degradation("JPEG quality " + quality, face -> JpegLoss.roundTrip(face, quality));
  }

  /** What a camera gives are whole levels: fine differences in the dark are lost. */
  private static GrayImage rounded(GrayImage face) {
    return GrayImage.of(face.width(), face.height(), face.bytes());
  }

  /** Gaussian noise, seeded by the face itself. */
  private static GrayImage noisy(GrayImage face, int sigma) {
    SplittableRandom random = new SplittableRandom(Arrays.hashCode(face.bytes()));
    return face.map(level -> level + sigma * random.nextGaussian());
  }
}
