package io.talktrack.jobs.coach;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.coaching.Insight;
import io.talktrack.coaching.Severity;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestHabit {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

  @Test
  void aHabitIsToldByItsNewestOfTheMostSevereCalls() {
    Insight older = insight("c1", DAY, "long_monologue", Severity.WARNING);
    Insight newer = insight("c2", DAY.plusDays(1), "long_monologue", Severity.WARNING);
    Insight milder = insight("c3", DAY.plusDays(2), "long_monologue", Severity.ADVICE);

    assertThat(Habit.of(List.of(older, newer, milder), 4))
        .containsExactly(new Habit(newer, Severity.WARNING, 3, 0.75));
  }

  @Test
  void warningsComeFirstThenWhatHappensMostOften() {
    Insight praise = insight("c1", DAY, "good_questions", Severity.PRAISE);
    Insight rare = insight("c1", DAY, "few_questions", Severity.ADVICE);
    Insight often = insight("c1", DAY, "talks_fast", Severity.ADVICE);
    Insight oftenToo = insight("c2", DAY, "talks_fast", Severity.ADVICE);
    Insight warning = insight("c2", DAY, "no_next_step", Severity.WARNING);

    assertThat(Habit.of(List.of(praise, rare, often, oftenToo, warning), 2))
        .extracting(habit -> habit.telling().kind())
        .containsExactly("no_next_step", "talks_fast", "few_questions", "good_questions");
  }

  private static Insight insight(String callId, LocalDate day, String kind, Severity severity) {
    return new Insight(
        "R1",
        callId,
        day,
        kind,
        severity,
        1,
        "seconds",
        "MEASURED",
        null,
        null,
        null,
        List.of(),
        kind,
        List.of(),
        "v1",
        "insights-1");
  }
}
