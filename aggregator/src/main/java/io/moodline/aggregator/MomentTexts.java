package io.moodline.aggregator;

import io.moodline.aggregator.moment.GroupSmile;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.Moment;
import io.moodline.schemas.MomentKind;
import java.util.List;
import java.util.Locale;

/** Makes {@link Moment} records, with a sentence for a person. */
final class MomentTexts {

  private MomentTexts() {}

  static Moment groupSmile(String camera, GroupSmile.Found found) {
    String text =
        String.format(
            Locale.ROOT,
            "%d people smiled together (mean happiness %.0f %%).",
            found.faces().size(),
            100 * found.happiness());
    return moment(
        MomentKind.GROUP_SMILE,
        camera,
        found.sinceMs(),
        found.untilMs(),
        found.faces(),
        found.happiness(),
        text);
  }

  static Moment cameraDown(String camera, CameraStatus status, long sinceMs, long nowMs) {
    double seconds = (nowMs - sinceMs) / 1000.0;
    String reason = status.getReason() == null ? "" : ": " + status.getReason();
    String text =
        String.format(Locale.ROOT, "The camera has been down for %.0f s%s", seconds, reason);
    return moment(MomentKind.CAMERA_DOWN, camera, sinceMs, nowMs, List.of(), seconds, text);
  }

  private static Moment moment(
      MomentKind kind,
      String camera,
      long atMs,
      long untilMs,
      List<String> faces,
      double value,
      String text) {
    String id = camera + ":" + atMs + ":" + kind;
    return new Moment(id, kind, camera, atMs, untilMs, faces, value, text);
  }
}
