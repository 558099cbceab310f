package io.talktrack.jobs.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestReportInput {
  @Test
  void onlyTheLatestVersionOfAFileCounts() {
    assertThat(
            FileCounts.of(
                List.of(
                    SampleLake.file("a.vtt", "QUARANTINED", 1),
                    SampleLake.file("a.vtt", "PROCESSED", 2),
                    SampleLake.file("b.vtt", "QUARANTINED", 1),
                    SampleLake.file("c.vtt", "DUPLICATE", 1))))
        .isEqualTo(new FileCounts(1, 1));
  }

  @Test
  void aFingerprintKnowsNoOrder() {
    assertThat(Fingerprint.of(List.of("a", "b"))).isEqualTo(Fingerprint.of(List.of("b", "a")));
    assertThat(Fingerprint.of(List.of("a", "b")))
        .hasSize(16)
        .isNotEqualTo(Fingerprint.of(List.of("ab")))
        .isNotEqualTo(Fingerprint.of(List.of("a", "b", "b")));
  }

  @Test
  void theSameRowsHaveTheSameFingerprint() {
    assertThat(SampleInput.all().fingerprint()).isEqualTo(SampleInput.all().fingerprint());
  }
}
