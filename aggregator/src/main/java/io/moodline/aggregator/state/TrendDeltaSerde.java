package io.moodline.aggregator.state;

import io.moodline.schemas.Trend;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Serde of what goes from cameras' tasks to sites': the clock, the length of the camera's id, the
 * id, and then the record as on the trends topic; without one, only the clock has moved.
 */
public final class TrendDeltaSerde implements Serde<TrendDelta> {

  private final Serde<Trend> trends;

  public TrendDeltaSerde(Serde<Trend> trends) {
    this.trends = trends;
  }

  @Override
  public Serializer<TrendDelta> serializer() {
    Serializer<Trend> serializer = trends.serializer();
    return (topic, delta) -> {
      byte[] camera = delta.cameraId().getBytes(StandardCharsets.UTF_8);
      byte[] sums = delta.sums() == null ? new byte[0] : serializer.serialize(topic, delta.sums());
      return ByteBuffer.allocate(Long.BYTES + 1 + camera.length + sums.length)
          .putLong(delta.throughMs())
          .put((byte) camera.length)
          .put(camera)
          .put(sums)
          .array();
    };
  }

  @Override
  public Deserializer<TrendDelta> deserializer() {
    Deserializer<Trend> deserializer = trends.deserializer();
    return (topic, bytes) -> {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      long through = in.getLong();
      byte[] camera = new byte[in.get()];
      in.get(camera);
      byte[] sums = new byte[in.remaining()];
      in.get(sums);
      return new TrendDelta(
          new String(camera, StandardCharsets.UTF_8),
          through,
          sums.length == 0 ? null : deserializer.deserialize(topic, sums));
    };
  }
}
