package io.talktrack.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.playbook.PlaybookTotals.StageTotal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestPlaybookTotals {
  @Test
  void theScoreIsTheWeightedMeanOfWhatWasScored() {
    PlaybookTotals totals =
        PlaybookTotals.of(
            List.of(
                score("opening", "agenda", "MET", 1.0, 1, false),
                score("opening", "time", "NOT_MET", 0.0, 2, false),
                score("close", "asks", "NOT_APPLICABLE", null, 4, false),
                score("close", "dated", "ABSTAINED", null, 1, true)));

    assertThat(totals.score()).isEqualTo(1.0 / 3);
    assertThat(totals.coverage()).isEqualTo(3.0 / 8);
    assertThat(totals.criticalMisses()).isEmpty();
    assertThat(totals.stages())
        .containsEntry("opening", new StageTotal(1.0 / 3, 1))
        .containsEntry("close", new StageTotal(null, 0));
  }

  @Test
  void aCriticalMissFailsItsStageAndTheCallButNoOtherStage() {
    PlaybookTotals totals =
        PlaybookTotals.of(
            List.of(
                score("opening", "agenda", "MET", 1.0, 1, false),
                score("close", "asks", "MET", 1.0, 5, false),
                score("close", "promise", "NOT_MET", 0.0, 1, true)));

    assertThat(totals.score()).isEqualTo(0.0);
    assertThat(totals.criticalMisses()).containsExactly("promise");
    assertThat(totals.stages().get("close").score()).isEqualTo(0.0);
    assertThat(totals.stages().get("opening").score()).isEqualTo(1.0);
  }

  @Test
  void nothingScoredIsUnknownAndNotZero() {
    assertThat(PlaybookTotals.of(List.of()).score()).isNull();
    assertThat(
            PlaybookTotals.of(List.of(score("close", "asks", "ABSTAINED", null, 1, true))).score())
        .isNull();
  }

  @Test
  void scoresOfTwoPlaybooksAreRefused() {
    PlaybookScore one = score("close", "asks", "MET", 1.0, 1, false);
    PlaybookScore other =
        new PlaybookScore(
            "c1",
            one.callDate(),
            "other",
            "close",
            "asks",
            "MET",
            1.0,
            1,
            false,
            null,
            null,
            "s",
            "d");

    assertThatThrownBy(() -> PlaybookTotals.of(List.of(one, other)))
        .hasMessage("Cannot total scores of several calls or playbooks: group them first");
  }

  private static PlaybookScore score(
      String stage,
      String criterion,
      String outcome,
      Double score,
      double weight,
      boolean critical) {
    LocalDate day = LocalDate.of(2026, 9, 1);
    return new PlaybookScore(
        "c1", day, "test", stage, criterion, outcome, score, weight, critical, null, null, "s",
        "d");
  }
}
