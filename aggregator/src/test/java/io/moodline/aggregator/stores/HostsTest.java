package io.moodline.aggregator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.5:8080", "till-2.shop.example:80", "[fe80::1]:8080"})
  void whatIsReadIsWritten(String address) {
    assertThat(Hosts.text(Hosts.parse(address))).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "host", "host:", "host:0", "host:65536", "http://host:80", "a b:80"})
  void otherThingsAreRefused(String address) {
    assertThatThrownBy(() -> Hosts.parse(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("host:port");
  }

  @Test
  void aWildcardIsNobodysAddress() {
    assertThat(Hosts.reachable("127.0.0.1", 81)).isEqualTo(new HostInfo("127.0.0.1", 81));
    assertThat(Hosts.reachable("0.0.0.0", 81).host()).isNotEqualTo("0.0.0.0");
  }
}
