package io.moodline.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.schemas.Frame;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class SingleObjectSerdeTest {

  private final Serde<Frame> serde = AvroSerdes.singleObject().serde(Frame.class);
  private final Frame frame =
      Frame.newBuilder()
          .setCameraId("door")
          .setSession(1_700_000_000_000L)
          .setSequence(7)
          .setCapturedAtMs(1_700_000_001_000L)
          .setLive(true)
          .setWidth(2)
          .setHeight(1)
          .setEncoding("image/jpeg")
          .setImage(ByteBuffer.wrap(new byte[] {1, 2, 3}))
          .build();

  @Test
  void aRecordComesBackAsItWas() {
    byte[] bytes = serde.serializer().serialize("t", frame);
    assertThat(bytes[0]).isEqualTo((byte) 0xC3);
    assertThat(bytes[1]).isEqualTo((byte) 0x01);
    assertThat(serde.deserializer().deserialize("t", bytes)).isEqualTo(frame);
  }

  @Test
  void writingTwiceGivesTheSameBytes() {
    byte[] once = serde.serializer().serialize("t", frame);
    Frame read = serde.deserializer().deserialize("t", once);
    assertThat(serde.serializer().serialize("t", read)).isEqualTo(once);
  }

  @Test
  void aTombstoneStaysOne() {
    assertThat(serde.serializer().serialize("t", null)).isNull();
    assertThat(serde.deserializer().deserialize("t", null)).isNull();
  }

  @Test
  void bytesOfAnUnknownSchemaAreRefusedByName() {
    byte[] bytes = serde.serializer().serialize("t", frame);
    bytes[2] ^= 1;
    assertThatThrownBy(() -> serde.deserializer().deserialize("t", bytes))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("unknown schema")
        .hasMessageContaining("Frame");
  }

  @Test
  void rotIsRefused() {
    byte[] bytes = serde.serializer().serialize("t", frame);
    assertThatThrownBy(
            () -> serde.deserializer().deserialize("t", Arrays.copyOf(bytes, bytes.length - 2)))
        .isInstanceOf(SerializationException.class);
    assertThatThrownBy(() -> serde.deserializer().deserialize("t", new byte[] {1, 2}))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("Frame");
  }
}
