package io.moodline.aggregator;

import io.moodline.aggregator.moment.CrowdPeak;
import io.moodline.aggregator.moment.EmotionSurge;
import io.moodline.aggregator.moment.GroupSmile;
import io.moodline.aggregator.moment.SatisfactionShift;
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
    String reason = reason(status);
    String text =
        String.format(Locale.ROOT, "The camera has been down for %.0f s%s", seconds, reason);
    return moment(MomentKind.CAMERA_DOWN, camera, sinceMs, nowMs, List.of(), seconds, text);
  }

  private static String reason(CameraStatus status) {
    return switch (status.getState()) {
      case CONNECTING, STREAMING -> ": nothing is heard of the service that reads it";
      default -> status.getReason() == null ? "" : ": " + status.getReason();
    };
  }

  static Moment satisfaction(String camera, SatisfactionShift.Found found) {
    double by = found.after() - found.before();
    String text =
        String.format(
            Locale.ROOT,
            "Satisfaction %s by %.0f points, from %.0f to %.0f.",
            found.rise() ? "rose" : "fell",
            Math.abs(by),
            found.before(),
            found.after());
    MomentKind kind = found.rise() ? MomentKind.SATISFACTION_RISE : MomentKind.SATISFACTION_DROP;
    return moment(kind, camera, found.sinceMs(), found.untilMs(), List.of(), by, text);
  }

  static Moment crowd(String camera, CrowdPeak.Found found) {
    String text =
        String.format(
            Locale.ROOT,
            "%.1f faces on average over a minute, after %.1f at most before.",
            found.faces(),
            found.highestBefore());
    return moment(
        MomentKind.CROWD_PEAK,
        camera,
        found.sinceMs(),
        found.untilMs(),
        List.of(),
        found.faces(),
        text);
  }

  static Moment surge(String camera, EmotionSurge.Found found) {
    String name = found.emotion().name();
    String text =
        String.format(
            Locale.ROOT,
            "%s rose to %.0f %%, from %.0f %% usually.",
            name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT),
            100 * found.share(),
            100 * found.usual());
    return moment(
        MomentKind.EMOTION_SURGE,
        camera,
        found.sinceMs(),
        found.untilMs(),
        List.of(),
        found.share(),
        text);
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
