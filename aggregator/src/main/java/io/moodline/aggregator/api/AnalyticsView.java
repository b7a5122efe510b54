package io.moodline.aggregator.api;

import io.moodline.schemas.AnalyticsSettings;

/**
 * A camera's own settings of analytics in answers, in the form in which they are sent; what is null
 * is as configured.
 */
record AnalyticsView(
    Long smoothingTauMs,
    Double smoothingMargin,
    Long smoothingDwellMs,
    Double uncertainBelow,
    boolean keepPhotos) {

  private static final AnalyticsView NONE = new AnalyticsView(null, null, null, null, false);

  /** A camera without settings of its own shows that each is as configured. */
  static AnalyticsView of(AnalyticsSettings settings) {
    return settings == null
        ? NONE
        : new AnalyticsView(
            settings.getSmoothingTauMs(),
            settings.getSmoothingMargin(),
            settings.getSmoothingDwellMs(),
            settings.getUncertainBelow(),
            settings.getKeepPhotos());
  }
}
