package io.talktrack.jobs.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestCalibrateIntegers {
  @Test
  void whatEveryHeadLosesIsItsMacroF1InPoints() {
    List<HeadQuality> before =
        List.of(head("sentiment", label(8, 2), label(10, 0)), head("stage", label(5, 5)));
    List<HeadQuality> after =
        List.of(head("sentiment", label(8, 2), label(8, 2)), head("stage", label(10, 0)));

    assertThat(CalibrateIntegers.lostPoints(before, after))
        .containsOnlyKeys("sentiment", "stage")
        // F1 of 8 hits and 2 misses is 16 of 18, of 5 and 5 it is 10 of 15
        .hasEntrySatisfying(
            "sentiment", lost -> assertThat(lost).isEqualTo(100 / 18.0, offset(1e-9)))
        .hasEntrySatisfying("stage", lost -> assertThat(lost).isEqualTo(-100 / 3.0, offset(1e-9)));
  }

  @Test
  void aHeadThatNoSentenceTestsIsLeftOut() {
    List<HeadQuality> untested = List.of(head("stage", label(0, 0)));

    assertThat(CalibrateIntegers.lostPoints(untested, untested)).isEmpty();
  }

  private static HeadQuality head(String name, LabelQuality... labels) {
    return new HeadQuality(name, List.of(labels), 0, 0, 0);
  }

  private static LabelQuality label(int hits, int missed) {
    return new LabelQuality("any", "any", hits, 0, missed);
  }
}
