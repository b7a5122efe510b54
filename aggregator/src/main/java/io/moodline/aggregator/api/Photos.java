package io.moodline.aggregator.api;

import io.moodline.schemas.AnalyticsSettings;
import io.moodline.schemas.Camera;
import io.moodline.schemas.Moment;
import io.moodline.schemas.MomentKind;
import io.moodline.schemas.MomentPhoto;
import io.moodline.topics.Ids;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Photos of moments as they may be shown now: a camera that has withdrawn its permission shows none
 * from that moment on, though they are deleted a little later.
 */
public final class Photos {

  private final StateReader state;

  public Photos(StateReader state) {
    this.state = state;
  }

  /** True when a camera allows its photos to be kept. */
  public static boolean allows(Camera camera) {
    AnalyticsSettings own = camera.getAnalytics();
    return own != null && own.getKeepPhotos();
  }

  /**
   * The cameras that allow it, and since when it is known that they do: since they were last
   * registered, epoch milliseconds.
   */
  public Map<String, Long> allowed() {
    return state.cameras().stream()
        .filter(Photos::allows)
        .collect(Collectors.toUnmodifiableMap(Camera::getId, Camera::getUpdatedAtMs));
  }

  /** Where the photo of a moment can be had, or null when it has none. */
  String pathOf(Moment moment) {
    boolean has =
        moment.getKind() == MomentKind.GROUP_SMILE
            && isAllowed(moment.getCameraId())
            && state.hasPhoto(moment.getId());
    return has ? "/api/v1/moments/" + moment.getId() + "/photo" : null;
  }

  Optional<MomentPhoto> of(String momentId) {
    return momentId.contains(":") && isAllowed(Ids.cameraOf(momentId))
        ? state.photo(momentId)
        : Optional.empty();
  }

  private boolean isAllowed(String cameraId) {
    return state.camera(cameraId).filter(Photos::allows).isPresent();
  }
}
