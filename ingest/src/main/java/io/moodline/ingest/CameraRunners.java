package io.moodline.ingest;

import io.moodline.ingest.camera.CameraRunner;
import io.moodline.ingest.flow.Progress;
import io.moodline.schemas.Camera;

/** Makes the runners of cameras; what they decode with and send to is its affair. */
@FunctionalInterface
public interface CameraRunners {

  /**
   * Makes a runner, not yet started; the caller starts and closes it.
   *
   * @param camera what to decode
   * @param progress the session, and what is known of it when it is resumed
   */
  CameraRunner create(Camera camera, Progress progress);
}
