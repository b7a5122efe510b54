package io.moodline.aggregator.webhook;

import io.moodline.aggregator.api.MomentJson;
import io.moodline.schemas.Moment;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;

/** One address that moments are sent to. Thread-safe. */
final class Receiver {

  private final URI url;
  private final WebhookSettings settings;
  private final HttpClient client;
  private final Clock clock;

  Receiver(URI url, WebhookSettings settings, HttpClient client, Clock clock) {
    this.url = url;
    this.settings = settings;
    this.client = client;
    this.clock = clock;
  }

  /** Tries once. A redirect is not followed: it could lead anywhere. */
  Answer send(Moment moment) throws InterruptedException {
    byte[] body = MomentJson.of(moment);
    String timestamp = Long.toString(clock.millis());
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(settings.timeout())
            .header("Content-Type", "application/json")
            .header("User-Agent", "moodline")
            .header("X-Moodline-Delivery", moment.getId())
            .header("X-Moodline-Timestamp", timestamp)
            .header("X-Moodline-Signature", Signature.of(settings.secret(), timestamp, body))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      // The status says it all; an endless body must not keep us.
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      response.body().close();
      return Answer.ofStatus(response.statusCode());
    } catch (IOException e) {
      return Answer.unreached(e);
    } catch (IllegalArgumentException | SecurityException e) {
      return new Answer(Answer.Outcome.REFUSED, "it cannot be sent to: " + e.getMessage());
    }
  }
}
