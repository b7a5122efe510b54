package io.moodline.aggregator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.schemas.Emotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The emotions' colours stand out from the cards that they are on, as WCAG 2.1 (1.4.11) asks. */
class EmotionColoursTest {

  private static final double LEAST = 3;

  @ParameterizedTest
  @EnumSource(Emotion.class)
  void anEmotionStandsOutInLightAndDark(Emotion emotion) throws Exception {
    for (int theme = 1; theme <= 2; theme++) {
      assertThat(contrast(colour(emotion.name(), theme), colour("card", theme)))
          .as("%s, theme %s", emotion, theme)
          .isGreaterThanOrEqualTo(LEAST);
    }
  }

  /** The value of a variable in the light theme (1) or the dark one (2). */
  private static int colour(String name, int theme) throws Exception {
    String style = Files.readString(Path.of("src/main/resources/web/style/base.css"));
    Matcher found =
        Pattern.compile("--" + name + ": light-dark\\(#(\\p{XDigit}{6}), #(\\p{XDigit}{6})\\)")
            .matcher(style);
    assertThat(found.find()).as("--" + name).isTrue();
    return Integer.parseInt(found.group(theme), 16);
  }

  private static double contrast(int a, int b) {
    double lighter = Math.max(luminance(a), luminance(b));
    double darker = Math.min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double value = (channel & 0xFF) / 255.0;
    return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
