package io.moodline.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.schemas.Camera;
import io.moodline.streams.StreamsSettings;
import io.moodline.topics.Topic;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry of cameras is a global table, whose thread has no producer for dead letters. */
class BrokenCameraTest {

  @TempDir Path folder;

  @Test
  void aRecordThatCannotBeReadEndsNoAggregator() {
    AggregatorConfig config =
        new AggregatorConfig(Map.of(AggregatorConfig.STATE_DIR, folder.toString()));
    Properties settings = StreamsSettings.of(config, "aggregator", 1);
    Topic<String, Camera> cameras = config.topics().cameras();
    byte[] valid =
        cameras
            .values()
            .serializer()
            .serialize(cameras.name(), Records.camera("till", "north", "demo"));
    try (TopologyTestDriver driver =
        new TopologyTestDriver(AggregatorTopology.build(config, settings), settings)) {
      TestInputTopic<String, byte[]> in =
          driver.createInputTopic(
              cameras.name(), cameras.keys().serializer(), new ByteArraySerializer());
      in.pipeInput("door", new byte[] {1, 2, 3});
      in.pipeInput("till", valid);
      KeyValueStore<String, ValueAndTimestamp<Camera>> known =
          driver.getTimestampedKeyValueStore(StoreNames.CAMERAS);
      assertThat(known.get("door")).isNull();
      assertThat(known.get("till").value().getSite()).isEqualTo("north");
    }
  }
}
