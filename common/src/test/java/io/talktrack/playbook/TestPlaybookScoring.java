package io.talktrack.playbook;

import static io.talktrack.call.Speaker.CUSTOMER;
import static io.talktrack.call.Speaker.REP;
import static io.talktrack.call.Speaker.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.call.Source;
import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import io.talktrack.objection.Objection;
import io.talktrack.objection.ObjectionType;
import io.talktrack.objection.Stance;
import io.talktrack.sentiment.TextLabels;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestPlaybookScoring {
  private static final String ASKS_WHO_DECIDES =
      """
              lines:
                en:
                  positive:
                    - so who has to sign the contract
                    - who has to approve the contract
                    - who must approve and sign
                    - who else must approve it
                    - who can approve and sign the contract
                  negative:
                    - we deliver within two years
                    - our colleagues met yesterday evening
                    - the app shows a green button
                    - many people like the map
                    - the app needs a password
      """;
  private static final String RECORDED = "this call is being recorded";
  private static final String THEN_SAYS_IT =
      """
            - id: says-recorded
              instruction: {en: Say that the call is recorded.}
              after_criterion: asks-who-decides
              must_say: {en: [this call is being recorded]}
      """;
  private static final String ASKED = "so who has to approve and sign the contract";
  private static final String CHAT = "lovely weather today in the valley";

  @Test
  void aMetCriterionShowsTheWholeTurn() {
    CallPlaybook result =
        score(
            meaning(""),
            turn(0, REP, CHAT),
            turn(1, REP, "𝒊t: " + ASKED),
            turn(2, CUSTOMER, "me"));

    assertThat(only(result).outcome()).isEqualTo("MET");
    assertThat(only(result).score()).isEqualTo(1.0);
    assertThat(only(result).reason()).isNull();
    assertThat(spans(result)).containsExactly("EVIDENCE 1..1 [0, 47)");
  }

  @Test
  void anUnmetCriterionShowsWhatWasSearchedAndTheNearestMiss() {
    CallPlaybook result =
        score(
            meaning(""),
            turn(0, REP, "ok"),
            turn(1, REP, CHAT),
            turn(2, CUSTOMER, ASKED),
            turn(3, REP, "the app shows a green button"));

    assertThat(only(result).outcome()).isEqualTo("NOT_MET");
    assertThat(only(result).score()).isEqualTo(0.0);
    assertThat(spans(result)).hasSize(2).first().isEqualTo("SEARCHED 1..3 [0, 28)");
    assertThat(spans(result).get(1)).startsWith("NEAREST_MISS ");
  }

  @Test
  void withoutAKnownRepThereIsNoScore() {
    CallPlaybook result = score(meaning(""), turn(0, UNKNOWN, ASKED), turn(1, CUSTOMER, CHAT));

    assertAbstained(result, "no speaker is known to be a rep");
  }

  @Test
  void whatAnUnknownSpeakerSaidIsNotCalledMissing() {
    CallPlaybook result = score(meaning(""), turn(0, REP, CHAT), turn(1, UNKNOWN, ASKED));

    assertAbstained(result, "it was said by a speaker whose side is not known");
    assertThat(spans(result)).containsExactly("NEAREST_MISS 1..1 [0, 43)");
  }

  @Test
  void aTurnThatWasNotReadIsNotCalledMissing() {
    List<Turn> turns = List.of(turn(0, REP, CHAT), turn(1, REP, ASKED));
    Map<Integer, float[]> embeddings = Map.of(0, WordHashes.of(CHAT));

    CallPlaybook result =
        scoring(meaning(""), "en").score(PlaybookCall.of(turns, Map.of(), embeddings, List.of()));

    assertAbstained(result, "1 of the rep's turns were not read by the encoder");
  }

  @Test
  void otherLanguagesGetNoScore() {
    CallPlaybook result =
        scoring(meaning(""), "fr").score(call(List.of(turn(0, REP, ASKED)), List.of()));

    assertAbstained(result, "the playbook has no lines in fr");
  }

  @Test
  void fewerThanFiveLinesGetNoScore() {
    String few = meaning("").replaceFirst(" +- who else must approve it\n", "");

    CallPlaybook result = score(few, turn(0, REP, ASKED));

    assertAbstained(
        result, "4 positive and 5 negative lines in en are too few: 5 of each are needed");
  }

  @Test
  void onlyRepTurnsOfFourWordsAreSearched() {
    assertAbstained(
        score(meaning(""), turn(0, REP, "who signs it")), "no rep turn is long enough to search");
  }

  @Test
  void onlyTheFirstMinutesAreSearched() {
    String early = meaning("first_minutes: 1");

    assertThat(only(score(early, turn(0, REP, ASKED))).outcome()).isEqualTo("MET");
    assertThat(only(score(early, turn(0, REP, CHAT), turn(12, REP, ASKED))).outcome())
        .isEqualTo("NOT_MET");
    assertAbstained(score(early, untimed(0, REP, ASKED)), "the transcript has no times");
  }

  @Test
  void onlyTheTurnsAfterAnObjectionAreSearched() {
    String after = meaning("after_objection: {types: [PRICE_BUDGET], turns: 2}");
    List<Turn> turns =
        List.of(turn(0, REP, ASKED), turn(1, CUSTOMER, "too much"), turn(2, REP, CHAT));

    assertThat(outcome(after, turns)).isEqualTo("NOT_APPLICABLE");
    assertThat(outcome(after, turns, objection(1, ObjectionType.BRUSH_OFF)))
        .isEqualTo("NOT_APPLICABLE");
    assertThat(outcome(after, turns, objection(1, ObjectionType.PRICE_BUDGET)))
        .isEqualTo("NOT_MET");
    assertThat(outcome(after, turns.subList(0, 2), objection(1, ObjectionType.PRICE_BUDGET)))
        .isEqualTo("NOT_APPLICABLE");
  }

  @Test
  void aStageThatWasNotReachedLeavesTheCriterionOut() {
    List<Turn> turns = List.of(turn(0, REP, ASKED));
    PlaybookScoring scoring = scoring(meaning("applies_when: {stage: CLOSE}"), "en");
    Map<Integer, float[]> embeddings = Map.of(0, WordHashes.of(ASKED));

    assertThat(only(scoring.score(call(turns, List.of()))).outcome()).isEqualTo("NOT_APPLICABLE");
    assertThat(
            only(scoring.score(
                    PlaybookCall.of(turns, Map.of(0, stage("CLOSE", 0.8)), embeddings, List.of())))
                .outcome())
        .isEqualTo("MET");
  }

  @Test
  void requiredWordsMayHaveSmallSlips() {
    String must = criterion("        must_say: {en: [this call is being recorded]}\n");

    CallPlaybook result = score(must, turn(0, REP, "Well, this call's being recorded, ok?"));

    assertThat(only(result).outcome()).isEqualTo("MET");
    assertThat(spans(result)).containsExactly("EVIDENCE 0..0 [6, 32)");
    assertThat(only(score(must, turn(0, REP, CHAT))).outcome()).isEqualTo("NOT_MET");
  }

  @Test
  void requiredWordsThatWereNotSaidShowTheNearestTurn() {
    String must = criterion("        must_say: {en: [this call is being recorded]}\n");

    CallPlaybook result =
        score(
            must,
            turn(0, REP, CHAT),
            turn(1, CUSTOMER, RECORDED),
            turn(2, REP, "we are taping the call, is that fine"),
            turn(3, REP, "the app shows a green button"));

    assertThat(only(result).outcome()).isEqualTo("NOT_MET");
    assertThat(only(result).reason()).isEqualTo("the words were not said");
    assertThat(spans(result)).containsExactly("SEARCHED 0..3 [0, 28)", "NEAREST_MISS 2..2 [0, 36)");
  }

  @Test
  void ofTurnsThatWereNotReadNoneIsTheNearest() {
    String must = criterion("        must_say: {en: [this call is being recorded]}\n");
    PlaybookCall unread =
        PlaybookCall.of(List.of(turn(0, REP, CHAT)), Map.of(), Map.of(), List.of());

    assertThat(spans(scoring(must, "en").score(unread))).containsExactly("SEARCHED 0..0 [0, 34)");
  }

  @Test
  void whatComesAfterAnotherCriterionIsSearchedFromItsFirstWordsOn() {
    CallPlaybook inOrder =
        score(
            meaning("") + THEN_SAYS_IT,
            turn(0, REP, "who can approve and sign the contract"),
            turn(1, REP, RECORDED),
            turn(2, REP, ASKED),
            turn(3, REP, ASKED),
            turn(4, REP, ASKED));
    CallPlaybook tooEarly =
        score(
            meaning("") + THEN_SAYS_IT,
            turn(0, REP, RECORDED),
            turn(1, REP, ASKED),
            turn(2, REP, CHAT));

    assertThat(outcomes(inOrder)).containsExactly("MET null", "MET null");
    assertThat(spans(inOrder)).hasSize(4).last().isEqualTo("EVIDENCE 1..1 [0, 27)");
    assertThat(outcomes(tooEarly))
        .containsExactly("MET null", "NOT_MET it was said before 'asks-who-decides' only");
    assertThat(spans(tooEarly))
        .containsExactly(
            "EVIDENCE 1..1 [0, 43)", "SEARCHED 1..2 [0, 34)", "NEAREST_MISS 0..0 [0, 27)");
  }

  @Test
  void oneTurnMayMeetBothInWhateverOrder() {
    String both =
        criterion("        must_say: {en: [who has to sign the contract]}\n") + THEN_SAYS_IT;

    assertThat(outcomes(score(both, turn(0, REP, RECORDED + ", who has to sign the contract"))))
        .containsExactly("MET null", "MET null");
  }

  @Test
  void whatNeverCameIsFollowedByNothing() {
    CallPlaybook never = score(meaning("") + THEN_SAYS_IT, turn(0, REP, RECORDED));
    CallPlaybook unknown =
        score(meaning("") + THEN_SAYS_IT, turn(0, REP, RECORDED), turn(1, UNKNOWN, ASKED));

    assertThat(outcomes(never).get(1))
        .isEqualTo("NOT_APPLICABLE 'asks-who-decides' is not met: nothing comes after it");
    assertThat(outcomes(unknown).get(1))
        .isEqualTo("ABSTAINED whether 'asks-who-decides' is met is not known");
  }

  @Test
  void forbiddenWordsFailUnlessNegated() {
    String never = criterion("        must_not_say: {en: [I guarantee you will save money]}\n");

    CallPlaybook said = score(never, turn(0, REP, "look, I guarantee you'll save money"));
    CallPlaybook negated = score(never, turn(0, REP, "I can't guarantee you will save money"));
    CallPlaybook clean = score(never, turn(0, REP, CHAT), turn(1, REP, CHAT));

    assertThat(only(said).outcome()).isEqualTo("NOT_MET");
    assertThat(spans(said)).containsExactly("VIOLATION 0..0 [6, 35)");
    assertAbstained(negated, "the words stand beside a negation");
    assertThat(only(clean).outcome()).isEqualTo("MET");
    assertThat(spans(clean)).containsExactly("SEARCHED 0..1 [0, 34)");
  }

  @Test
  void forbiddenWordsInAnotherLanguageFailToo() {
    String never =
        criterion(
                "        must_not_say: {en: [I guarantee you will save money], zh: [我保证您一定能省钱]}\n")
            .replace("[en]", "[en, zh]")
            .replace("instruction: {en: Ask who decides.}", "instruction: {en: Never, zh: 不}")
            .replace("title: {en: Qualification}", "title: {en: Q, zh: 问}");
    PlaybookScoring chinese = scoring(never, "zh");
    PlaybookCall said = call(List.of(turn(0, REP, CHAT), in("zh", 1, REP, "我保证您一定能省钱")), List.of());
    PlaybookCall clean =
        call(List.of(turn(0, REP, CHAT), in("zh", 1, REP, "今天的天气真的很好")), List.of());

    assertThat(only(scoring(never, "en").score(said, List.of(chinese))).outcome())
        .isEqualTo("NOT_MET");
    assertThat(spans(scoring(never, "en").score(said, List.of(chinese))))
        .containsExactly("VIOLATION 1..1 [0, 9)");
    assertThat(only(scoring(never, "en").score(clean, List.of(chinese))).outcome())
        .isEqualTo("MET");
    assertThat(spans(scoring(never, "en").score(clean, List.of(chinese))))
        .containsExactly("SEARCHED 0..0 [0, 34)", "SEARCHED 1..1 [0, 9)");
  }

  @Test
  void whatIsMetInAnotherLanguageIsMet() {
    PlaybookScoring english = scoring(meaning(""), "en");
    PlaybookCall mixed =
        call(List.of(in("zh", 0, REP, "今天的天气真的很好"), turn(1, REP, ASKED)), List.of());

    CallPlaybook result = scoring(meaning(""), "zh").score(mixed, List.of(english));

    assertAbstained(result, "the playbook has no lines in zh");
    assertThat(only(english.score(mixed, List.of(scoring(meaning(""), "zh")))).outcome())
        .isEqualTo("MET");
  }

  @Test
  void turnsThatNoModelReadsAreNotCalledMissing() {
    CallPlaybook result =
        scoring(meaning(""), "en")
            .score(
                call(
                    List.of(turn(0, REP, CHAT), in("de", 1, REP, "wer muss das unterschreiben")),
                    List.of()));

    assertAbstained(result, "1 of the rep's turns are in a language that is not searched");
  }

  @Test
  void theOrderInWhichThingsAreGivenDoesNotChangeABit() {
    List<Turn> turns =
        new ArrayList<>(
            List.of(
                turn(0, REP, ASKED),
                turn(1, CUSTOMER, "too much"),
                turn(2, REP, "who must approve this contract"),
                turn(3, REP, CHAT)));
    PlaybookScoring scoring = scoring(meaning(""), "en");
    CallPlaybook first = scoring.score(call(turns, List.of()));

    Collections.reverse(turns);

    assertThat(scoring.score(call(turns, List.of()))).isEqualTo(first);
  }

  @Test
  void aFittedPlaybookTravels() throws IOException, ClassNotFoundException {
    PlaybookScoring scoring = scoring(meaning(""), "en");
    PlaybookCall call = call(List.of(turn(0, REP, ASKED)), List.of());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(scoring);

    Object arrived =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

    assertThat(((PlaybookScoring) arrived).score(call)).isEqualTo(scoring.score(call));
  }

  private static String meaning(String extra) {
    return criterion((extra.isEmpty() ? "" : "        " + extra + "\n") + ASKS_WHO_DECIDES);
  }

  private static String criterion(String check) {
    return """
    name: test
    version: "1"
    languages: [en]
    stages:
      - id: qualification
        title: {en: Qualification}
        criteria:
          - id: asks-who-decides
            instruction: {en: Ask who decides.}
    """
        + check;
  }

  private static PlaybookScoring scoring(String yaml, String language) {
    return PlaybookScoring.fit(PlaybookReader.read(yaml), language, WordHashes::of, "v1");
  }

  private static CallPlaybook score(String yaml, Turn... turns) {
    return scoring(yaml, "en").score(call(Arrays.asList(turns), List.of()));
  }

  private static String outcome(String yaml, List<Turn> turns, Objection... objections) {
    return only(scoring(yaml, "en").score(call(turns, List.of(objections)))).outcome();
  }

  private static PlaybookCall call(List<Turn> turns, List<Objection> objections) {
    Map<Integer, float[]> embeddings = new HashMap<>();
    turns.forEach(turn -> embeddings.put(turn.turnNo(), WordHashes.of(turn.text())));
    return PlaybookCall.of(turns, Map.of(), embeddings, objections);
  }

  private static PlaybookScore only(CallPlaybook result) {
    assertThat(result.scores()).hasSize(1);
    return result.scores().get(0);
  }

  private static List<String> outcomes(CallPlaybook result) {
    return result.scores().stream().map(score -> score.outcome() + " " + score.reason()).toList();
  }

  private static List<String> spans(CallPlaybook result) {
    return result.evidence().stream()
        .map(
            e ->
                "%s %d..%d [%d, %d)"
                    .formatted(e.kind(), e.firstTurn(), e.lastTurn(), e.start(), e.end()))
        .toList();
  }

  private static void assertAbstained(CallPlaybook result, String reason) {
    assertThat(only(result).outcome()).isEqualTo("ABSTAINED");
    assertThat(only(result).score()).isNull();
    assertThat(only(result).reason()).isEqualTo(reason);
  }

  private static Turn turn(int no, Speaker speaker, String text) {
    return turn(no, speaker, text, no * 10_000L);
  }

  private static Turn untimed(int no, Speaker speaker, String text) {
    return turn(no, speaker, text, null);
  }

  private static Turn turn(int no, Speaker speaker, String text, Long start) {
    return turn("en", no, speaker, text, start);
  }

  private static Turn in(String language, int no, Speaker speaker, String text) {
    return turn(language, no, speaker, text, no * 10_000L);
  }

  private static Turn turn(String language, int no, Speaker speaker, String text, Long start) {
    LocalDate day = LocalDate.of(2026, 9, 1);
    return new Turn(
        "c1", no, day, 0, null, speaker, null, start, start, language, text, List.of(), "s1", "d1");
  }

  private static Objection objection(int turnNo, ObjectionType type) {
    LocalDate day = LocalDate.of(2026, 9, 1);
    return new Objection(
        "o" + turnNo,
        Source.CALL,
        "c1",
        day,
        turnNo,
        0,
        8,
        type,
        0.9,
        Stance.OBJECTION,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        "s1",
        "d1");
  }

  private static TextLabels stage(String stage, double probability) {
    return new TextLabels(null, 0, 1, 0, null, 0, 1, 0, stage, probability, List.of());
  }
}
