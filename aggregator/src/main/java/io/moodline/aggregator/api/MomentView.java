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
    String text,
    String photo) {

  /** One whose photo, if there will be any, has not come yet. */
  static MomentView of(Moment moment) {
    return of(moment, null);
  }

  /**
   * @param photo where its photo can be had, or null
   */
  static MomentView of(Moment moment, String photo) {
    return new MomentView(
        moment.getId(),
        moment.getKind().name(),
        moment.getCameraId(),
        Views.time(moment.getAtMs()),
        Views.time(moment.getUntilMs()),
        moment.getFaces(),
        Views.rounded(moment.getValue()),
        moment.getText(),
        photo);
  }
}
