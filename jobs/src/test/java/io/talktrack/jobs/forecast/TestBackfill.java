package io.talktrack.jobs.forecast;

import static io.talktrack.jobs.forecast.DealSketch.june;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.table.DayRange;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestBackfill {
  // 1, 8 and 15 June 2026 are Mondays

  @Test
  void onlyTheAsOfDayWithoutBackfill() {
    assertThat(Backfill.none().days(june(1), june(17))).containsExactly(june(17));
  }

  @Test
  void everyMondayFromTheFirstChangeAndTheAsOfDay() {
    assertThat(Backfill.mondays().days(june(3), june(17)))
        .containsExactly(june(8), june(15), june(17));
    assertThat(Backfill.mondays().days(june(8), june(15))).containsExactly(june(8), june(15));
  }

  @Test
  void runsOfDifferentDaysFillTheSameDays() {
    assertThat(new Backfill(3).days(june(1), june(30)))
        .containsAll(new Backfill(3).days(june(5), june(29)).headSet(june(29)));
  }

  @Test
  void nothingIsBackfilledBeforeTheCrmKnewAnything() {
    assertThat(Backfill.mondays().days(june(20), june(17))).containsExactly(june(17));
  }

  @Test
  void everyDayOfARangeAndTheAsOfDay() {
    Backfill week = Backfill.of(Optional.of(new DayRange(june(4), june(6))));

    assertThat(week.days(june(1), june(6))).containsExactly(june(4), june(5), june(6));
    // also before the CRM knew anything: what is left of such a day has to go
    assertThat(week.days(june(9), june(5))).containsExactly(june(4), june(5), june(6));
    assertThat(week.days(june(1), june(17))).containsExactly(june(4), june(5), june(6), june(17));
    assertThat(Backfill.of(Optional.empty())).isEqualTo(Backfill.none());
  }

  @Test
  void theMondaysOfARangeAndTheAsOfDay() {
    assertThat(
            Backfill.mondays(Optional.of(new DayRange(june(3), june(17)))).days(june(1), june(17)))
        .containsExactly(june(8), june(15), june(17));
  }

  @Test
  void negativeStepsAreRefused() {
    assertThatThrownBy(() -> new Backfill(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot backfill every -1 days: give 1 or more, or 0 for none");
  }
}
