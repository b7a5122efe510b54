package io.moodline.aggregator.webhook;

import io.moodline.config.MoodlineConfig;
import io.moodline.streams.StreamsSettings;
import io.moodline.topics.Topic;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends moments to every configured receiver, each in a thread of its own. */
public final class Webhooks implements AutoCloseable {

  /** A receiver that does not answer is given up for now within its timeout. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private static final int BATCH = 50;
  private static final int GROUP_DIGITS = 16;

  private final Producer<byte[], byte[]> producer;
  private final List<Deliveries> deliveries = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Duration patience;

  private Webhooks(Producer<byte[], byte[]> producer, Duration patience) {
    this.producer = producer;
    this.patience = patience;
  }

  /** Starts to send. */
  public static Webhooks start(MoodlineConfig config, WebhookSettings settings) {
    Webhooks webhooks =
        new Webhooks(
            new KafkaProducer<>(producerSettings(config)), settings.timeout().plus(MARGIN));
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.timeout())
            .build();
    DeadMoments dead = new DeadMoments(config.topics().deadLetters(), webhooks.producer);
    for (URI url : settings.urls()) {
      webhooks.run(
          new Deliveries(
              name(url),
              new Receiver(url, settings, client, Clock.systemUTC()),
              settings,
              config.topics().moments(),
              new KafkaConsumer<>(consumerSettings(config, url)),
              dead));
    }
    return webhooks;
  }

  private void run(Deliveries receiver) {
    deliveries.add(receiver);
    Thread thread = new Thread(receiver, "webhook-" + deliveries.size());
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
  }

  /** For messages: the rest of an address may be a secret. */
  private static String name(URI url) {
    return url.getScheme() + "://" + url.getAuthority();
  }

  /** The consumer group of one receiver; the address itself may hold credentials. */
  static String group(MoodlineConfig config, URI url) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(url.toString().getBytes(StandardCharsets.UTF_8));
      String id = HexFormat.of().formatHex(hash).substring(0, GROUP_DIGITS);
      return StreamsSettings.applicationId(config, "webhook") + "-" + id;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java lacks SHA-256", e);
    }
  }

  private static Properties consumerSettings(MoodlineConfig config, URI url) {
    Properties p = new Properties();
    p.putAll(config.kafkaSettings());
    p.put(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        config.getString(MoodlineConfig.BOOTSTRAP_SERVERS));
    p.put(ConsumerConfig.GROUP_ID_CONFIG, group(config, url));
    p.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    p.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    p.put(
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        IsolationLevel.READ_COMMITTED.toString().toLowerCase(Locale.ROOT));
    p.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
    p.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    p.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return p;
  }

  private static Properties producerSettings(MoodlineConfig config) {
    Properties p = new Properties();
    p.putAll(config.kafkaSettings());
    p.put(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        config.getString(MoodlineConfig.BOOTSTRAP_SERVERS));
    p.put(ProducerConfig.ACKS_CONFIG, "all");
    p.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_RECORD_BYTES);
    p.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    p.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return p;
  }

  @Override
  public void close() {
    deliveries.forEach(Deliveries::stop);
    try {
      for (Thread thread : threads) {
        thread.join(patience.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close(MARGIN);
  }
}
