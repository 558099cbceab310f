package io.talktrack.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.talktrack.call.Speaker;
import io.talktrack.report.Timeline.Block;
import io.talktrack.report.page.TurnView;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestTimeline {
  @Test
  void timedTurnsLieByTheClock() {
    Timeline timeline =
        Timeline.of(
            List.of(
                turn(0, Speaker.REP, 0L, 30_000L, "a", null),
                turn(1, Speaker.CUSTOMER, 60_000L, 120_000L, "b", 2.0)));

    assertThat(timeline.blocks())
        .extracting(Block::start, Block::width)
        .containsExactly(tuple(0.0, 25.0), tuple(50.0, 50.0));
    assertThat(timeline.ticks()).extracting(Timeline.Tick::at).containsExactly(0.0, 50.0, 100.0);
  }

  @Test
  void oneTurnWithoutTimesMakesAllLieByTheirLength() {
    Timeline timeline =
        Timeline.of(
            List.of(
                turn(0, Speaker.REP, 0L, 30_000L, "😀😀😀", null),
                turn(1, Speaker.CUSTOMER, null, null, "a", 2.0)));

    assertThat(timeline.isTimed()).isFalse();
    assertThat(timeline.ticks()).isEmpty();
    assertThat(timeline.blocks())
        .extracting(Block::start, Block::width)
        .containsExactly(tuple(0.0, 75.0), tuple(75.0, 25.0));
  }

  @Test
  void theMoodIsTheCustomersAndItsLineIsWeightedByLength() {
    MoodCurve curve =
        MoodCurve.of(
            Timeline.of(
                List.of(
                    turn(0, Speaker.REP, 0L, 10_000L, "rep", 5.0),
                    turn(1, Speaker.CUSTOMER, 10_000L, 20_000L, "aaa", 5.0),
                    turn(2, Speaker.CUSTOMER, 20_000L, 40_000L, "a", -5.0),
                    turn(3, Speaker.CUSTOMER, 30_000L, 40_000L, "unscored", null))));

    assertThat(curve.dots())
        .extracting(dot -> dot.turn().turnNo(), MoodCurve.Dot::x, MoodCurve.Dot::tone)
        .containsExactly(tuple(1, 37.5, "positive"), tuple(2, 75.0, "negative"));
    // the mean of 5, 5, 5 and -5 is 2.5: a quarter of the height below the top
    assertThat(curve.line()).isEqualTo("M37.5 52.0 L75.0 52.0");
    assertThat(MoodCurve.height(2.5)).isEqualTo(52.0);
  }

  @Test
  void aCallWithoutTurnsHasNothingToDraw() {
    assertThat(MoodCurve.of(Timeline.of(List.of())).isEmpty()).isTrue();
  }

  private static TurnView turn(
      int turnNo, Speaker side, Long start, Long end, String text, Double score) {
    return new TurnView(
        turnNo, side, null, start, end, text, null, score, null, List.of(), List.of(), List.of());
  }
}
