package io.talktrack.jobs.models.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.objection.ObjectionThresholds;
import io.talktrack.playbook.PlaybookReader;
import io.talktrack.playbook.PlaybookScore;
import io.talktrack.sentiment.TextLabels;
import io.talktrack.sentiment.TextLabels.TypeScore;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestPassageScoring {
  private static final String PLAYBOOK =
      """
      name: test
      version: "1"
      languages: [en]
      stages:
        - id: opening
          title: {en: Opening}
          criteria:
            - id: says-recorded
              instruction: {en: Say that the call is recorded.}
              first_minutes: 1
              must_say: {en: [this call is being recorded]}
            - id: acknowledges
              instruction: {en: Show that you have heard it.}
              after_objection: {types: [ANY], turns: 1}
              must_say: {en: [that is a fair point]}
      """;
  private static final String RECORDED = "hello, this call is being recorded";
  private static final String DEAR = "this is far too dear for us";
  private static final String FAIR = "that is a fair point of course";
  private static final String RAIN = "the rain has stopped again here";

  private final PassageScoring scoring =
      new PassageScoring(
          PlaybookReader.read(PLAYBOOK),
          "en",
          text -> new float[] {1, 0},
          TestPassageScoring::labels,
          ObjectionThresholds.same(0.5));

  private static TextLabels labels(String text) {
    return new TextLabels(
        "NEUTRAL",
        0,
        1,
        0,
        "NEUTRAL",
        0,
        1,
        0,
        "NONE",
        1,
        List.of(new TypeScore("PRICE_BUDGET", text.contains("dear") ? 0.9 : 0.1)));
  }

  @Test
  void everyPassageIsTheRepsAndMayObject() {
    assertThat(outcomes(List.of(6, 7, 7), RECORDED, DEAR, FAIR)).containsExactly("MET", "MET");
    assertThat(outcomes(List.of(7, 6), DEAR, RAIN)).containsExactly("NOT_MET", "NOT_MET");
    assertThat(outcomes(List.of(6, 7), RECORDED, FAIR)).containsExactly("MET", "NOT_APPLICABLE");
  }

  @Test
  void aMinuteHasAHundredAndFiftyWords() {
    assertThat(outcomes(List.of(149, 6), RAIN, RECORDED)).startsWith("MET");
    assertThat(outcomes(List.of(150, 6), RAIN, RECORDED)).startsWith("NOT_MET");
  }

  @Test
  void outcomesAreComparedOverCalls() {
    PlaybookAgreement agreement = new PlaybookAgreement();
    MarkdownTable table = new MarkdownTable("who", "criteria", "same", "met", "met", "both");

    // MET MET against MET NOT_APPLICABLE, then NOT_MET NOT_APPLICABLE twice
    agreement.add(scores(RECORDED, DEAR, FAIR), scores(RECORDED, RAIN, FAIR));
    agreement.add(scores(RAIN), scores(RAIN));
    agreement.addRow(table, "A");

    assertThat(table.toString().lines().skip(2))
        .containsExactly("| A | 4 | 0.750 (0.301 to 0.954) | 2 | 1 | 0.500 (0.095 to 0.905) |");
  }

  private List<PlaybookScore> scores(String... passages) {
    return scoring.scores(
        "call", List.of(passages), List.of(passages).stream().map(each -> 6).toList());
  }

  private List<String> outcomes(List<Integer> words, String... passages) {
    return scoring.scores("call", List.of(passages), words).stream()
        .map(PlaybookScore::outcome)
        .toList();
  }
}
