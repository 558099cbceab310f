package io.talktrack.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.playbook.Criterion.Check.Meaning;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TestPlaybookReader {
  private static final String SMALL =
      """
      name: small
      version: "1"
      languages: [en]
      stages:
        - id: opening
          title: {en: Opening}
          criteria:
            - id: says-recorded
              instruction: {en: Say that the call is recorded.}
              must_say: {en: [this call is being recorded]}
      """;

  @Test
  void theDefaultPlaybookHasEnoughLinesForEveryCriterionInBothLanguages() {
    Playbook playbook = PlaybookReader.read(ConfFile.read("playbooks/default.yaml"));

    assertThat(playbook.stages()).hasSize(8);
    assertThat(playbook.criteria()).hasSize(17);
    for (Criterion criterion : playbook.criteria()) {
      if (criterion.check() instanceof Meaning meaning) {
        assertThat(meaning.lines()).as(criterion.id()).containsOnlyKeys("en", "zh");
        assertThat(meaning.lines().values())
            .as(criterion.id())
            .allSatisfy(
                lines -> {
                  assertThat(lines.positive()).hasSizeGreaterThanOrEqualTo(10);
                  assertThat(lines.negative()).hasSizeGreaterThanOrEqualTo(8);
                });
      }
    }
  }

  @Test
  void theStarterIsAPlaybook() throws IOException {
    try (var file = PlaybookReader.class.getResourceAsStream("starter.yaml")) {
      String yaml = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);

      assertThat(PlaybookReader.read(yaml).criteria()).hasSize(3);
    }
  }

  @Test
  void everyProblemIsToldAtOnce() {
    String yaml =
        """
        name: Bad Name
        version: "1"
        languages: [en]
        stages:
          - id: opening
            title: {en: Opening}
            criteria:
              - id: agenda
                instruction: {fr: Un plan.}
                wieght: 2
                weight: -1
                applies_when: {objection: [TOO_DEAR]}
                must_say: {en: [hi]}
              - id: agenda
                instruction: {en: Again.}
                first_minutes: 2
                after_objection: {types: [ANY], turns: 3}
              - id: close
                instruction: {en: Close.}
                after_criterion: close
                must_not_say: {en: [take it or leave it now]}
              - id: order
                instruction: {en: Send the form.}
                after_criterion: close
                must_say: {en: [I will send the order form]}
        """;

    assertThatThrownBy(() -> PlaybookReader.read(yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot use playbook 'Bad Name', 11 problem(s):")
        .hasMessageContaining("\n  name: Bad Name: write lower-case letters")
        .hasMessageContaining("criteria[0].instruction.fr: fr: add it to languages")
        .hasMessageContaining("criteria[0].wieght: unknown field: did you mean weight?")
        .hasMessageContaining("criteria[0].weight: -1: write a number above 0.0, at most 100.0")
        .hasMessageContaining("applies_when.objection[0]: TOO_DEAR: write one of PRICE_BUDGET")
        .hasMessageContaining("criteria[0].must_say.en: hi: write at least four words")
        .hasMessageContaining("criteria[1].id: agenda: write another id, this one is taken")
        .hasMessageContaining("criteria[1]: first_minutes and after_objection: write one of")
        .hasMessageContaining("criteria[2].after_criterion: close: name a criterion above this one")
        .hasMessageContaining("criteria[3].after_criterion: close: name a criterion above this one")
        .hasMessageContaining("criteria[1]: []: write one of lines, must_say, must_not_say");
  }

  @Test
  void tagsAndAliasesAreRefused() {
    String yaml = "name: !!java.net.URL [a]\nversion: &v '1'\nlanguages: *v\n";

    assertThatThrownBy(() -> PlaybookReader.read(yaml))
        .hasMessageContaining("2 problem(s)")
        .hasMessageContaining("file line 1: a tag or an alias: write the value itself")
        .hasMessageContaining("file line 3");
  }

  @Test
  void aFieldWrittenTwiceIsRefused() {
    assertThatThrownBy(() -> PlaybookReader.read("name: a\nname: b\n"))
        .hasMessageContaining("file line 2: Duplicate field 'name': write valid YAML");
  }

  @Test
  void aFileThatIsTooLongIsRefused() {
    assertThatThrownBy(() -> PlaybookReader.read("#".repeat(1_000_001)))
        .hasMessageContaining("1000001 characters: split it");
  }

  @Test
  void theVersionFollowsTheContentAndNotTheLayout() {
    String version = PlaybookReader.read(SMALL).version();

    assertThat(version).matches("[0-9a-f]{16}");
    assertThat(PlaybookReader.read("# a comment\n" + SMALL).version()).isEqualTo(version);
    assertThat(PlaybookReader.read(SMALL.replace("being recorded", "taped by us")).version())
        .isNotEqualTo(version);
    assertThat(
            PlaybookReader.read(SMALL.replace("id: says-r", "weight: 2\n        id: says-r"))
                .version())
        .isNotEqualTo(version);
  }
}
