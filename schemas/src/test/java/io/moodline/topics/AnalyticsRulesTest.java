package io.moodline.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.schemas.AnalyticsSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalyticsRulesTest {

  private static List<String> messages(AnalyticsSettings settings) {
    return AnalyticsRules.violations(settings).stream()
        .map(CameraRules.Violation::message)
        .toList();
  }

  @Test
  void whatIsNullIsAsConfiguredAndBoundsAreIncluded() {
    assertThat(messages(new AnalyticsSettings(null, null, null, null, true))).isEmpty();
    assertThat(messages(new AnalyticsSettings(1L, 0.0, 0L, 1.0, false))).isEmpty();
    assertThat(messages(new AnalyticsSettings(600_000L, 1.0, 600_000L, 0.0, false))).isEmpty();
  }

  @Test
  void whatIsWrongIsNamedWithWhatIsAllowed() {
    assertThat(messages(new AnalyticsSettings(0L, 1.1, -1L, Double.NaN, false)))
        .containsExactly(
            "analytics.smoothingTauMs is 0, but must be 1 to 600000",
            "analytics.smoothingMargin is 1.1, but must be 0 to 1",
            "analytics.smoothingDwellMs is -1, but must be 0 to 600000",
            "analytics.uncertainBelow is NaN, but must be 0 to 1");
  }
}
