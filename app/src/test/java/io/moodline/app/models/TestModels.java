package io.moodline.app.models;

import io.moodline.detector.models.KnownModel;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** A made-up model and what is needed to fetch it in tests. */
final class TestModels {

  static final String FILE = "model.onnx";

  /** Larger than the pieces that a body comes in, so that it can be cut off between them. */
  static final byte[] CONTENT = content();

  static final Patience IMPATIENT =
      new Patience(Duration.ofSeconds(2), Duration.ofMillis(200), 4, Duration.ofMillis(1));

  private TestModels() {}

  private static byte[] content() {
    byte[] bytes = new byte[50_000];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  static KnownModel model(URI url) {
    return new KnownModel(
        "tiny-1", List.of("tiny"), FILE, url, sha256(CONTENT), CONTENT.length, "MIT", "tests");
  }

  /** Independent of the product's own. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
