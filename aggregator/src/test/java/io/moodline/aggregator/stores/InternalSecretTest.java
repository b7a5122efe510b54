package io.moodline.aggregator.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.moodline.aggregator.stores.InternalSecret.Asker;
import org.junit.jupiter.api.Test;

class InternalSecretTest {

  private static Asker asker(String shown, String address) {
    return new Asker(shown, address, false);
  }

  @Test
  void withoutASecretOnlyTheSameMachineIsAnswered() {
    InternalSecret none = new InternalSecret("");
    assertThat(none.refusal(asker(null, "127.0.0.1"), () -> true)).isNull();
    assertThat(none.refusal(asker("", "[0:0:0:0:0:0:0:1]"), () -> true)).isNull();
    assertThat(none.refusal(asker(null, "10.0.0.6"), () -> true))
        .contains("aggregator.internal.secret");
    assertThat(none.refusal(asker("", "10.0.0.6"), () -> true))
        .contains("aggregator.internal.secret");
  }

  @Test
  void withoutASecretAProxyOnTheSameMachineIsNotAnswered() {
    InternalSecret none = new InternalSecret("");
    assertThat(none.refusal(asker(null, "127.0.0.1"), () -> false))
        .as("there is nobody else who could ask")
        .contains("aggregator.internal.secret");
    assertThat(none.refusal(new Asker(null, "127.0.0.1", true), () -> true))
        .as("it says that it asks for somebody")
        .contains("aggregator.internal.secret");
  }

  @Test
  void withASecretWhoeverShowsItIsAnswered() {
    InternalSecret some = new InternalSecret("tell nobody");
    assertThat(some.refusal(asker("tell nobody", "10.0.0.6"), () -> false)).isNull();
    for (String shown : new String[] {null, "", "tell", "tell nobody else"}) {
      assertThat(some.refusal(asker(shown, "127.0.0.1"), () -> true))
          .contains("aggregator.internal.secret")
          .doesNotContain("tell");
    }
  }
}
