package io.moodline.aggregator.api;

import static io.moodline.aggregator.Records.mostly;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.moodline.aggregator.AggregatorConfig;
import io.moodline.aggregator.Pipeline;
import io.moodline.aggregator.Records;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.Emotion;
import io.moodline.schemas.EmotionEvent;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The document says what the server does. */
class OpenApiTest {

  private static final long T = 1_779_999_960_000L;
  private static final String FACE = "door:" + T + ":0";

  private JsonNode document;
  private Pipeline pipeline;
  private ServedApi api;

  @BeforeEach
  void open() throws Exception {
    try (InputStream in = StaticPages.open("io/moodline/aggregator/openapi.json")) {
      document = ServedApi.JSON.readTree(in);
    }
    pipeline = new Pipeline(Map.of("aggregator.smile.min.faces", 1));
    pipeline.cameras.pipeInput("door", Records.camera("door", "north", "demo"));
    pipeline.statuses.pipeInput("door", Records.status("door", CameraState.STREAMING, T, T, 100));
    for (long at = T; at <= T + 13_000; at += 500) {
      pipeline.frame("door", T, at, Map.of(FACE, mostly(Emotion.HAPPINESS, 0.9)));
    }
    pipeline.wait(Duration.ofSeconds(2));
    api = new ServedApi(new StreamsStateReader(pipeline.stores()), camera -> {}, id -> {}, T);
  }

  @AfterEach
  void close() {
    api.close();
    pipeline.close();
  }

  @Test
  void everyRouteIsInTheDocumentAndTheOtherWayRound() {
    AggregatorConfig config = new AggregatorConfig(Map.of());
    Set<String> served =
        ApiServer.routes(
                config,
                ApiParts.of(
                    config, new StreamsStateReader(pipeline.stores()), null, Clock.systemUTC()))
            .stream()
            .map(route -> route.method().name().toLowerCase(Locale.ROOT) + " " + route.path())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> documented = new TreeSet<>();
    document
        .get("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> documented.add(method + " " + path.getKey())));
    assertThat(documented).isEqualTo(served);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/cameras",
        "/api/v1/faces",
        "/api/v1/faces/{id}/timeline",
        "/api/v1/timelines",
        "/api/v1/sites",
        "/api/v1/trends",
        "/api/v1/moments",
        "/api/v1/health"
      })
  void answersHaveTheFieldsOfTheDocument(String path) throws Exception {
    JsonNode schema =
        document.at("/paths").get(path).at("/get/responses/200/content/application~1json/schema");
    Map<String, String> queries =
        Map.of(
            "/api/v1/trends", "?camera=door&compare=previous-day",
            "/api/v1/timelines", "?series=true");
    String query = queries.getOrDefault(path, "");
    JsonNode answer = api.json(path.replace("{id}", FACE) + query);
    assertMatches(path, schema, answer);
  }

  /** A parameter that does not exist is refused with those that do. */
  @Test
  void parametersAreThoseOfTheDocument() throws Exception {
    for (Map.Entry<String, JsonNode> path : reads().entrySet()) {
      Set<String> documented = new TreeSet<>();
      for (JsonNode parameter : path.getValue().get("parameters")) {
        if (parameter.get("in").textValue().equals("query")) {
          documented.add(parameter.get("name").textValue());
        }
      }
      JsonNode refused = api.json(path.getKey().replace("{id}", "door") + "?nonesuch=1");
      assertThat(refused.at("/parameter").textValue()).as(path.getKey()).isEqualTo("nonesuch");
      assertThat(Set.of(refused.at("/allowed").textValue().split(", ")))
          .as(path.getKey())
          .isEqualTo(documented);
    }
  }

  @Test
  void tablesHaveTheTypeOfTheDocument() throws Exception {
    for (Map.Entry<String, JsonNode> path : reads().entrySet()) {
      if (path.getKey().endsWith(".csv")) {
        HttpResponse<String> answer = api.get(path.getKey());
        assertThat(answer.statusCode()).as(path.getKey()).isEqualTo(200);
        String type = path.getValue().at("/responses/200/content").fieldNames().next();
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(answer.body().lines().count()).as("%s has a row", path.getKey()).isPositive();
      }
    }
  }

  /** Every documented GET of the query API. */
  private Map<String, JsonNode> reads() {
    Map<String, JsonNode> reads = new TreeMap<>();
    document
        .get("paths")
        .fields()
        .forEachRemaining(
            path -> {
              if (path.getKey().startsWith("/api/") && path.getValue().has("get")) {
                reads.put(path.getKey(), path.getValue().get("get"));
              }
            });
    return reads;
  }

  @Test
  void whatTheStreamSendsHasTheFieldsOfTheDocument() throws Exception {
    EmotionEvent seen = Records.event(FACE, T, 1, T, mostly(Emotion.HAPPINESS, 0.9), "BLURRED");
    assertMatches("emotion", schemaOf("StreamEmotion"), tree(StreamView.Emotion.of(seen, "north")));
    CameraStatus status = Records.status("door", CameraState.RECONNECTING, T, T, 1);
    assertMatches("status", schemaOf("StreamStatus"), tree(StreamView.Status.of(status)));
    assertMatches("dropped", schemaOf("StreamDropped"), tree(new StreamView.Dropped(3)));
  }

  private static JsonNode tree(Object view) {
    return ServedApi.JSON.valueToTree(view);
  }

  @Test
  void errorsHaveTheFieldsOfTheDocument() throws Exception {
    assertMatches("problem", schemaOf("Problem"), api.json("/api/v1/faces?limit=0"));
    JsonNode notFound = api.json("/api/v1/faces?camera=attic");
    schemaOf("Problem")
        .get("required")
        .forEach(name -> assertThat(notFound.has(name.textValue())).isTrue());
  }

  @Test
  void theFieldsOfACameraRequestAreThoseThatAreRead() throws Exception {
    String body =
        "{\"id\":\"a\",\"site\":\"s\",\"name\":\"n\",\"source\":\"demo\",\"targetFps\":1,"
            + "\"enabled\":true,\"realtime\":false,\"start\":null,\"detection\":null,"
            + "\"analytics\":null}";
    Set<String> documented = names(schemaOf("CameraRequest").get("properties"));
    assertThat(names(ServedApi.JSON.readTree(body))).isEqualTo(documented);
    assertThat(api.post("/api/v1/cameras", "application/json", body).statusCode()).isEqualTo(201);
  }

  @Test
  void itIsServed() throws Exception {
    assertThat(api.json("/openapi.json")).isEqualTo(document);
  }

  private JsonNode schemaOf(String name) {
    return document.at("/components/schemas").get(name);
  }

  private void assertMatches(String where, JsonNode given, JsonNode value) {
    JsonNode schema = resolved(given, value);
    if (schema.has("properties")) {
      assertThat(names(value)).as(where).isEqualTo(names(schema.get("properties")));
      schema
          .get("properties")
          .fields()
          .forEachRemaining(
              field ->
                  assertMatches(
                      where + "." + field.getKey(), field.getValue(), value.get(field.getKey())));
    } else if (schema.has("items")) {
      assertThat(value).as("%s: the test must have an example", where).isNotEmpty();
      value.forEach(item -> assertMatches(where + "[]", schema.get("items"), item));
    } else {
      assertThat(types(schema)).as("%s = %s", where, value).contains(typeOf(value));
      if (schema.has("enum")) {
        assertThat(schema.get("enum")).as(where).contains(value);
      }
    }
  }

  private JsonNode resolved(JsonNode schema, JsonNode value) {
    JsonNode chosen =
        schema.has("oneOf") ? schema.get("oneOf").get(value.isNull() ? 1 : 0) : schema;
    return chosen.has("$ref") ? document.at(chosen.get("$ref").textValue().substring(1)) : chosen;
  }

  private static Set<String> types(JsonNode schema) {
    Set<String> types = new TreeSet<>();
    JsonNode type = schema.get("type");
    if (type.isArray()) {
      type.forEach(t -> types.add(t.textValue()));
    } else {
      types.add(type.textValue());
    }
    if (types.contains("number")) {
      types.add("integer");
    }
    return types;
  }

  private static String typeOf(JsonNode value) {
    if (value.isIntegralNumber()) {
      return "integer";
    }
    return value.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
