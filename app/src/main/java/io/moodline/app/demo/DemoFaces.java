package io.moodline.app.demo;

import io.moodline.trainer.facebasis.FaceBasis;
import io.moodline.trainer.facebasis.FaceBasisFile;
import java.io.IOException;
import java.io.InputStream;

/** The face basis that comes with the demo. */
public final class DemoFaces {

  private static final String FILE = "face-basis.bin.gz";

  private DemoFaces() {}

  /**
   * Reads the bundled basis.
   *
   * @throws IOException when it is absent or damaged; the message says which
   */
  public static FaceBasis load() throws IOException {
    try (InputStream in = DemoFaces.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException("the demo's " + FILE + " is missing from this build");
      }
      return FaceBasisFile.read(FILE, in);
    }
  }
}
