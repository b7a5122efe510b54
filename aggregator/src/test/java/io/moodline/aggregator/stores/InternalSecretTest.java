package io.moodline.aggregator.stores;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InternalSecretTest {

  @Test
  void withoutASecretOnlyTheSameMachineIsAnswered() {
    InternalSecret none = new InternalSecret("");
    assertThat(none.refusal(null, "127.0.0.1")).isNull();
    assertThat(none.refusal("", "[0:0:0:0:0:0:0:1]")).isNull();
    assertThat(none.refusal(null, "10.0.0.6")).contains("aggregator.internal.secret");
    assertThat(none.refusal("", "10.0.0.6")).contains("aggregator.internal.secret");
  }

  @Test
  void withASecretWhoeverShowsItIsAnswered() {
    InternalSecret some = new InternalSecret("tell nobody");
    assertThat(some.refusal("tell nobody", "10.0.0.6")).isNull();
    for (String shown : new String[] {null, "", "tell", "tell nobody else"}) {
      assertThat(some.refusal(shown, "127.0.0.1"))
          .contains("aggregator.internal.secret")
          .doesNotContain("tell");
    }
  }
}
