package io.moodline.aggregator.moment;

import io.moodline.aggregator.moment.CameraDown.Sign;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;

/**
 * What is known of a camera's source.
 *
 * @param sinceMs since when, epoch milliseconds
 */
public record SourceSign(Sign sign, long sinceMs) {

  /**
   * Reads a camera's status. Who writes it may have died: a live source whose status is not written
   * again, and of which no frames come, is lost as of the last that was heard of it. And what is
   * read may be old, as after a restart: that a source is lost, too, is believed only when it was
   * said lately, or nothing else has been heard of for as long.
   *
   * @param heardMs when a frame of the camera was last heard of, by the wall clock; 0: never
   * @param nowMs wall clock
   * @param watchingSinceMs since when this service listens: it cannot know what came before, and
   *     does not say that a source is lost until it has listened for {@code staleMs}, or the status
   *     was written since
   * @param staleMs a status that was not written again for this long is not believed any more
   */
  public static SourceSign of(
      CameraStatus status, long heardMs, long nowMs, long watchingSinceMs, long staleMs) {
    boolean fresh = nowMs - status.getUpdatedAtMs() < staleMs;
    boolean heard = nowMs - heardMs < staleMs;
    boolean listened = nowMs - watchingSinceMs >= staleMs;
    boolean toldSince = status.getUpdatedAtMs() >= watchingSinceMs;
    return switch (status.getState()) {
      case RECONNECTING, FAILED -> {
        boolean believed = fresh ? toldSince || listened : listened && !heard;
        yield new SourceSign(believed ? Sign.DOWN : Sign.TRYING, status.getSinceMs());
      }
      case ENDED, DISABLED -> new SourceSign(Sign.UP, status.getSinceMs());
      case CONNECTING, STREAMING -> {
        boolean live = status.getDurationMs() == 0;
        if (!live || fresh || heard) {
          boolean trying = status.getState() == CameraState.CONNECTING;
          yield new SourceSign(trying ? Sign.TRYING : Sign.UP, status.getSinceMs());
        }
        long lastMs = Math.max(status.getUpdatedAtMs(), heardMs);
        yield new SourceSign(listened ? Sign.DOWN : Sign.TRYING, lastMs);
      }
    };
  }
}
