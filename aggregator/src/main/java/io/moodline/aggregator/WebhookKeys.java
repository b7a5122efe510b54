package io.moodline.aggregator;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.PASSWORD;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import io.moodline.aggregator.webhook.Backoff;
import io.moodline.aggregator.webhook.WebhookSettings;
import io.moodline.config.Validators;
import io.moodline.schemas.MomentKind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;

/** What the sender of moments is told. */
final class WebhookKeys {

  static final String URLS = "aggregator.webhook.urls";
  static final String SECRET = "aggregator.webhook.secret";
  static final String KINDS = "aggregator.webhook.kinds";
  static final String TIMEOUT_MS = "aggregator.webhook.timeout.ms";
  static final String ATTEMPTS = "aggregator.webhook.attempts";
  static final String BACKOFF_MS = "aggregator.webhook.backoff.ms";
  static final String BACKOFF_MAX_MS = "aggregator.webhook.backoff.max.ms";

  private static final int MOST_URLS = 20;

  private WebhookKeys() {}

  static void define(ConfigDef keys) {
    keys.define(
            URLS,
            STRING,
            "",
            // The value is not repeated in the message: an address may be a secret.
            ConfigDef.LambdaValidator.with(
                WebhookKeys::check, () -> "http and https URLs, separated by commas"),
            MEDIUM,
            "Addresses that every moment is sent to, separated by commas, at most 20. Empty: none.")
        .define(
            SECRET,
            PASSWORD,
            "",
            MEDIUM,
            "Secret with which what is sent is signed (HMAC-SHA256), so that receivers can tell that"
                + " it is from here. Needed when there are addresses.")
        .define(
            KINDS,
            STRING,
            "",
            Validators.parsedBy(WebhookKeys::kinds, "kinds of moments, separated by commas"),
            MEDIUM,
            "Which kinds of moments are sent, such as GROUP_SMILE,CAMERA_DOWN. Empty: all.")
        .define(
            TIMEOUT_MS,
            LONG,
            Duration.ofSeconds(10).toMillis(),
            Range.between(10, Duration.ofMinutes(2).toMillis()),
            LOW,
            "How long a receiver may take to answer, milliseconds.")
        .define(
            ATTEMPTS,
            INT,
            10,
            Range.between(1, 1_000),
            LOW,
            "How often a delivery is tried before it becomes a dead letter.")
        .define(
            BACKOFF_MS,
            LONG,
            Duration.ofSeconds(1).toMillis(),
            Range.between(1, Duration.ofHours(1).toMillis()),
            LOW,
            "The wait before the second attempt, milliseconds; then twice as long each time.")
        .define(
            BACKOFF_MAX_MS,
            LONG,
            Duration.ofMinutes(1).toMillis(),
            Range.between(1, Duration.ofHours(24).toMillis()),
            LOW,
            "The longest wait between two attempts, milliseconds.");
  }

  static WebhookSettings read(AbstractConfig config) {
    List<URI> urls = urls(config.getString(URLS));
    String secret = config.getPassword(SECRET).value();
    if (!urls.isEmpty() && secret.isEmpty()) {
      throw new ConfigException(
          SECRET,
          "[empty]",
          "must be set when " + URLS + " is, so that receivers can tell who sent");
    }
    return new WebhookSettings(
        urls,
        secret.getBytes(StandardCharsets.UTF_8),
        kinds(config.getString(KINDS)),
        Duration.ofMillis(config.getLong(TIMEOUT_MS)),
        config.getInt(ATTEMPTS),
        new Backoff(config.getLong(BACKOFF_MS), config.getLong(BACKOFF_MAX_MS)));
  }

  private static List<String> parts(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .distinct()
        .toList();
  }

  private static void check(String key, Object value) {
    try {
      urls((String) value);
    } catch (IllegalArgumentException e) {
      throw new ConfigException("Invalid value for configuration " + key + ": " + e.getMessage());
    }
  }

  private static List<URI> urls(String text) {
    List<String> parts = parts(text);
    List<URI> urls =
        IntStream.range(0, parts.size()).mapToObj(i -> url(i + 1, parts.get(i))).toList();
    if (urls.size() > MOST_URLS) {
      throw new IllegalArgumentException(urls.size() + " addresses, but at most " + MOST_URLS);
    }
    return urls;
  }

  private static URI url(int number, String text) {
    try {
      URI url = URI.create(text);
      boolean web =
          "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
      if (web && url.getHost() != null && url.getUserInfo() == null) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "address "
            + number
            + " must be an http or https URL with a host and without a user and password");
  }

  private static Set<MomentKind> kinds(String text) {
    Set<MomentKind> kinds = EnumSet.noneOf(MomentKind.class);
    for (String part : parts(text)) {
      kinds.add(kind(part));
    }
    return kinds;
  }

  private static MomentKind kind(String text) {
    try {
      return MomentKind.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" must be one of " + Arrays.toString(MomentKind.values()), e);
    }
  }
}
