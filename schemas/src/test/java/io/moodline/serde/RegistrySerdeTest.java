package io.moodline.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.moodline.schemas.Emotion;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import io.moodline.schemas.Segment;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The registry wire format, against a real registry: run one and say where with {@code
 * -Dmoodline.registry.url=http://127.0.0.1:8081/apis/registry/v3}.
 */
class RegistrySerdeTest {

  private String url;

  @BeforeEach
  void needsARegistry() {
    url = System.getProperty("moodline.registry.url", "");
    assumeTrue(!url.isEmpty(), "no registry: moodline.registry.url is not set");
  }

  @Test
  void aRecordComesBackAsItWas() {
    FrameOutcome outcome =
        FrameOutcome.newBuilder()
            .setCameraId("door")
            .setSession(1)
            .setSequence(2)
            .setCapturedAtMs(3)
            .setOutcome(Outcome.SHED)
            .setStage("ingest")
            .setFaces(0)
            .setReason("too old")
            .build();
    Serde<FrameOutcome> serde = AvroSerdes.of(url).serde(FrameOutcome.class);
    byte[] bytes = serde.serializer().serialize("moodline.frame-outcomes", outcome);
    assertThat(bytes[0]).as("magic byte").isZero();
    assertThat(ByteBuffer.wrap(bytes, 1, 4).getInt()).as("schema id").isPositive();
    assertThat(serde.deserializer().deserialize("moodline.frame-outcomes", bytes))
        .isEqualTo(outcome);
  }

  @Test
  void enumsAndNestedRecordsComeBackToo() {
    Segment segment =
        Segment.newBuilder()
            .setEmotion(Emotion.SADNESS)
            .setFromMs(1)
            .setToMs(2)
            .setMeanConfidence(0.5f)
            .build();
    Serde<Segment> serde = AvroSerdes.of(url).serde(Segment.class);
    byte[] bytes = serde.serializer().serialize("moodline.test", segment);
    assertThat(serde.deserializer().deserialize("moodline.test", bytes)).isEqualTo(segment);
  }
}
