package io.talktrack.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TestHmacKey {
  @Test
  void theKeyComesFromTheEnvironmentAndIsNeverPrinted() {
    HmacKey key = HmacKey.from(Map.of("TALKTRACK_HMAC_KEY", "x".repeat(40)));

    assertThat(key.bytes()).hasSize(40);
    assertThat(key.toString()).isEqualTo("HmacKey");
  }

  @Test
  void aShortKeyIsRefusedWithTheWayToMakeOne() {
    assertThatThrownBy(() -> HmacKey.from(Map.of("TALKTRACK_HMAC_KEY", "short secret")))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("Cannot make pseudonyms: TALKTRACK_HMAC_KEY has 12 characters")
        .hasMessageContaining("openssl rand -hex 32")
        .hasMessageNotContaining("short secret");
  }

  @Test
  void aCommandThatWasStartedWithoutAKeyCannotUseOne() {
    assertThatThrownBy(() -> HmacKey.none().bytes())
        .hasMessage("This command was started without TALKTRACK_HMAC_KEY");
  }
}
