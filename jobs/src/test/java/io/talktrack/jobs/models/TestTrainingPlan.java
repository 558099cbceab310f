package io.talktrack.jobs.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.jobs.models.TrainHeads.Method;
import io.talktrack.sentiment.LabelledText;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestTrainingPlan {
  // which of the two is for testing is told by the names
  private static final LabelledText LEARNT = text("a-dental-recall", "NEGATIVE", "that's too much");
  private static final LabelledText TESTED = text("a-airport-signage", "NEUTRAL", "who signs it");

  @Test
  void aChangedLineChangesTheHashOfItsSideAlone() {
    TrainingPlan plan = plan(LEARNT, TESTED);
    TrainingPlan otherWords = plan(text("a-dental-recall", "NEGATIVE", "that is too much"), TESTED);
    TrainingPlan otherLabel = plan(LEARNT, text("a-airport-signage", "POSITIVE", "who signs it"));

    assertThat(List.of(plan.trainingHash(), plan.testHash()))
        .doesNotHaveDuplicates()
        .allMatch(hash -> hash.matches("[0-9a-f]{32}"));
    assertThat(otherWords.trainingHash()).isNotEqualTo(plan.trainingHash());
    assertThat(otherWords.testHash()).isEqualTo(plan.testHash());
    assertThat(otherLabel.trainingHash()).isEqualTo(plan.trainingHash());
    assertThat(otherLabel.testHash()).isNotEqualTo(plan.testHash());
    assertThat(plan(TESTED, LEARNT).trainingHash()).isEqualTo(plan.trainingHash());
  }

  @Test
  void onlyWhatFineTunesDrawsByChance() {
    TrainingPlan frozen = plan(LEARNT, TESTED);
    TrainingPlan tuned = TrainingPlan.of(List.of(LEARNT, TESTED), Method.FINE_TUNED);

    assertThat(frozen.seed()).isNull();
    assertThat(tuned.seed()).isEqualTo(7);
    assertThat(tuned.settings()).startsWith(frozen.settings() + "; ").contains("epochs=", "seed=7");
  }

  private static TrainingPlan plan(LabelledText... texts) {
    return TrainingPlan.of(List.of(texts), Method.FROZEN);
  }

  private static LabelledText text(String scenario, String sentiment, String words) {
    return new LabelledText(
        "en",
        "customer",
        "spoken",
        "clinics",
        scenario,
        List.of(),
        sentiment,
        "NEGATIVE",
        null,
        List.of(),
        words);
  }
}
