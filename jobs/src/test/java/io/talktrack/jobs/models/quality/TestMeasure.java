package io.talktrack.jobs.models.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestMeasure {
  private static final List<String> LABELS = List.of("NEGATIVE", "NEUTRAL", "POSITIVE");

  // of three negative texts two are found, of one neutral none, of one positive one
  private static final List<Answered> FIVE =
      List.of(
          answered("a", "NEGATIVE", "NEGATIVE"),
          answered("a", "NEGATIVE", "NEGATIVE"),
          answered("b", "NEGATIVE", "POSITIVE"),
          answered("b", "NEUTRAL", "POSITIVE"),
          answered("c", "POSITIVE", "POSITIVE"));

  private static Answered answered(String group, String truth, String given) {
    return new Answered(
        group, Answered.among(LABELS, List.of(truth)), Answered.among(LABELS, List.of(given)));
  }

  @Test
  void everyLabelCountsAlikeInMacroF1() {
    // negative 2·2/(4+0+1), neutral 0, positive 2·1/(2+2+0)
    assertThat(Measure.MACRO_F1.of(FIVE).value()).isCloseTo((0.8 + 0 + 0.5) / 3, within(1e-9));
  }

  @Test
  void aLabelCountsByItsTextsInWeightedF1() {
    assertThat(Measure.WEIGHTED_F1.of(FIVE).value())
        .isCloseTo((3 * 0.8 + 0 + 0.5) / 5, within(1e-9));
  }

  @Test
  void macroRecallIsBlindToWhatIsGivenTooOften() {
    assertThat(Measure.MACRO_RECALL.of(FIVE).value())
        .isCloseTo((2 / 3.0 + 0 + 1) / 3, within(1e-9));
  }

  @Test
  void aLabelThatNeverHoldsDoesNotCount() {
    List<Answered> negative = List.of(answered("a", "NEGATIVE", "NEGATIVE"));

    assertThat(Measure.MACRO_F1.of(negative).value()).isEqualTo(1);
  }

  @Test
  void theIntervalHoldsTheValueAndIsTheSameOnEveryRun() {
    Interval interval = Measure.MACRO_F1.of(FIVE);

    assertThat(interval.value()).isBetween(interval.low(), interval.high());
    assertThat(interval).isEqualTo(Measure.MACRO_F1.of(FIVE));
  }

  @Test
  void textsOfOneGroupAreDrawnTogether() {
    List<Answered> oneGroup = new ArrayList<>();
    for (int text = 0; text < 100; text++) {
      oneGroup.add(answered("a", "NEGATIVE", text % 2 == 0 ? "NEGATIVE" : "NEUTRAL"));
    }

    Interval interval = Measure.MACRO_F1.of(oneGroup);

    assertThat(interval.high() - interval.low()).isZero();
  }

  @Test
  void aShareOfNoneIsUnknown() {
    assertThat(Interval.ofShare(0, 0)).hasToString("–");
  }

  @Test
  void wilsonsIntervalOfAllOfTenDoesNotEndAtOne() {
    // Wilson 1927: 10 of 10 at 95 % is 0.722 to 1
    assertThat(Interval.ofShare(10, 10)).hasToString("1.000 (0.722 to 1.000)");
  }
}
