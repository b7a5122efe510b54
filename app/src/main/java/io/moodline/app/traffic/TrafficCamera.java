package io.moodline.app.traffic;

import io.moodline.schemas.Camera;
import io.moodline.topics.Ids;
import java.util.List;

/**
 * A camera at a site.
 *
 * @param id the camera's id
 * @param rhythm when it takes frames, while its site is open
 * @param outages when it is down, in order of time, without overlap
 */
public record TrafficCamera(String id, TrafficSite site, FrameRhythm rhythm, List<Outage> outages) {

  /** Keeps the list from being changed. */
  public TrafficCamera {
    Ids.requireValid("camera", id);
    outages = List.copyOf(outages);
  }

  /** The camera as it is registered: a live one, at an address where nothing is. */
  public Camera registered(long updatedAtMs) {
    return Camera.newBuilder()
        .setId(id)
        .setSite(site.id())
        .setName("Camera " + id)
        .setSource("rtsp://127.0.0.1/" + id)
        .setTargetFps(Math.max(0.001, 1000.0 / rhythm.frameMs()))
        .setUpdatedAtMs(updatedAtMs)
        .build();
  }

  /** The outage that lasts at a time, or null. */
  Outage outageAt(long ms) {
    for (Outage outage : outages) {
      if (ms >= outage.fromMs() && ms < outage.toMs()) {
        return outage;
      }
    }
    return null;
  }
}
