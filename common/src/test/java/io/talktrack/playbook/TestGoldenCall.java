package io.talktrack.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestGoldenCall {
  private static final Playbook DEFAULT =
      PlaybookReader.read(ConfFile.read("playbooks/default.yaml"));

  @Test
  void theDefaultPlaybookHasThreeGoldenCallsPerLanguage() {
    List<String> languages =
        ConfFile.readAll("playbooks/golden").stream()
            .map(yaml -> GoldenCallReader.read(yaml, DEFAULT).language())
            .toList();

    assertThat(languages).containsExactly("en", "en", "en", "zh", "zh", "zh");
  }

  // without the encoder only what hangs on words, stages and objections can be told
  @Test
  void wordsStagesAndObjectionsGiveTheExpectedOutcomes() {
    for (String language : DEFAULT.languages()) {
      PlaybookScoring scoring = PlaybookScoring.fit(DEFAULT, language, WordHashes::of, "test");
      for (String yaml : ConfFile.readAll("playbooks/golden")) {
        GoldenCall golden = GoldenCallReader.read(yaml, DEFAULT);
        if (golden.language().equals(language)) {
          assertThat(golden.differences(scoring, WordHashes::of))
              .noneMatch(d -> d.criterion().equals("no-false-promise"))
              .noneMatch(d -> d.expected() == CriterionOutcome.NOT_APPLICABLE)
              .noneMatch(d -> d.actual() == CriterionOutcome.NOT_APPLICABLE);
        }
      }
    }
  }

  @Test
  void whatAGoldenCallExpectsMustBeInThePlaybook() {
    String yaml =
        """
        playbook: default
        language: fr
        turns:
          - {rep: Hello there, customer: Hello}
        expected:
          opening-agenta: MET
        """;

    assertThatThrownBy(() -> GoldenCallReader.read(yaml, DEFAULT))
        .hasMessageStartingWith("Cannot use the golden call of playbook 'default'")
        .hasMessageContaining("language: fr: write one of [en, zh]")
        .hasMessageContaining("turns[0]: [rep, customer]: write who speaks")
        .hasMessageContaining(
            "expected.opening-agenta: unknown field: did you mean opening-agenda?");
  }
}
