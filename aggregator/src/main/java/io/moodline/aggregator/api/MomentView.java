package io.moodline.aggregator.api;

import io.moodline.schemas.Moment;
import java.util.List;

/** A moment in answers. */
record MomentView(
    String id,
    String kind,
    String camera,
    String at,
    String until,
    List<String> faces,
    Double value,
    String text) {

  static MomentView of(Moment moment) {
    return new MomentView(
        moment.getId(),
        moment.getKind().name(),
        moment.getCameraId(),
        Views.time(moment.getAtMs()),
        Views.time(moment.getUntilMs()),
        moment.getFaces(),
        Views.rounded(moment.getValue()),
        moment.getText());
  }
}
