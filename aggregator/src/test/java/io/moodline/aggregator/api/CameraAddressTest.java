package io.moodline.aggregator.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.moodline.aggregator.Records;
import io.moodline.schemas.Camera;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A camera's password is not shown, and not lost either when the camera is changed. */
class CameraAddressTest extends DoorWithTwoVisitors {

  private Camera stored(String id) {
    return new StreamsStateReader(pipeline.stores()).camera(id).orElseThrow();
  }

  @Test
  void aCameraKeepsItsAddressWhenNoneIsSent() throws Exception {
    String off = "{\"id\":\"door\",\"site\":\"north\",\"enabled\":false,\"source\":null}";
    HttpResponse<String> answer = api.post("/api/v1/cameras", "application/json", off);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("rtsp://***@cam/1").doesNotContain("secret");
    assertThat(stored("door").getEnabled()).isFalse();
    assertThat(stored("door").getSource()).isEqualTo("rtsp://me:secret@cam/1?token=abc&x=1");
  }

  @Test
  void anAddressAsItIsShownIsRefusedWithWhatToDo() throws Exception {
    JsonNode door = api.json("/api/v1/cameras").at("/cameras/0");
    String back = "{\"id\":\"door\",\"source\":" + door.at("/source") + "}";
    HttpResponse<String> answer = api.post("/api/v1/cameras", "application/json", back);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(ServedApi.JSON.readTree(answer.body()).at("/detail").textValue())
        .contains("write the whole address", "leave source out");
    assertThat(stored("door").getSource()).isEqualTo("rtsp://me:secret@cam/1?token=abc&x=1");
  }

  /** Who may not name a file may still switch a camera off that has one. */
  @Test
  void aKeptAddressIsNotJudged() throws Exception {
    pipeline.cameras.pipeInput("till", Records.camera("till", "north", "/srv/x.mp4"));
    Map<String, Object> open = Map.of("aggregator.http.host", "0.0.0.0");
    try (ServedApi wide =
        new ServedApi(new StreamsStateReader(pipeline.stores()), camera -> {}, id -> {}, T, open)) {
      String off = "{\"id\":\"till\",\"enabled\":false}";
      assertThat(wide.post("/api/v1/cameras", "application/json", off).statusCode()).isEqualTo(200);
    }
  }
}
