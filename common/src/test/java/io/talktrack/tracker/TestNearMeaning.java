package io.talktrack.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines are embedded as the numbers that they are written with. */
class TestNearMeaning {
  private static final float[] HALF_NEAR = {0.8f, 0.4f, 0.4f};

  @Test
  void ordinaryTurnsAreNotHeard() {
    Trackers alone = trackers("");
    Trackers amongTalk =
        trackers("ordinary: {en: ['.8 .5 .4', '.9 .4 .4', '.8 .4 .5', '.7 .4 .4', '.8 .3 .4']}");

    assertThat(fit(alone).heard(HALF_NEAR)).containsExactly("price");
    assertThat(fit(amongTalk).heard(HALF_NEAR)).isEmpty();
    assertThat(fit(amongTalk).heard(new float[] {1, 0, 0})).containsExactly("price");
    assertThat(amongTalk.version()).isNotEqualTo(alone.version());
  }

  @Test
  void linesAreThoseOfTheLanguage() {
    Trackers trackers = trackers("ordinary: {en: ['.8 .5 .4'], zh: ['.1 .1 .1']}");

    assertThat(NearMeaning.lines(trackers, "en")).hasSize(11).contains(".8 .5 .4");
    assertThat(NearMeaning.lines(trackers, "zh")).isEmpty();
  }

  private static NearMeaning fit(Trackers trackers) {
    return NearMeaning.fit(trackers, "en", TestNearMeaning::numbers);
  }

  private static float[] numbers(String line) {
    List<Float> numbers = Arrays.stream(line.split(" ", -1)).map(Float::valueOf).toList();
    return new float[] {numbers.get(0), numbers.get(1), numbers.get(2)};
  }

  private static Trackers trackers(String ordinary) {
    return TrackerReader.read(
        """
        trackers:
          - id: price
            title: {en: Price}
            meaning:
              en:
                like: ['1 .1 0', '1 0 .1', '.9 .1 0', '.9 0 .1', '1 .1 .1']
                unlike: ['-1 .1 0', '-1 0 .1', '-.9 .1 0', '-.9 0 .1', '-1 .1 .1']
        """
            + ordinary);
  }
}
