package io.moodline.app.models;

import io.moodline.detector.models.KnownModel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One try to fetch the rest of a file. What came stays in the unfinished file, so that the next try
 * goes on from there. Thread-safe.
 *
 * <p>Ranges, If-Range and entity tags as in RFC 9110, sections 13 and 14.
 */
final class HttpFetch {

  private static final int MAX_REDIRECTS = 5;

  private final HttpClient client;
  private final Duration timeout;

  /**
   * @param connectTimeout longest wait for a connection
   * @param timeout longest wait for an answer, and then for each piece of it
   */
  HttpFetch(Duration connectTimeout, Duration timeout) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connectTimeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.timeout = timeout;
  }

  /**
   * Fetches what is missing.
   *
   * @throws PullException when another try would be of no use
   * @throws IOException when it may be
   */
  void fetch(KnownModel model, Origin.Web origin, PartFile part, PullListener listener)
      throws IOException, InterruptedException {
    HttpResponse<TimedBody> response = ask(origin, part);
    try (TimedBody body = response.body()) {
      begin(new Answer(response), model, part);
      listener.begins(origin.toString(), part.length());
      receive(body, model, part, listener);
    } catch (TimedBody.BrokenException e) {
      throw new IOException(origin + ": " + e.getMessage(), e);
    }
  }

  private HttpResponse<TimedBody> ask(Origin.Web origin, PartFile part)
      throws IOException, InterruptedException {
    URI uri = origin.uri();
    for (int i = 0; i <= MAX_REDIRECTS; i++) {
      Redirects.requireAllowed(uri, origin.plain());
      HttpResponse<TimedBody> response = send(request(uri, part));
      Optional<URI> next = Redirects.next(response);
      if (next.isEmpty()) {
        return response;
      }
      response.body().close();
      Redirects.requireNoDowngrade(uri, next.get());
      uri = next.get();
    }
    throw new PullException(origin + " redirects more than " + MAX_REDIRECTS + " times");
  }

  private HttpResponse<TimedBody> send(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return client.send(request, headers -> new TimedBody());
    } catch (IOException e) {
      throw new IOException(NetworkFaults.reason(request.uri(), e), e);
    }
  }

  private HttpRequest request(URI uri, PartFile part) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).timeout(timeout).header("Accept-Encoding", "identity");
    long there = part.length();
    if (there > 0) {
      request.header("Range", "bytes=" + there + "-");
      part.etag().ifPresent(etag -> request.header("If-Range", etag));
    }
    return request.build();
  }

  /** Makes the unfinished file ready for the body, or says why the body is not wanted. */
  private static void begin(Answer answer, KnownModel model, PartFile part) throws IOException {
    answer.requireSuccess();
    long there = part.length();
    if (answer.isPart()) {
      if (!answer.continues(there, part.etag())) {
        part.discard();
        throw new IOException(answer.origin() + " sent another part than was asked for");
      }
    } else if (answer.isUnsatisfiable()) {
      part.discard();
      throw new IOException(answer.origin() + " has no bytes after the first " + there);
    }
    answer.requireSize(model.size());
    if (!answer.isPart()) {
      // The whole file, either because nothing was there, or because the server changed its file
      // or knows no ranges.
      part.restart(answer.strongEtag());
    }
  }

  private void receive(TimedBody body, KnownModel model, PartFile part, PullListener listener)
      throws IOException, InterruptedException {
    long there = part.length();
    List<ByteBuffer> pieces = body.next(timeout);
    while (!pieces.isEmpty()) {
      for (ByteBuffer piece : pieces) {
        there += piece.remaining();
        if (there > model.size()) {
          throw new PullException(
              "more bytes came than the %d of %s".formatted(model.size(), model.file()));
        }
        part.append(piece);
      }
      listener.received(there, model.size());
      pieces = body.next(timeout);
    }
    if (there < model.size()) {
      throw new TimedBody.BrokenException(
          "it ended after %d of %d bytes".formatted(there, model.size()), null);
    }
  }
}
