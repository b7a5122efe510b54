package io.moodline.app.models;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a download may go: by https, by http only to this computer or where the user said so. */
final class Redirects {

  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

  private Redirects() {}

  /** Where an answer points to, if it is a redirect. */
  static Optional<URI> next(HttpResponse<?> response) throws PullException {
    if (!STATUSES.contains(response.statusCode())) {
      return Optional.empty();
    }
    Optional<String> location = response.headers().firstValue("Location");
    try {
      return Optional.of(response.uri().resolve(location.orElseThrow()));
    } catch (RuntimeException e) {
      throw new PullException(
          Origin.shown(response.uri()) + " redirects to no address that can be followed", e);
    }
  }

  /**
   * @param plain whether the user asked for http
   */
  static void requireAllowed(URI uri, boolean plain) throws PullException {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    boolean allowed =
        scheme.equals("https") || (scheme.equals("http") && (plain || isThisComputer(uri)));
    if (!allowed || uri.getHost() == null) {
      throw new PullException(Origin.shown(uri) + " is not used: only https is");
    }
  }

  static void requireNoDowngrade(URI from, URI to) throws PullException {
    if ("https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme())) {
      throw new PullException(
          Origin.shown(from) + " redirects to " + Origin.shown(to) + ": only https is used");
    }
  }

  /** By the address as written: a name could be made to mean anything. */
  private static boolean isThisComputer(URI uri) {
    String host = String.valueOf(uri.getHost());
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.\\d{1,3}){3}");
  }
}
