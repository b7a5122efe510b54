package io.moodline.app.cli;

import io.moodline.app.run.TopicReader;
import io.moodline.topics.Topic;
import io.moodline.topics.Topics;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the records of a topic as JSON lines. */
@Command(
    name = "watch",
    description = "Prints the records of a topic as JSON lines, as they come.",
    mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(WatchCommand.class);

  private static final Map<String, Function<Topics, Topic<String, ? extends SpecificRecord>>>
      WATCHABLE = watchable();

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Parameters(
      paramLabel = "TOPIC",
      description =
          "emotions, face-timelines, trends, moments, camera-status, frame-outcomes or faces.")
  private String topic;

  @Option(names = "--from-beginning", description = "Begin with what the topic already holds.")
  private boolean fromBeginning;

  @Option(names = "--camera", paramLabel = "ID", description = "Only this camera.")
  private String camera;

  @Option(names = "--max", paramLabel = "N", description = "End after N records.")
  private long max = Long.MAX_VALUE;

  @Override
  public Integer call() {
    Function<Topics, Topic<String, ? extends SpecificRecord>> found = WATCHABLE.get(topic);
    if (found == null) {
      throw new ParameterException(
          spec.commandLine(),
          "\""
              + topic
              + "\" cannot be watched; there are "
              + String.join(", ", WATCHABLE.keySet()));
    }
    CommonConfig config = common.settings().common();
    return print(config, found.apply(config.topics()));
  }

  private <V extends SpecificRecord> int print(CommonConfig config, Topic<String, V> source) {
    PrintWriter out = spec.commandLine().getOut();
    try (Consumer<String, V> consumer = TopicReader.open(config, source, fromBeginning)) {
      long printed = 0;
      while (printed < max) {
        for (ConsumerRecord<String, V> read : poll(consumer)) {
          if (printed < max && read.value() != null && concerns(read.value())) {
            out.println(RecordJson.of(read.value()));
            printed++;
          }
        }
        out.flush();
        if (out.checkError()) {
          return 0; // Nobody reads any more, as after `| head`.
        }
      }
      return 0;
    }
  }

  /** What cannot be read is skipped, as every other reader of the topic has to. */
  private static <V> ConsumerRecords<String, V> poll(Consumer<String, V> consumer) {
    try {
      return consumer.poll(Duration.ofMillis(500));
    } catch (RecordDeserializationException e) {
      LOG.warn("skipped an unreadable record: {}", e.getMessage());
      consumer.seek(e.topicPartition(), e.offset() + 1);
      return ConsumerRecords.empty();
    }
  }

  private boolean concerns(IndexedRecord value) {
    if (camera == null) {
      return true;
    }
    for (String name : new String[] {"cameraId", "id"}) {
      if (value.getSchema().getField(name) != null) {
        return camera.equals(value.get(value.getSchema().getField(name).pos()).toString());
      }
    }
    return false;
  }

  private static Map<String, Function<Topics, Topic<String, ? extends SpecificRecord>>>
      watchable() {
    Map<String, Function<Topics, Topic<String, ? extends SpecificRecord>>> all =
        new LinkedHashMap<>();
    all.put("emotions", Topics::emotions);
    all.put("face-timelines", Topics::faceTimelines);
    all.put("trends", Topics::trends);
    all.put("moments", Topics::moments);
    all.put("camera-status", Topics::cameraStatus);
    all.put("frame-outcomes", Topics::frameOutcomes);
    all.put("faces", Topics::faces);
    return all;
  }
}
