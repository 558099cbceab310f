package io.talktrack.jobs.coach;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.email.Email;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void ofMailsTheAuthorsOwnWordsAreReadAndNeitherWhatTheyQuoteNorHowTheySign(@TempDir Path folder) {
    assertThat(SampleInput.all().emails()).extracting(Email::quoted).doesNotContain("");

    assertThat(ReportInput.read(SampleLake.coached(folder)).emails())
        .hasSameSizeAs(SampleInput.all().emails())
        .allSatisfy(
            mail -> {
              assertThat(mail.sentences()).isNotEmpty();
              assertThat(mail.quoted()).isNull();
              assertThat(mail.signature()).isNull();
            });
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
