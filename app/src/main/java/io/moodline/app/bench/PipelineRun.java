package io.moodline.app.bench;

import io.moodline.app.run.CameraRegistry;
import io.moodline.app.run.TopicReader;
import io.moodline.config.MoodlineConfig;
import io.moodline.schemas.Camera;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.FrameOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/** Feeds cameras to a running pipeline and measures what comes out of it. */
final class PipelineRun {

  private static final Duration POLL = Duration.ofMillis(20);

  private final MoodlineConfig config;
  private final CameraRegistry registry;

  /** Where the process's memory is looked at while work is done. */
  private final ResidentMemory memory;

  PipelineRun(MoodlineConfig config, ResidentMemory memory) {
    this.config = config;
    this.registry = new CameraRegistry(config);
    this.memory = memory;
  }

  /**
   * Has {@code cameras} cameras read a source to its end.
   *
   * @param frames how many frames will come in all
   * @return frames and faces from the first outcome to the last
   * @throws IllegalStateException when frames do not come for a minute
   */
  Throughput throughput(String source, int cameras, long frames) {
    try (Consumer<String, FrameOutcome> outcomes =
        TopicReader.open(config, config.topics().frameOutcomes(), false)) {
      List<Camera> added = cameras(source, cameras, 5);
      long start = System.nanoTime();
      registry.put(added);
      long done = 0;
      long faces = 0;
      long first = 0;
      long last = start;
      while (done < frames) {
        for (ConsumerRecord<String, FrameOutcome> read : outcomes.poll(POLL)) {
          last = System.nanoTime();
          first = first == 0 ? last : first;
          done++;
          faces += read.value().getFaces();
        }
        memory.look();
        if (System.nanoTime() - last > Duration.ofMinutes(1).toNanos()) {
          throw new IllegalStateException(
              "%d of %d frames came, and none for a minute".formatted(done, frames));
        }
      }
      added.forEach(camera -> registry.remove(camera.getId()));
      return new Throughput(done, faces, (last - first) / 1e9);
    }
  }

  /** Has one live camera run for a while; from capture to when a subscriber has the event. */
  Latencies latencies(String source, double fps, Duration time) {
    Latencies latencies = new Latencies();
    try (Consumer<String, EmotionEvent> events =
        TopicReader.open(config, config.topics().emotions(), false)) {
      List<Camera> added = cameras(source, 1, fps);
      registry.put(added);
      long end = System.nanoTime() + time.toNanos();
      while (System.nanoTime() < end) {
        for (ConsumerRecord<String, EmotionEvent> read : events.poll(POLL)) {
          latencies.add(System.currentTimeMillis() - read.value().getCapturedAtMs());
        }
        memory.look();
      }
      added.forEach(camera -> registry.remove(camera.getId()));
    }
    return latencies;
  }

  private List<Camera> cameras(String source, int count, double fps) {
    long now = System.currentTimeMillis();
    int partitions = config.getInt(MoodlineConfig.PARTITIONS);
    List<Camera> cameras = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cameras.add(
          Camera.newBuilder()
              .setId(idIn("bench-" + now + "-" + i, i % partitions, partitions))
              .setSite("bench")
              .setName("bench")
              .setSource(source)
              .setTargetFps(fps)
              .setUpdatedAtMs(now)
              .build());
    }
    return cameras;
  }

  /**
   * An id whose records lie in a given partition. Which partition a camera falls into is chance,
   * and cameras that share one share a thread: the bench must not measure luck.
   */
  private static String idIn(String beginning, int partition, int partitions) {
    for (int i = 0; ; i++) {
      String id = beginning + "-" + i;
      byte[] key = id.getBytes(StandardCharsets.UTF_8);
      if (BuiltInPartitioner.partitionForKey(key, partitions) == partition) {
        return id;
      }
    }
  }
}
