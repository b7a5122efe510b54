package io.moodline.app.models;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/a",
        "HTTPS://example.org/a",
        "http://127.0.0.1:8080/a",
        "http://localhost/a",
        "http://[::1]:9/a"
      })
  void allowed(String uri) {
    assertThatCode(() -> Redirects.requireAllowed(URI.create(uri), false))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/a",
        "http://127.0.0.1.example.org/a",
        "http://localhost.example.org/a",
        "http://10.0.0.7/a",
        "file:///etc/passwd",
        "ftp://example.org/a"
      })
  void refused(String uri) {
    assertThatThrownBy(() -> Redirects.requireAllowed(URI.create(uri), false))
        .isInstanceOf(PullException.class)
        .hasMessageContaining("only https");
  }

  @Test
  void plainOnlyWhereTheUserSaidSo() {
    assertThatCode(() -> Redirects.requireAllowed(URI.create("http://10.0.0.7/a"), true))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Redirects.requireAllowed(URI.create("ftp://10.0.0.7/a"), true))
        .isInstanceOf(PullException.class);
  }

  @Test
  void neverFromSafeToPlain() {
    URI safe = URI.create("https://example.org/a");

    assertThatThrownBy(() -> Redirects.requireNoDowngrade(safe, URI.create("http://localhost/a")))
        .hasMessage("https://example.org/a redirects to http://localhost/a: only https is used");
    assertThatCode(() -> Redirects.requireNoDowngrade(URI.create("http://localhost/a"), safe))
        .doesNotThrowAnyException();
  }
}
