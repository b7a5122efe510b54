package io.moodline.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who allows photos must not be told of less than is kept, nor for how long. */
class ConsentTextsTest {

  private static final Path RESOURCES = Path.of("src/main/resources");

  private final AggregatorConfig config = new AggregatorConfig(Map.of());
  private final long photoDays =
      Duration.ofMillis(config.getLong(MomentKeys.PHOTO_RETENTION_MS)).toDays();
  private final long refusedDays = config.topics().deadLetters().retention().toDays();

  @Test
  void thePageTellsWhatIsKeptOfPictures() throws Exception {
    assertThat(Files.readString(RESOURCES.resolve("web/parts/camerafields.js")))
        .contains("no photo of a smile is kept", "is kept for " + photoDays + " days")
        .contains("is held for " + refusedDays + " days");
  }

  @Test
  void theDocumentOfTheApiDoesToo() throws Exception {
    Path document = RESOURCES.resolve("io/moodline/aggregator/openapi.json");
    String text =
        new ObjectMapper()
            .readTree(document.toFile())
            .at("/components/schemas/Analytics/properties/keepPhotos/description")
            .textValue();
    assertThat(text)
        .contains("no photo of a smile is kept", "for " + photoDays + " days")
        .contains("held on dead-letters for " + refusedDays + " days");
  }
}
