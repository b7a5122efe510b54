package io.moodline.aggregator.api;

import io.moodline.schemas.Camera;

/** Writes the camera registry. Thread-safe. Returns when the registry has it. */
public interface CameraWriter {

  /**
   * Adds or replaces a camera.
   *
   * @throws NotReadyException when the registry cannot be written
   */
  void put(Camera camera);

  /**
   * Removes a camera.
   *
   * @throws NotReadyException when the registry cannot be written
   */
  void remove(String cameraId);
}
