package io.talktrack.tracker;

import static io.talktrack.call.Speaker.CUSTOMER;
import static io.talktrack.call.Speaker.REP;
import static io.talktrack.call.Speaker.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import io.talktrack.metric.CallSketch;
import io.talktrack.playbook.CallStage;
import io.talktrack.sentiment.TextLabels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestTrackedCall {
  private static final String ENGLISH = "price";
  private static final String CHINESE = "价格";

  private final List<Turn> turns = new ArrayList<>();
  private final Map<Integer, TextLabels> labels = new HashMap<>();

  private void say(Speaker side, String language, Double start, Double end, String text) {
    turns.add(
        new Turn(
            "c1",
            turns.size(),
            LocalDate.of(2026, 3, 2),
            side == REP ? 0 : 1,
            null,
            side,
            null,
            start == null ? null : Math.round(start * 1_000),
            end == null ? null : Math.round(end * 1_000),
            language,
            text,
            List.of(),
            "source-1",
            "turns-1"));
  }

  private void say(Speaker side, String text) {
    say(side, text.matches(".*\\p{IsHan}.*") ? "zh" : "en", null, null, text);
  }

  private void said(double start, double end, String text) {
    say(CUSTOMER, "en", start, end, text);
  }

  /** The turns that a tracker of the price hits by its rules. */
  private List<Integer> hits(String rules) {
    return places(rules).stream().map(Place::turnNo).toList();
  }

  private List<Place> places(String rules) {
    Tracker tracker =
        TrackerReader.read(
                """
                trackers:
                  - id: pricing
                    title: {en: Pricing}
                    phrases: {en: [price], zh: [价格]}
                """
                    + rules.lines().map("    %s\n"::formatted).reduce("", String::concat))
            .trackers()
            .get(0);
    return new TrackedCall(turns, labels).hits(tracker, tracker, heard());
  }

  private List<Place> heard() {
    List<Place> heard = new ArrayList<>();
    for (Turn turn : turns) {
      for (String word : List.of(ENGLISH, CHINESE)) {
        int at = turn.text().indexOf(word);
        if (at >= 0) {
          heard.add(new Place(turn.turnNo(), at, at + word.length()));
        }
      }
    }
    return heard;
  }

  @Test
  void withoutRulesTheSideAloneDecides() {
    say(REP, "the price");
    say(CUSTOMER, "价格");
    say(UNKNOWN, "a price");

    assertThat(hits("")).containsExactly(0, 1, 2);
    assertThat(hits("said_by: CUSTOMER")).containsExactly(1);
    assertThat(places("said_by: REP")).containsExactly(new Place(0, 4, 9));
  }

  @Test
  void onlyTheSentenceThatAsksIsAQuestion() {
    say(CUSTOMER, "The price is fine. When do we start?");
    say(CUSTOMER, "We start in May. What is the price?");
    say(CUSTOMER, "价格可以。什么时候开始？");
    say(CUSTOMER, "五月开始。价格多少？");
    say(CUSTOMER, "你们价格多少");
    say(CUSTOMER, "what is the price");
    say(CUSTOMER, "the price is fine");

    assertThat(hits("in_question: true")).containsExactly(1, 3, 4, 5);
  }

  @ParameterizedTest
  @CsvSource({
    "first_minutes, 1, '0,1'",
    "first_minutes, 0.5, '0'",
    "last_minutes, 1, '2,3'",
    "first_percent, 25, '0,1'",
    "last_percent, 5, '3'",
    "last_percent, 100, '0,1,2,3'"
  })
  void aPartOfTheCallIsToldFromItsFirstWordToItsLast(String part, double amount, String hit) {
    said(10, 50, "price");
    said(50, 100, "price");
    said(150, 200, "price");
    said(200, 210, "price");

    assertThat(hits("within: {%s: %s}".formatted(part, amount)))
        .isEqualTo(List.of(hit.split(",")).stream().map(Integer::valueOf).toList());
  }

  @Test
  void withoutTimesPerCentCountTurnsAndMinutesAreNotKnown() {
    for (int turn = 0; turn < 11; turn++) {
      say(CUSTOMER, turn % 2 == 0 ? "price" : "价格");
    }

    assertThat(hits("within: {first_percent: 10}")).containsExactly(0, 1);
    assertThat(hits("within: {last_percent: 10}")).containsExactly(9, 10);
    assertThat(hits("within: {last_percent: 1}")).containsExactly(10);
    assertThat(hits("within: {first_minutes: 600}")).isEmpty();
    assertThat(hits("within: {last_minutes: 600}")).isEmpty();
  }

  @Test
  void theStageIsTheOneThatTheModelIsSureOf() {
    say(REP, "price");
    say(REP, "价格");
    say(REP, "price");
    say(REP, "价格");
    labels.put(0, CallSketch.labels(0, 0, "CLOSE", 0.9));
    labels.put(1, CallSketch.labels(0, 0, "CLOSE", 0.4));
    labels.put(2, CallSketch.labels(0, 0, "VALUE", 0.9));

    assertThat(hits("stage: [CLOSE]")).containsExactly(0);
    assertThat(hits("stage: [CLOSE, VALUE]")).containsExactly(0, 2);
    assertThat(CallStage.NONE.isOf(labels.get(0))).isFalse();
  }

  @Test
  void silenceIsBetweenWhatWasLastHeardOfAnybodyAndTheTurn() {
    said(0, 10, "price");
    said(12, 20, "price");
    said(13, 14, "hm");
    said(25, 26, "price");
    say(CUSTOMER, "zh", 32.0, 33.0, "价格");

    assertThat(hits("after_silence: 5s")).containsExactly(3, 4);
    assertThat(hits("after_silence: 5.5s")).containsExactly(4);
    turns.replaceAll(TestTrackedCall::untimed);
    assertThat(hits("after_silence: 1s")).isEmpty();
  }

  private static Turn untimed(Turn turn) {
    return new Turn(
        turn.callId(),
        turn.turnNo(),
        turn.callDate(),
        turn.speakerNo(),
        null,
        turn.speaker(),
        null,
        null,
        null,
        turn.language(),
        turn.text(),
        List.of(),
        turn.sourceVersion(),
        turn.definitionVersion());
  }

  @Test
  void whatIsSaidAgainSoonEnoughIsRepeated() {
    for (String text :
        List.of("price", "well", "price, price", "so", "so", "so", "价格", "嗯", "嗯", "价格")) {
      say(CUSTOMER, text);
    }

    assertThat(hits("repeats: {times: 2, within_turns: 3}")).containsExactly(0, 2);
    assertThat(hits("repeats: {times: 2, within_turns: 4}")).containsExactly(0, 2, 6, 9);
    assertThat(hits("repeats: {times: 3, within_turns: 7}")).containsExactly(0, 2, 6);
    assertThat(hits("repeats: {times: 3, within_turns: 6}")).isEmpty();
  }

  @Test
  void onlyTurnsThatPassTheOtherRulesAreRepeated() {
    say(CUSTOMER, "What is the price?");
    say(REP, "What price do you pay?");
    say(CUSTOMER, "The price is high.");

    assertThat(hits("repeats: {times: 2, within_turns: 3}")).containsExactly(0, 1, 2);
    assertThat(hits("in_question: true\nrepeats: {times: 2, within_turns: 3}"))
        .containsExactly(0, 1);
    assertThat(hits("said_by: CUSTOMER\nin_question: true\nrepeats: {times: 2, within_turns: 3}"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"price,Good morning.", "价格,早上好。"})
  void aCallInWhichNothingIsHeardIsHitOnceWithTheTurnsThatWereSearched(String word, String text) {
    say(REP, word);
    say(REP, text);
    say(CUSTOMER, text);
    say(REP, text);

    assertThat(places("absence: true")).isEmpty();
    assertThat(places("said_by: CUSTOMER\nabsence: true")).containsExactly(new Place(null, 2, 3));
    assertThat(places("said_by: REP\nwithin: {last_percent: 75}\nabsence: true"))
        .containsExactly(new Place(null, 1, 4));
    assertThat(places("in_question: true\nabsence: true")).containsExactly(new Place(null, 0, 4));
  }

  @Test
  void nothingIsMissedWhereNothingWasSearched() {
    say(REP, "Good morning.");
    say(REP, "de", null, null, "Guten Morgen.");

    assertThat(places("said_by: CUSTOMER\nabsence: true")).isEmpty();
    assertThat(places("within: {last_minutes: 5}\nabsence: true")).isEmpty();
    assertThat(places("within: {last_percent: 50}\nabsence: true")).isEmpty();
    assertThat(places("stage: [CLOSE]\nabsence: true")).isEmpty();
    assertThat(places("absence: true")).containsExactly(new Place(null, 0, 1));
  }

  @Test
  void aVoiceOfUnknownSideMayHaveSaidIt() {
    say(REP, "Good morning.");
    say(UNKNOWN, "The price is ten.");

    assertThat(places("said_by: REP\nabsence: true")).isEmpty();
    assertThat(places("said_by: REP")).isEmpty();
  }

  @Test
  void aMeaningIsNotMissedInATurnThatNoModelRead() {
    say(REP, "Good morning.");
    String meaning =
        """
        absence: true
        meaning:
          en:
            like: [a, b, c, d, e]
            unlike: [f, g, h, i, j]
        """;

    assertThat(places(meaning)).isEmpty();
    labels.put(0, CallSketch.labels(0, 0, "OPENING", 0.9));
    assertThat(places(meaning)).containsExactly(new Place(null, 0, 1));
  }
}
