package io.moodline.app.demo;

import io.moodline.trainer.facebasis.FaceBasis;
import io.moodline.trainer.facebasis.SyntheticIdentity;
import java.awt.Color;
import java.util.List;
import java.util.Random;

/**
 * What a person looks like; drawn from a seed, resembling nobody.
 *
 * @param identity coefficients of the face basis, in standard deviations
 */
record Appearance(Color skin, Color hair, Color shirt, HairStyle hairStyle, double[] identity) {

  enum HairStyle {
    SHORT,
    LONG,
    BOB,
    THIN
  }

  private static final List<Color> SKINS =
      List.of(
          new Color(216, 174, 148),
          new Color(206, 157, 128),
          new Color(192, 140, 108),
          new Color(176, 120, 88),
          new Color(150, 100, 74));

  private static final List<Color> HAIRS =
      List.of(
          new Color(38, 30, 28),
          new Color(66, 44, 32),
          new Color(98, 66, 42),
          new Color(158, 122, 78),
          new Color(128, 124, 120));

  private static final List<Color> SHIRTS =
      List.of(
          new Color(52, 84, 122),
          new Color(126, 52, 58),
          new Color(58, 96, 78),
          new Color(196, 188, 172),
          new Color(64, 62, 70),
          new Color(184, 132, 62),
          new Color(108, 88, 132));

  /** The look of one person. */
  static Appearance draw(FaceBasis basis, Random random) {
    return new Appearance(
        varied(SKINS, random),
        varied(HAIRS, random),
        varied(SHIRTS, random),
        HairStyle.values()[random.nextInt(HairStyle.values().length)],
        SyntheticIdentity.draw(basis, random));
  }

  private static Color varied(List<Color> colours, Random random) {
    Color colour = colours.get(random.nextInt(colours.size()));
    double light = 0.94 + 0.12 * random.nextDouble();
    return Paint.scaled(colour, light);
  }
}
