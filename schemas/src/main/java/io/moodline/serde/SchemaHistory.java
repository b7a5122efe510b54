package io.moodline.serde;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Every version of every topic's schema that was ever released, oldest first, from the class path.
 *
 * <p>A record written years ago is read with the schema that wrote it, found by its fingerprint;
 * the build checks that each version can be read as, and written for, every other (FULL
 * compatibility).
 */
public final class SchemaHistory {

  private static final String FOLDER = "/avro-history/";

  private SchemaHistory() {}

  /**
   * Returns the released versions of a schema.
   *
   * @param recordName simple name of the record, such as {@code Frame}
   * @return the versions, oldest first; empty when none was released
   */
  public static List<Schema> versionsOf(String recordName) {
    List<Schema> versions = new ArrayList<>();
    for (int version = 1; ; version++) {
      String resource = FOLDER + recordName + ".v" + version + ".avsc";
      try (InputStream in = SchemaHistory.class.getResourceAsStream(resource)) {
        if (in == null) {
          return List.copyOf(versions);
        }
        versions.add(new Schema.Parser().parse(in));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + resource, e);
      }
    }
  }
}
