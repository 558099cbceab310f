package io.talktrack.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.call.Speaker;
import io.talktrack.playbook.CallStage;
import io.talktrack.playbook.ConfFile;
import io.talktrack.tracker.Tracker.Matching;
import io.talktrack.tracker.Tracker.SaidBy;
import io.talktrack.tracker.TrackerRules.Part;
import io.talktrack.tracker.TrackerRules.Repeats;
import io.talktrack.tracker.TrackerRules.Within;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TestTrackerReader {
  @Test
  void theDefaultTrackersListenInBothLanguages() {
    Trackers trackers = TrackerReader.read(ConfFile.read("trackers/default.yaml"));

    assertThat(trackers.trackers()).hasSize(12);
    assertThat(trackers.trackers())
        .allSatisfy(
            tracker ->
                assertThat(trackers.wordsOf(tracker).phrases()).containsOnlyKeys("en", "zh"));
    assertThat(trackers.trackers())
        .filteredOn(tracker -> !tracker.wordsOf().equals(tracker.id()))
        .extracting(Tracker::id)
        .containsExactly("competitor-question", "early-price", "no-next-step");
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
  void everyKeyIsRead() {
    List<Tracker> trackers =
        TrackerReader.read(
                """
                trackers:
                  - id: discount
                    title: {en: Discount}
                    said_by: CUSTOMER
                    phrases: {en: [discount, cheaper, better price], zh: [打折, 便宜]}
                    match: {at_least: 2}
                    stem: true
                    regex: {en: ['per (site|seat)'], zh: ['每(个|家)店']}
                    except: {zh: [打折季]}
                    in_question: true
                    within: {last_percent: 12.5}
                    stage: [CLOSE, VALUE]
                    after_silence: 2.5s
                    repeats: {times: 2, within_turns: 8}
                  - id: none
                    title: {zh: 没谈折扣}
                    words_of: discount
                    absence: true
                  - id: all
                    title: {en: All}
                    phrases: {en: [who, when]}
                    match: all
                  - id: pattern
                    title: {en: Pattern}
                    regex: {en: [a+]}
                """)
            .trackers();

    Tracker discount = trackers.get(0);
    assertThat(discount.matching())
        .isEqualTo(
            new Matching(
                2,
                true,
                new TreeMap<>(Map.of("en", List.of("per (site|seat)"), "zh", List.of("每(个|家)店"))),
                new TreeMap<>(Map.of("zh", List.of("打折季")))));
    assertThat(discount.rules())
        .isEqualTo(
            new TrackerRules(
                true,
                new Within(Part.LAST_PERCENT, 12.5),
                new TreeSet<>(Set.of(CallStage.VALUE, CallStage.CLOSE)),
                2_500,
                new Repeats(2, 8),
                false));
    assertThat(trackers.get(1).wordsOf()).isEqualTo("discount");
    assertThat(trackers.get(1).rules().isAbsence()).isTrue();
    assertThat(trackers.get(2).matching().least()).isEqualTo(Matching.ALL);
    assertThat(trackers.get(2).rules()).isEqualTo(TrackerRules.NONE);
    assertThat(trackers.get(3).phrases()).isEmpty();
  }

  @Test
  void everyProblemWithARuleIsToldAtOnce() {
    String yaml =
        """
        trackers:
          - id: discount
            title: {en: Discount}
            phrases: {en: [discount, cheaper], zh: [打折]}
            match: {at_least: 2}
            stem: maybe
            regex: {en: ['(a+)+b', '(?<!no )discount', 'x(', 'y*', '(z)\\1']}
            in_question: 1
            within: {first_minutes: 5, last_percent: 10}
            stage: [PRICING, CLOSE, CLOSE]
            after_silence: 5
            repeats: {times: 4, within_turns: 3}
            absence: never
          - id: borrowed
            title: {en: Borrowed}
            words_of: discounts
            phrases: {en: [rebate]}
            within: {first_percent: 120}
            after_silence: 0s
            repeats: {times: 1}
          - id: chained
            title: {en: Chained}
            words_of: borrowed
            match: most
          - id: wordless
            title: {en: Wordless}
            regex: {en: [b]}
            match: most
            stem: true
        """;

    assertThatThrownBy(() -> TrackerReader.read(yaml))
        .hasMessageStartingWith("Cannot use the trackers, 25 problem(s):")
        .hasMessageContaining("trackers[0].match.at_least: 2: write a whole number from 1 to 1")
        .hasMessageContaining("trackers[0].stem: maybe: write true or false")
        .hasMessageContaining(
            "trackers[0].regex.en: (a+)+b: write it without repeating a group that holds |, ?, *, + or {}")
        .hasMessageContaining(
            "trackers[0].regex.en: (?<!no )discount: write it without looking around ((?<!...)")
        .hasMessageContaining("trackers[0].regex.en: x(: write a regular expression of Java: ")
        .hasMessageContaining(
            "trackers[0].regex.en: y*: write one that needs at least a sign: this one matches nothing")
        .hasMessageContaining(
            "trackers[0].regex.en: (z)\\1: write it without reference back to a group")
        .hasMessageContaining("trackers[0].in_question: 1: write true or false")
        .hasMessageContaining(
            "trackers[0].within: [first_minutes, last_percent]: write one of first_minutes, ")
        .hasMessageContaining("trackers[0].stage[0]: PRICING: write one of OPENING, QUALIFICATION,")
        .hasMessageContaining("trackers[0].stage[2]: CLOSE: remove it, it stands here twice")
        .hasMessageContaining("trackers[0].after_silence: 5: write a text")
        .hasMessageContaining(
            "trackers[0].repeats.within_turns: 3: write a whole number from 4 to 500")
        .hasMessageContaining("trackers[0].absence: never: write true or false")
        .hasMessageContaining("trackers[1].phrases: own words: remove it, or words_of")
        .hasMessageContaining(
            "trackers[1].words_of: discounts: write the id of a tracker of this file with own phrases")
        .hasMessageContaining(
            "trackers[1].within.first_percent: 120: write a number above 0.0, at most 100.0")
        .hasMessageContaining("trackers[1].after_silence: 0s: write seconds above 0, as in 5s")
        .hasMessageContaining("trackers[1].repeats.times: 1: write a whole number from 2 to 500")
        .hasMessageContaining("trackers[1].repeats.within_turns: nothing: write a whole number")
        .hasMessageContaining("trackers[2].match: own words: remove it, or words_of")
        .hasMessageContaining("trackers[2].words_of: borrowed: write the id of a tracker")
        .hasMessageContaining("trackers[3].match: most: write any, all or {at_least: 2}")
        .hasMessageContaining("trackers[3].match: no phrases: write phrases, or remove it")
        .hasMessageContaining("trackers[3].stem: no phrases: write phrases, or remove it");
  }

  @Test
  void aRuleIsPartOfTheVersion() {
    String yaml =
        """
        trackers:
          - id: price
            title: {en: Price}
            phrases: {en: [price]}
            within: {first_minutes: %d}
        """;

    assertThat(TrackerReader.read(yaml.formatted(5)).version())
        .isNotEqualTo(TrackerReader.read(yaml.formatted(6)).version());
  }

  @Test
  void aSpeakerOfUnknownSideCountsForNobody() {
    assertThat(SaidBy.CUSTOMER.includes(Speaker.CUSTOMER)).isTrue();
    assertThat(SaidBy.CUSTOMER.includes(Speaker.UNKNOWN)).isFalse();
    assertThat(SaidBy.ANY.includes(Speaker.UNKNOWN)).isTrue();
  }
}
