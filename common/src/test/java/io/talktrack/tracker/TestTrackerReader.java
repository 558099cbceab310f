package io.talktrack.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.call.Speaker;
import io.talktrack.playbook.ConfFile;
import io.talktrack.tracker.Tracker.SaidBy;
import org.junit.jupiter.api.Test;

class TestTrackerReader {
  @Test
  void theDefaultTrackersListenInBothLanguages() {
    Trackers trackers = TrackerReader.read(ConfFile.read("trackers/default.yaml"));

    assertThat(trackers.trackers()).hasSize(8);
    assertThat(trackers.trackers())
        .allSatisfy(tracker -> assertThat(tracker.phrases()).containsOnlyKeys("en", "zh"));
    assertThat(trackers.trackers().get(0).phrases().get("zh")).containsExactly("仓云", "智补");
    assertThat(trackers.version()).matches("[0-9a-f]{16}");
  }

  @Test
  void everyProblemIsToldAtOnce() {
    String yaml =
        """
        trackers:
          - id: Price
            title: {en: Price}
            said_by: SELLER
            phrases: {en: [price, price, 2024]}
          - id: empty
            title: {de: Leer}
            phrases: {en: []}
        """;

    assertThatThrownBy(() -> TrackerReader.read(yaml))
        .hasMessageStartingWith("Cannot use the trackers, 6 problem(s):")
        .hasMessageContaining("trackers[0].id: Price: write lower-case letters")
        .hasMessageContaining("trackers[0].said_by: SELLER: write one of REP, CUSTOMER, ANY")
        .hasMessageContaining("trackers[0].phrases.en[1]: price: remove it, it stands here twice")
        .hasMessageContaining("trackers[0].phrases.en[2]: 2024: write a text (in quotes")
        .hasMessageContaining("trackers[1].title.de: de: add it to languages, or remove it")
        .hasMessageContaining("trackers[1].phrases.en: array: write a list of 1 to 500 entries");
  }

  @Test
  void aSpeakerOfUnknownSideCountsForNobody() {
    assertThat(SaidBy.CUSTOMER.includes(Speaker.CUSTOMER)).isTrue();
    assertThat(SaidBy.CUSTOMER.includes(Speaker.UNKNOWN)).isFalse();
    assertThat(SaidBy.ANY.includes(Speaker.UNKNOWN)).isTrue();
  }
}
