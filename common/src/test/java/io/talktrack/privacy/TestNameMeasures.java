package io.talktrack.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.SharedData;
import io.talktrack.model.ShippedNames;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures the rules with the names' model beside them, as {@link TestPrivacyMeasures} does
 * without. {@code mvn surefire:test@slow-tests -pl common -Dtest=TestNameMeasures} prints the
 * figures.
 */
@Tag("slow")
class TestNameMeasures {
  private final NameSpotter spotter = ShippedNames.model().spotter();

  @Test
  void presidiosSentences() throws IOException {
    Path file = SharedData.folder("presidio_synth").resolve("synth_dataset_v2.json");
    Masking both = TestPrivacyMeasures.presidio(file, TestPrivacyMeasures.IN_SCOPE, spotter);
    both.print("presidio_synth, types in scope, with the names' model");

    assertThat(both.f2()).isGreaterThanOrEqualTo(0.90);
    assertThat(both.recall()).isGreaterThanOrEqualTo(0.92);
    assertThat(both.precision()).isGreaterThanOrEqualTo(0.86);
    assertThat(both.of("PERSON").ofTokens()).isGreaterThanOrEqualTo(0.88);
  }

  @Test
  void earningsCalls() throws IOException {
    Masking both =
        TestPrivacyMeasures.earnings(SharedData.folder("earnings21").resolve("ref"), spotter);

    both.print("earnings21, with the names' model");
    assertThat(both.of("PERSON").ofTokens()).isGreaterThanOrEqualTo(0.80);
    assertThat(both.overMasked()).isLessThanOrEqualTo(0.01);
  }
}
