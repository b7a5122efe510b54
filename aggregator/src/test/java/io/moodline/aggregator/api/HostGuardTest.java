package io.moodline.aggregator.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.Context;
import io.moodline.aggregator.AggregatorConfig;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostGuardTest {

  private static final HostGuard WIDE =
      new HostGuard(
          new AggregatorConfig(
              Map.of(
                  "aggregator.http.host", "0.0.0.0",
                  "aggregator.http.advertised", "till-2.shop.example:8080",
                  "aggregator.http.hosts", "mood.shop.example, other.example")));
  private static final HostGuard LOOPBACK =
      new HostGuard(new AggregatorConfig(Map.of("aggregator.http.hosts", "mood.shop.example")));

  /** A request of which only the Host header is asked for. */
  private static Context naming(String host) {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) -> host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.5:8080",
        "[fe80::1]:8080",
        "localhost",
        "Till-2.shop.example:8080",
        "mood.shop.example",
        "other.example:443"
      })
  void addressesAndKnownNamesAreLetThrough(String host) {
    assertThatCode(() -> WIDE.check(naming(host))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example:8080", "10.0.0.5.evil.example", "1.2.3", ""})
  void anyOtherNameIsRefusedWithTheKeyToSet(String host) {
    assertThatThrownBy(() -> WIDE.check(naming(host)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("aggregator.http.hosts");
  }

  @Test
  void onLoopbackOnlyItsNamesAndThoseConfigured() {
    assertThatCode(() -> LOOPBACK.check(naming("mood.shop.example"))).doesNotThrowAnyException();
    assertThatCode(() -> LOOPBACK.check(naming("[::1]:80"))).doesNotThrowAnyException();
    assertThatThrownBy(() -> LOOPBACK.check(naming("10.0.0.5"))).isInstanceOf(Problem.class);
  }
}
