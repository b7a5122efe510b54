package io.moodline.app.models;

import io.moodline.detector.models.KnownModel;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a model's bytes come from. */
public sealed interface Origin {

  /**
   * A web server.
   *
   * @param uri https; or http, which is allowed to this computer itself and where the user named it
   * @param plain whether the user named an address with http
   */
  record Web(URI uri, boolean plain) implements Origin {
    @Override
    public String toString() {
      return shown(uri);
    }
  }

  /** A file of this computer, a mounted share or a memory stick. */
  record Local(Path file) implements Origin {
    @Override
    public String toString() {
      return file.toString();
    }
  }

  /** Where the catalogue says. */
  static Origin of(KnownModel model) {
    return new Web(model.url(), false);
  }

  /**
   * Where the user says.
   *
   * @param from a file, a folder that holds the model's file, an address of the file, or one that
   *     ends in a slash and holds it
   * @throws IllegalArgumentException when it is none of these, saying what is allowed
   */
  static Origin parse(String from, KnownModel model) {
    if (!from.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
      Path path = Path.of(from);
      return new Local(Files.isDirectory(path) ? path.resolve(model.file()) : path);
    }
    URI uri = uri(from.endsWith("/") ? from + model.file() : from);
    boolean plain = "http".equalsIgnoreCase(uri.getScheme());
    if (!plain && !"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "--from is " + shown(uri) + ", but must be https://…, http://…, a file or a folder");
    }
    if (uri.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "--from " + shown(uri) + " has a user name before its host: that is not supported");
    }
    return new Web(uri, plain);
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("--from is no address: " + e.getReason(), e);
    }
  }

  /** An address without what may be secret: the user's name and password, and the query. */
  static String shown(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return uri.getScheme() + "://" + uri.getHost() + port + path;
  }
}
