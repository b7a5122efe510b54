package io.moodline.aggregator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {

  @Test
  void itIsWhatOtherToolsCompute() {
    // printf '%s' '1780000000000.{"id":"a"}' | openssl dgst -sha256 -hmac topsecret
    assertThat(
            Signature.of(
                "topsecret".getBytes(StandardCharsets.UTF_8),
                "1780000000000",
                "{\"id\":\"a\"}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("sha256=9c629c15cf54ae0c6b71a3b452162a4acc1ed2db032d09d634d4a299702e4a88");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 500",
    "1, 1, 1000",
    "2, 1, 2000",
    "4, 0.5, 6000",
    "7, 1, 60000",
    "999, 1, 60000"
  })
  void theWaitDoublesUpToALimitAndIsAtRandom(int failures, double random, long expected) {
    assertThat(new Backoff(1_000, 60_000).delayMs(failures, random)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "200, DELIVERED",
    "204, DELIVERED",
    "301, REFUSED",
    "400, REFUSED",
    "404, REFUSED",
    "410, REFUSED",
    "429, RETRY",
    "500, RETRY",
    "503, RETRY"
  })
  void whatAnAnswerMeans(int status, Answer.Outcome outcome) {
    assertThat(Answer.ofStatus(status).outcome()).isEqualTo(outcome);
  }
}
