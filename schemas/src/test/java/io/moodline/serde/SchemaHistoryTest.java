package io.moodline.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.FaceTimeline;
import io.moodline.schemas.Frame;
import io.moodline.schemas.FrameFaces;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Moment;
import io.moodline.schemas.MomentPhoto;
import io.moodline.schemas.Trend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Schemas evolve with FULL compatibility. After changing one on purpose, record the new version
 * with {@code mvn -pl schemas test -Dmoodline.record.schemas=true} and commit it.
 */
class SchemaHistoryTest {

  static Stream<Schema> current() {
    return Stream.of(
        Camera.getClassSchema(),
        CameraStatus.getClassSchema(),
        Frame.getClassSchema(),
        FrameFaces.getClassSchema(),
        FrameOutcome.getClassSchema(),
        EmotionEvent.getClassSchema(),
        FaceTimeline.getClassSchema(),
        Trend.getClassSchema(),
        Moment.getClassSchema(),
        MomentPhoto.getClassSchema());
  }

  @ParameterizedTest
  @MethodSource("current")
  void theCurrentSchemaIsTheLastRecordedVersion(Schema schema) throws IOException {
    List<Schema> versions = SchemaHistory.versionsOf(schema.getName());
    if (Boolean.getBoolean("moodline.record.schemas") && !isLast(schema, versions)) {
      Path file =
          Path.of(
              "src/main/resources/avro-history",
              schema.getName() + ".v" + (versions.size() + 1) + ".avsc");
      Files.writeString(file, schema.toString(true) + "\n");
      return;
    }
    assertThat(isLast(schema, versions))
        .as("%s differs from its last recorded version: record a new one", schema.getName())
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("current")
  void everyVersionReadsEveryOther(Schema schema) {
    List<Schema> versions = SchemaHistory.versionsOf(schema.getName());
    for (Schema reader : versions) {
      for (Schema writer : versions) {
        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType())
            .as("%s: one version reads another", schema.getName())
            .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("current")
  void everyFieldSaysWhatItMeans(Schema schema) {
    for (Schema.Field field : schema.getFields()) {
      assertThat(field.doc()).as("%s.%s", schema.getName(), field.name()).isNotBlank();
    }
  }

  private static boolean isLast(Schema schema, List<Schema> versions) {
    return !versions.isEmpty()
        && SchemaNormalization.parsingFingerprint64(versions.get(versions.size() - 1))
            == SchemaNormalization.parsingFingerprint64(schema);
  }
}
