package io.talktrack.objection;

import static io.talktrack.objection.ObjectionType.AUTHORITY_PROCESS;
import static io.talktrack.objection.ObjectionType.PRICE_BUDGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.talktrack.metric.CallSketch;
import io.talktrack.sentiment.TextLabels;
import io.talktrack.sentiment.TextLabels.CarryingSpan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestAnswers {
  private static CallSketch priceObjection() {
    return CallSketch.call("c1")
        .rep(0, 5, "This is the offer")
        .customer(6, 10, "😀 that is beyond us")
        .objects(PRICE_BUDGET);
  }

  @Test
  void withoutItsWordsTheEvidenceIsTheWholeTurnInCodePoints() {
    Objection objection = only(priceObjection());

    assertThat(objection.unitNo()).isEqualTo(1);
    assertThat(objection.start()).isZero();
    assertThat(objection.end()).isEqualTo(19);
    assertThat(objection.type()).isEqualTo(PRICE_BUDGET);
    assertThat(objection.probability()).isEqualTo(0.9);
    assertThat(objection.definitionVersion()).isEqualTo("model-1+answers-4");
    assertThat(objection.objectionId()).matches("[0-9a-f]{24}");
  }

  @Test
  void theEvidenceIsTheWordsThatCarriedTheType() {
    CallSketch call = priceObjection();
    TextLabels labels = call.labels().get(1);
    TextLabels carried =
        new TextLabels(
            labels.sentiment(),
            labels.sentimentNegative(),
            labels.sentimentNeutral(),
            labels.sentimentPositive(),
            labels.dealSentiment(),
            labels.dealNegative(),
            labels.dealNeutral(),
            labels.dealPositive(),
            labels.stage(),
            labels.stageProbability(),
            labels.objections(),
            List.of(
                new CarryingSpan("sentiment", "NEGATIVE", 0, 1),
                new CarryingSpan("objection", PRICE_BUDGET.name(), 7, 19)));

    assertThat(
            Answers.of(
                call.turns(),
                Map.of(1, carried),
                Map.of("en", ObjectionThresholds.same(0.5)),
                "model-1"))
        .extracting(Objection::unitNo, Objection::start, Objection::end)
        .containsExactly(tuple(1, 7, 19));
  }

  @Test
  void whatSpeaksForTheDealIsAConditionAndHowFarItTurnsAwayIsItsStrength() {
    CallSketch call = CallSketch.call("c1").customer("At half the price we sign today");
    TextLabels inFavour = CallSketch.labels(0.7, 0.2, "NONE", 0.9, PRICE_BUDGET);

    assertThat(
            Answers.of(
                call.turns(),
                Map.of(0, inFavour),
                Map.of("en", ObjectionThresholds.same(0.5)),
                "model-1"))
        .extracting(Objection::stance, Objection::strength)
        .containsExactly(tuple(Stance.CONDITION, 0.2));
    assertThat(only(priceObjection()))
        .extracting(Objection::stance, Objection::strength)
        .containsExactly(Stance.OBJECTION, 0.8);
  }

  @Test
  void theIdentityFollowsEvidenceTypeAndVersion() {
    CallSketch both =
        CallSketch.call("c1").customer(0, 5, "too dear").objects(PRICE_BUDGET, AUTHORITY_PROCESS);

    assertThat(of(both)).extracting(Objection::objectionId).doesNotHaveDuplicates().hasSize(2);
    assertThat(of(both)).isEqualTo(of(both));
    assertThat(
            Answers.of(
                both.turns(),
                both.labels(),
                Map.of("en", ObjectionThresholds.same(0.5)),
                "model-2"))
        .extracting(Objection::objectionId)
        .doesNotContainAnyElementsOf(of(both).stream().map(Objection::objectionId).toList());
  }

  @Test
  void aTurnIsJudgedByTheThresholdsOfItsOwnLanguage() {
    CallSketch call =
        CallSketch.call("c1")
            .customer(0, 5, "we cannot pay that")
            .objects(PRICE_BUDGET)
            .language("zh")
            .customer(6, 9, "这个价格太高了")
            .objects(PRICE_BUDGET)
            .language("de")
            .customer(10, 12, "das ist zu teuer")
            .objects(PRICE_BUDGET);
    Map<String, ObjectionThresholds> thresholds =
        Map.of("en", ObjectionThresholds.same(0.95), "zh", ObjectionThresholds.same(0.5));

    assertThat(Answers.of(call.turns(), call.labels(), thresholds, "model-1"))
        .extracting(Objection::unitNo)
        .containsExactly(1);
  }

  @Test
  void repTurnsRaiseNoObjection() {
    CallSketch call = CallSketch.call("c1").rep(0, 5, "Is it too dear?").objects(PRICE_BUDGET);

    assertThat(of(call)).isEmpty();
  }

  @Test
  void theAnswerRunsToTheCustomersNextWordAndSkipsBackChannels() {
    Objection objection =
        only(
            priceObjection()
                .rep(10, 10.5, "mm-hm")
                .customer(11, 13, "and it always was")
                .rep(14, 20, "I see why you say that")
                .stage("OBJECTION_HANDLING", 0.8)
                .customer(20, 20.5, "yeah")
                .rep(21, 30, "so let us split it over two years")
                .customer(31, 33, "that could work for us")
                .feeling(0.8, 0.1));

    assertThat(objection.responseUnits()).containsExactly(4, 6);
    assertThat(objection.responseLatencyMillis()).isEqualTo(1_000);
    assertThat(objection.responseMillis()).isEqualTo(16_000);
    assertThat(objection.isAddressed()).isTrue();
    assertThat(objection.isResolved()).isTrue();
  }

  @Test
  void anObjectionThatComesBackIsNotResolved() {
    List<Objection> objections =
        of(
            priceObjection()
                .rep(11, 20, "We hear that a lot")
                .stage("OBJECTION_HANDLING", 0.8)
                .customer(21, 25, "let us look at it")
                .feeling(0.6, 0.1)
                .rep(26, 30, "Here is the plan")
                .stage("SOLUTION", 0.8)
                .customer(31, 35, "still more than we have")
                .objects(PRICE_BUDGET));

    assertThat(objections).extracting(Objection::isResolved).containsExactly(false, null);
    assertThat(objections).extracting(Objection::isAddressed).containsExactly(true, null);
  }

  @Test
  void aNegativeReactionDoesNotResolve() {
    Objection objection =
        only(
            priceObjection()
                .rep(11, 20, "We hear that a lot")
                .stage("OBJECTION_HANDLING", 0.8)
                .customer(21, 25, "no, leave it")
                .feeling(0.1, 0.8));

    assertThat(objection.isResolved()).isFalse();
  }

  @Test
  void aDoubtfulStageDoesNotAddress() {
    Objection objection =
        only(priceObjection().rep(11, 20, "Right, so").stage("OBJECTION_HANDLING", 0.39));

    assertThat(objection.isAddressed()).isFalse();
    assertThat(objection.isResolved()).isNull();
  }

  @Test
  void withoutAChanceOfAnAnswerNothingIsTold() {
    Objection last = only(priceObjection());
    Objection beforeUnknown =
        only(
            priceObjection()
                .unknown(11, 13, "who was that")
                .rep(14, 20, "Let us see")
                .stage("OBJECTION_HANDLING", 0.9));
    Objection unlabelled = only(priceObjection().rep(11, 20, "We hear that a lot"));

    assertThat(List.of(last, beforeUnknown, unlabelled))
        .extracting(Objection::isAddressed)
        .containsOnlyNulls();
    assertThat(last.responseLatencyMillis()).isNull();
    assertThat(beforeUnknown.responseUnits()).isEmpty();
  }

  @Test
  void withoutTimesTheAnswerHasNoLength() {
    Objection objection =
        only(
            CallSketch.call("c1")
                .customer("that is beyond us")
                .objects(PRICE_BUDGET)
                .rep("I see why")
                .stage("OBJECTION_HANDLING", 0.9));

    assertThat(objection.isAddressed()).isTrue();
    assertThat(objection.responseLatencyMillis()).isNull();
    assertThat(objection.responseMillis()).isNull();
  }

  @Test
  void everyTypeNeedsAThreshold() {
    assertThatThrownBy(() -> new ObjectionThresholds(Map.of(PRICE_BUDGET, 0.5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot tell objections: the threshold of AUTHORITY_PROCESS is null. Give every type"
                + " one from 0 to 1.");
  }

  @Test
  void turnsOfTwoCallsAreRefused() {
    List<io.talktrack.call.Turn> turns =
        List.of(
            CallSketch.call("c1").rep(0, 1, "hello").turns().get(0),
            CallSketch.call("c2").rep(0, 1, "hello").turns().get(0));

    assertThatThrownBy(
            () ->
                Answers.of(turns, Map.of(), Map.of("en", ObjectionThresholds.same(0.5)), "model-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot find objections: the turns are of more than one call. Give the turns of one.");
  }

  private static List<Objection> of(CallSketch call) {
    return Answers.of(
        call.turns(), call.labels(), Map.of("en", ObjectionThresholds.same(0.5)), "model-1");
  }

  private static Objection only(CallSketch call) {
    assertThat(of(call)).hasSize(1);
    return of(call).get(0);
  }
}
