package io.moodline.trainer.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data sets are converted by all sorts of tools: every kind of PNG gives the values it shows. */
class PngKindsTest {

  /**
   * The second pixel of the second row differs from the rest. A gray of few bits is spread over 0
   * to 255: 2 of 3 is 170, 9 of 15 is 153. Of 16 bits the upper 8 count. Palettes: entry i is
   * {@link TinyPng#PALETTE}. Colours: (299 x 10 + 587 x 100 + 114 x 200) / 1000 = 84.49.
   */
  @ParameterizedTest
  @CsvSource({
    "GRAY, 1, 1, 255",
    "GRAY, 2, 2, 170",
    "GRAY, 4, 9, 153",
    "GRAY, 8, 201, 201",
    "GRAY, 16, 0xc8ff, 0xc8",
    "GRAY_ALPHA, 8, 201, 201",
    "GRAY_ALPHA, 16, 0xc8ff, 0xc8",
    "PALETTE, 1, 1, 37",
    "PALETTE, 2, 3, 84",
    "PALETTE, 4, 1, 37",
    "PALETTE, 8, 3, 84",
    "COLOUR, 8, 0, 84",
    "COLOUR, 16, 0, 84",
    "COLOUR_ALPHA, 8, 0, 84"
  })
  void everyKindIsRead(TinyPng.Kind kind, int bits, String sample, int gray) {
    byte[] png = TinyPng.of(kind, bits, Integer.decode(sample));

    byte[] exact = GrayPicture.decodeOfSize(png);

    byte[] expected = new byte[48 * 48];
    expected[TinyPng.MARK] = (byte) gray;
    assertThat(exact).isEqualTo(expected).isEqualTo(GrayPicture.decode(png));
  }
}
