package io.moodline.aggregator.api;

import static io.moodline.aggregator.Records.mostly;

import com.fasterxml.jackson.databind.JsonNode;
import io.moodline.aggregator.Pipeline;
import io.moodline.aggregator.Records;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.Emotion;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A query API over a camera that has seen two people, one of whom is still there. */
abstract class DoorWithTwoVisitors {

  /** A multiple of a minute. */
  static final long T = 1_779_999_960_000L;

  static final double[] HAPPY = mostly(Emotion.HAPPINESS, 0.93);
  static final double[] SAD = mostly(Emotion.SADNESS, 0.93);

  Pipeline pipeline;
  ServedApi api;
  String first;
  String second;

  @BeforeEach
  void aDoorWithTwoVisitors() {
    pipeline = new Pipeline(Map.of());
    pipeline.cameras.pipeInput(
        "door", Records.camera("door", "north", "rtsp://me:secret@cam/1?token=abc&x=1"));
    pipeline.cameras.pipeInput("till", Records.camera("till", "north", "demo"));
    pipeline.statuses.pipeInput("door", Records.status("door", CameraState.STREAMING, T, T, 170));
    first = "door:" + T + ":0";
    second = "door:" + (T + 30_000) + ":0";
    for (long at = T; at <= T + 5_000; at += 200) {
      pipeline.frame("door", T, at, Map.of(first, SAD));
    }
    for (long at = T + 5_200; at < T + 20_000; at += 200) {
      pipeline.frame("door", T, at, Map.of());
    }
    for (long at = T + 30_000; at <= T + 33_000; at += 200) {
      pipeline.frame("door", T, at, Map.of(second, HAPPY));
    }
    api =
        new ServedApi(
            new StreamsStateReader(pipeline.stores()),
            camera -> pipeline.cameras.pipeInput(camera.getId(), camera),
            id -> pipeline.cameras.pipeInput(id, null),
            T + 35_000);
  }

  @AfterEach
  void close() {
    api.close();
    pipeline.close();
  }

  static List<String> ids(JsonNode faces) {
    List<String> ids = new ArrayList<>();
    faces.forEach(face -> ids.add(face.get("id").textValue()));
    return ids;
  }

  /** All that comes until the connection ends. */
  static String raw(int port, String host, String path) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
