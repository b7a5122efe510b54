package io.moodline.aggregator.photo;

import io.moodline.config.MoodlineConfig;
import io.moodline.schemas.MomentPhoto;
import io.moodline.streams.StreamsSettings;
import io.moodline.topics.Topic;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The Kafka clients of {@link PhotoKeeper}. */
final class PhotoClients {

  private static final int BATCH = 16;

  private PhotoClients() {}

  static Consumer<byte[], byte[]> consumer(MoodlineConfig config) {
    Properties p = new Properties();
    p.putAll(config.kafkaSettings());
    p.put(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        config.getString(MoodlineConfig.BOOTSTRAP_SERVERS));
    p.put(ConsumerConfig.GROUP_ID_CONFIG, StreamsSettings.applicationId(config, "photos"));
    // A camera's frames and moments lie in the same partition number; the same member reads both.
    p.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        List.of(RangeAssignor.class.getName()));
    p.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    p.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    p.put(
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        IsolationLevel.READ_COMMITTED.toString().toLowerCase(Locale.ROOT));
    p.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
    p.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topic.MAX_RECORD_BYTES);
    p.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 2 * Topic.MAX_RECORD_BYTES);
    return new KafkaConsumer<>(p, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  static Producer<String, MomentPhoto> producer(MoodlineConfig config) {
    Properties p = new Properties();
    p.putAll(config.kafkaSettings());
    p.put(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        config.getString(MoodlineConfig.BOOTSTRAP_SERVERS));
    p.put(ProducerConfig.ACKS_CONFIG, "all");
    p.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_RECORD_BYTES);
    Topic<String, MomentPhoto> photos = config.topics().momentPhotos();
    return new KafkaProducer<>(p, photos.keys().serializer(), photos.values().serializer());
  }
}
