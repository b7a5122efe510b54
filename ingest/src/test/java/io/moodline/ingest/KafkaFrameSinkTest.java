package io.moodline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.schemas.Frame;
import io.moodline.serde.AvroSerdes;
import io.moodline.streams.FrameHeader;
import io.moodline.topics.Topics;
import java.nio.ByteBuffer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class KafkaFrameSinkTest {

  private final Topics topics = new Topics("test", AvroSerdes.singleObject());
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

  @Test
  void aFramesRecordTellsOfWhichFrameItIs() {
    try (KafkaFrameSink sink = new KafkaFrameSink(producer, topics)) {
      sink.send(
          Frame.newBuilder()
              .setCameraId("door")
              .setSession(100)
              .setSequence(7)
              .setCapturedAtMs(1234)
              .setLive(true)
              .setWidth(4)
              .setHeight(2)
              .setEncoding("image/jpeg")
              .setImage(ByteBuffer.wrap(new byte[] {1}))
              .build());
    }
    assertThat(producer.history()).hasSize(1);
    ProducerRecord<byte[], byte[]> sent = producer.history().get(0);
    assertThat(sent.topic()).isEqualTo(topics.frames().name());
    assertThat(sent.headers().toArray()).containsExactly(new FrameHeader(100, 7, 1234).toHeader());
  }
}
