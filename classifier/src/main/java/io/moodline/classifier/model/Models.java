package io.moodline.classifier.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Finds models: those that come with the product, and any ONNX file with a card beside it. */
public final class Models {

  /** Name of the model that is used when none is named. */
  public static final String BUNDLED = "moodnet";

  /** Names of all models that come with the product. */
  public static final List<String> ALL_BUNDLED =
      List.of(BUNDLED, "moodnet.fer2013", "moodnet-small", "moodnet-small.fer2013");

  private static final String RESOURCES = "/io/moodline/classifier/models/";
  private static final String ONNX = ".onnx";
  private static final String CARD = ".json";

  private Models() {}

  /**
   * Loads a model as the configuration names it.
   *
   * @param model name of a bundled model, path of an ONNX file or of a card, or empty for the
   *     default model
   * @throws ModelException when it cannot be used, saying why
   */
  public static LoadedModel of(String model) {
    if (model.isBlank()) {
      return bundled(BUNDLED);
    }
    return ALL_BUNDLED.contains(model) ? bundled(model) : load(Path.of(model));
  }

  /** The model that is used when none is named. */
  public static LoadedModel bundled() {
    return bundled(BUNDLED);
  }

  private static LoadedModel bundled(String name) {
    String cardOrigin = "bundled " + name + CARD;
    byte[] json = resource(name + CARD);
    String file = ModelCardReader.read(cardOrigin, json).file();
    return checked("bundled " + file, file, resource(file), cardOrigin, json);
  }

  /**
   * Loads {@code NAME.onnx} with {@code NAME.json} beside it; or, of the path of a card, that card
   * with the ONNX file beside it that it names: so one file whose graph has two outputs can have
   * two cards.
   *
   * @throws ModelException when one of them is absent or wrong, saying what
   */
  public static LoadedModel load(Path path) {
    String file = path.getFileName() == null ? "" : path.getFileName().toString();
    if (!file.endsWith(ONNX) && !file.endsWith(CARD)) {
      throw new ModelException(
          path
              + ": a model's file must end in "
              + ONNX
              + ", its card in "
              + CARD
              + "; or name a bundled model: "
              + String.join(", ", ALL_BUNDLED));
    }
    if (!Files.isRegularFile(path)) {
      throw new ModelException(path + ": there is no such file");
    }
    return file.endsWith(CARD) ? byCard(path) : byFile(path, file);
  }

  private static LoadedModel byFile(Path onnx, String file) {
    Path card = onnx.resolveSibling(file.substring(0, file.length() - ONNX.length()) + CARD);
    if (!Files.isRegularFile(card)) {
      throw new ModelException(
          onnx + ": its card is missing; it must be " + card + ", see docs/model-cards.md");
    }
    return checked(onnx.toString(), file, bytes(onnx), card.toString(), bytes(card));
  }

  private static LoadedModel byCard(Path card) {
    byte[] json = bytes(card);
    String file = ModelCardReader.read(card.toString(), json).file();
    Path onnx = card.resolveSibling(file);
    if (!Files.isRegularFile(onnx)) {
      throw new ModelException(card + ": the file that it names is missing: " + onnx);
    }
    return checked(onnx.toString(), file, bytes(onnx), card.toString(), json);
  }

  private static LoadedModel checked(
      String origin, String file, byte[] onnx, String cardOrigin, byte[] json) {
    ModelCard card = ModelCardReader.read(cardOrigin, json);
    if (!card.file().equals(file)) {
      throw new ModelException(
          cardOrigin + ": file is \"" + card.file() + "\", but must be \"" + file + "\"");
    }
    String sha256 = sha256(onnx);
    if (!card.sha256().equals(sha256)) {
      throw new ModelException(
          cardOrigin
              + ": sha256 is "
              + card.sha256()
              + ", but that of "
              + origin
              + " is "
              + sha256
              + ": the file is damaged, or the card is another model's");
    }
    return new LoadedModel(card, onnx, origin);
  }

  /** The SHA-256 of a file's content, in lower-case hexadecimal digits. */
  public static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new ModelException(path + ": cannot be read: " + e, e);
    }
  }

  private static byte[] resource(String name) {
    try (InputStream in = Models.class.getResourceAsStream(RESOURCES + name)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + RESOURCES + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
