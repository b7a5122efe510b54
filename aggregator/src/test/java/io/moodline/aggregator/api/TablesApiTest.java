package io.moodline.aggregator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.Records;
import io.moodline.aggregator.stores.Stores;
import io.moodline.schemas.Camera;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Lists as CSV. */
class TablesApiTest extends DoorWithTwoVisitors {

  @Test
  void whatIsListedCanBeHadAsATable() throws Exception {
    HttpResponse<String> faces = api.get("/api/v1/faces/export.csv?camera=door");
    assertThat(faces.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(faces.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("faces.csv");
    List<String> rows = faces.body().lines().toList();
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0)).startsWith("id,camera,firstSeen [UTC],").contains("[0-100]");
    assertThat(rows.get(1)).startsWith(second + ",door,2026-05-28T20:26:30Z,");
    assertThat(rows.get(2)).startsWith(first + ",").contains(",SADNESS,");
    assertThat(api.get("/api/v1/faces/export.csv?limit=1").body().lines()).hasSize(2);

    String range = "&from=" + T + "&to=" + (T + 50_000);
    List<String> windows =
        api.get("/api/v1/trends/export.csv?camera=door" + range).body().lines().toList();
    assertThat(windows).hasSize(6);
    assertThat(windows.get(1)).startsWith("CAMERA,door,10s,UTC,asked,2026-05-28T20:26:00Z,");
    List<String> stretches = api.get("/api/v1/timelines/export.csv").body().lines().toList();
    assertThat(stretches.get(2)).contains("SADNESS").contains(",5.0,");
    assertThat(api.get("/api/v1/moments/export.csv").body()).startsWith("id,kind,camera,at [UTC]");
    assertThat(api.get("/api/v1/faces/export.csv?limit=0").statusCode()).isEqualTo(400);
  }

  @Test
  void aTableHasNoCredentialsAndNoFormula() throws Exception {
    pipeline.cameras.pipeInput(
        "yard", Camera.newBuilder(Records.camera("yard", "south", "demo")).setName("=1+1").build());
    String cameras = api.get("/api/v1/cameras/export.csv").body();
    assertThat(cameras).contains("rtsp://***@cam/1").doesNotContain("secret").doesNotContain("abc");
    assertThat(cameras).contains("yard,south,UTC,'=1+1,demo,");
  }

  /** More than fits into a page; each is there once. */
  @Test
  void aTableIsWholeHoweverLong() throws Exception {
    for (int i = 0; i < 1_100; i++) {
      pipeline.frame("till", T, T + i * 100, Map.of("till:" + (T + i * 100) + ":0", SAD));
    }
    List<String> rows = api.get("/api/v1/faces/export.csv?camera=till").body().lines().toList();
    assertThat(rows).hasSize(1_101).doesNotHaveDuplicates();
  }

  /** What a client sees of a whole answer in chunks ends with an empty one. */
  @Test
  void aTableThatBreaksOffHasNoEnd() throws Exception {
    for (int i = 0; i < 1_100; i++) {
      pipeline.frame("till", T, T + i * 100, Map.of("till:" + (T + i * 100) + ":0", SAD));
    }
    String path = "/api/v1/faces/export.csv?camera=till";
    assertThat(raw(api.server.port(), "127.0.0.1", path)).endsWith("\r\n0\r\n\r\n");
    AtomicInteger read = new AtomicInteger();
    Stores failing =
        (Stores)
            Proxy.newProxyInstance(
                Stores.class.getClassLoader(),
                new Class<?>[] {Stores.class},
                (proxy, method, arguments) -> {
                  boolean first = method.getName().equals("first");
                  if (first && read.get() >= 700) {
                    throw new NotReadyException("it was only a test", null);
                  }
                  Object answer = method.invoke(pipeline.stores(), arguments);
                  read.addAndGet(first ? ((List<?>) answer).size() : 0);
                  return answer;
                });
    try (ServedApi broken =
        new ServedApi(new StreamsStateReader(failing), camera -> {}, id -> {}, T)) {
      String answer = raw(broken.server.port(), "127.0.0.1", path);
      assertThat(answer).startsWith("HTTP/1.1 200").contains("till:" + (T + 109_000) + ":0");
      assertThat(answer).doesNotEndWith("\r\n0\r\n\r\n").doesNotContain("Content-Length");
    }
  }
}
