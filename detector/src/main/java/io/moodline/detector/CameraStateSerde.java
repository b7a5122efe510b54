package io.moodline.detector;

import io.moodline.detector.tracking.CameraState;
import io.moodline.detector.tracking.CameraStateCodec;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** {@link CameraStateCodec} as Kafka wants it. Thread-safe. */
final class CameraStateSerde implements Serde<CameraState> {

  @Override
  public Serializer<CameraState> serializer() {
    return (topic, state) -> state == null ? null : CameraStateCodec.encode(state);
  }

  @Override
  public Deserializer<CameraState> deserializer() {
    return (topic, bytes) -> bytes == null ? null : decode(topic, bytes);
  }

  private static CameraState decode(String topic, byte[] bytes) {
    try {
      return CameraStateCodec.decode(bytes);
    } catch (IllegalArgumentException e) {
      throw new SerializationException(e.getMessage() + " (in " + topic + ")", e);
    }
  }
}
