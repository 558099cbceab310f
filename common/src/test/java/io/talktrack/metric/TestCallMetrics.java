package io.talktrack.metric;

import static io.talktrack.metric.CallSketch.DAY;
import static io.talktrack.metric.MetricDefinition.FILLER_RATE;
import static io.talktrack.metric.MetricDefinition.INTERACTIVITY;
import static io.talktrack.metric.MetricDefinition.INTERRUPTIONS;
import static io.talktrack.metric.MetricDefinition.INTERRUPTION_SECONDS_MEAN;
import static io.talktrack.metric.MetricDefinition.LONGEST_CUSTOMER_STORY_SECONDS;
import static io.talktrack.metric.MetricDefinition.LONGEST_MONOLOGUE_SECONDS;
import static io.talktrack.metric.MetricDefinition.MONOLOGUE_AFTER_OBJECTION_SECONDS;
import static io.talktrack.metric.MetricDefinition.NEXT_STEP_SET;
import static io.talktrack.metric.MetricDefinition.NON_TALK_3S;
import static io.talktrack.metric.MetricDefinition.NON_TALK_5S;
import static io.talktrack.metric.MetricDefinition.PATIENCE_SECONDS;
import static io.talktrack.metric.MetricDefinition.QUESTION_COUNT_CUSTOMER;
import static io.talktrack.metric.MetricDefinition.QUESTION_COUNT_REP;
import static io.talktrack.metric.MetricDefinition.RESPONSE_AFTER_OBJECTION_SECONDS;
import static io.talktrack.metric.MetricDefinition.SENTIMENT_CHANGE;
import static io.talktrack.metric.MetricDefinition.SENTIMENT_Q1;
import static io.talktrack.metric.MetricDefinition.SENTIMENT_Q2;
import static io.talktrack.metric.MetricDefinition.SENTIMENT_Q4;
import static io.talktrack.metric.MetricDefinition.SWITCHES_PER_HOUR;
import static io.talktrack.metric.MetricDefinition.TALK_RATIO_OF_CALL;
import static io.talktrack.metric.MetricDefinition.TALK_RATIO_OF_SPEECH;
import static io.talktrack.metric.MetricDefinition.WORDS_PER_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.objection.Answers;
import io.talktrack.objection.ObjectionThresholds;
import io.talktrack.objection.ObjectionType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestCallMetrics {
  private static CallSketch twoMinutes() {
    return CallSketch.call("c1")
        .rep(0, 30, "Thanks for joining. What brings you here today?")
        .customer(31, 71, "We lose orders every week because nobody sees the stock")
        .rep(70, 100, "Um, I see. Let us show you how that works")
        .customer(108, 120, "How much is it?");
  }

  @Test
  void talkRatiosComeFromSpeakingTime() {
    assertMeasured(twoMinutes(), TALK_RATIO_OF_CALL, 60.0 / 120);
    assertMeasured(twoMinutes(), TALK_RATIO_OF_SPEECH, 60.0 / 112);
  }

  @Test
  void silenceOfTheRecordingCountsInTheRatioOfTheCall() {
    CallMetric ratio = only(measure(twoMinutes(), 240_000L), TALK_RATIO_OF_CALL);

    assertThat(ratio.value()).isEqualTo(0.25);
    assertThat(ratio.numerator()).isEqualTo(60_000.0);
    assertThat(ratio.denominator()).isEqualTo(240_000.0);
  }

  @Test
  void switchesAndInteractivityComeFromTheSameCount() {
    assertMeasured(twoMinutes(), SWITCHES_PER_HOUR, 90);
    assertMeasured(twoMinutes(), INTERACTIVITY, 10 * 3.0 / (3 + 2));
  }

  @Test
  void aBackChannelBreaksNoMonologueAndAHandOverBreaksNone() {
    CallSketch call =
        CallSketch.call("c1")
            .rep(0, 40, "Here is what we do")
            .customer(40, 41, "Mm-hm.")
            .rep(41, 61, "and my colleague goes on")
            .rep(62, 72, "with the second half of it")
            .customer(73, 80, "That is a lot of ground to cover");

    assertMeasured(call, LONGEST_MONOLOGUE_SECONDS, 70);
    assertMeasured(call, LONGEST_CUSTOMER_STORY_SECONDS, 7);
    assertMeasured(call, SWITCHES_PER_HOUR, 3_600.0 / 80);
  }

  @Test
  void aYesToAQuestionTakesTheFloor() {
    CallSketch call =
        CallSketch.call("c1")
            .rep(0, 10, "Is that so?")
            .customer(10.5, 11, "Yes.")
            .rep(12, 20, "Then let us go on");

    assertMeasured(call, SWITCHES_PER_HOUR, 2 * 3_600.0 / 20);
  }

  @Test
  void patienceIsTheMedianPauseAndAnInterruptionPausesZero() {
    CallSketch call =
        twoMinutes().rep(121, 125, "It depends on your size").customer(126, 130, "We are forty");

    assertMeasured(call, PATIENCE_SECONDS, 0.5);
    assertMeasured(call, INTERRUPTIONS, 1);
    assertMeasured(call, INTERRUPTION_SECONDS_MEAN, 1);
  }

  @Test
  void noOverlapAtAllMakesZeroInterruptionsAnEstimate() {
    CallSketch call = CallSketch.call("c1").rep(0, 9, "Hello there").customer(10, 20, "Good day");

    CallMetric interruptions = only(measure(call), INTERRUPTIONS);

    assertThat(interruptions.value()).isEqualTo(0.0);
    assertThat(interruptions.status()).isEqualTo("ESTIMATED");
    assertThat(interruptions.reason()).contains("no two turns overlap");
    assertUnavailable(call, INTERRUPTION_SECONDS_MEAN, "nobody is interrupted");
  }

  @Test
  void silencesCountFromTheirLimitOn() {
    CallSketch call =
        CallSketch.call("c1")
            .rep(0, 10, "One moment please")
            .customer(14, 20, "No hurry at all")
            .rep(26, 30, "Here it is");

    assertMeasured(call, NON_TALK_3S, 10);
    assertMeasured(call, NON_TALK_5S, 6);
  }

  @Test
  void questionsFillersAndPaceAreCounted() {
    assertMeasured(twoMinutes(), QUESTION_COUNT_REP, 1);
    assertMeasured(twoMinutes(), QUESTION_COUNT_CUSTOMER, 1);
    assertMeasured(twoMinutes(), WORDS_PER_MINUTE, 18);
    assertMeasured(twoMinutes(), FILLER_RATE, 100.0 / 18);
  }

  @Test
  void chineseIsCountedInCharacters() {
    CallSketch call =
        CallSketch.call("c1")
            .rep(0, 6, "嗯，您好，我们今天看一下报价。")
            .customer(7, 9, "价格有点高吧")
            .rep(9.5, 12, "您的预算大概是多少？");

    CallMetric pace = only(measure(call), WORDS_PER_MINUTE);
    CallMetric fillers = only(measure(call), FILLER_RATE);

    assertThat(pace.unit()).isEqualTo("characters per minute");
    assertThat(pace.value()).isEqualTo(21 * 60 / 8.5);
    assertThat(fillers.unit()).isEqualTo("per 100 characters");
    assertThat(fillers.value()).isEqualTo(100.0 / 21);
  }

  @Test
  void answersToObjectionsAreTimed() {
    CallSketch call =
        CallSketch.call("c1")
            .rep(0, 5, "This is the offer")
            .customer(6, 10, "That is far beyond what we have")
            .objects(ObjectionType.PRICE_BUDGET, ObjectionType.AUTHORITY_PROCESS)
            .rep(12, 32, "I hear you, let us look at it");

    assertMeasured(call, RESPONSE_AFTER_OBJECTION_SECONDS, 2);
    assertMeasured(call, MONOLOGUE_AFTER_OBJECTION_SECONDS, 20);
    assertUnavailable(twoMinutes(), RESPONSE_AFTER_OBJECTION_SECONDS, "no objection on this call");
  }

  @Test
  void aNextStepNeedsTheStageAndADateNearTheEnd() {
    CallSketch dated =
        twoMinutes()
            .rep(121, 125, "Shall we meet again to look at the offer?")
            .stage("NEXT_STEP", 0.9)
            .customer(126, 127, "Thursday at three works");
    CallSketch vague =
        twoMinutes().rep(121, 125, "Let us talk again some time").stage("NEXT_STEP", 0.9);

    assertEstimated(dated, NEXT_STEP_SET, 1);
    assertEstimated(vague, NEXT_STEP_SET, 0);
    assertUnavailable(twoMinutes(), NEXT_STEP_SET, "no labelled turn of a rep");
  }

  @Test
  void sentimentIsWeightedByWordsPerQuarter() {
    CallSketch call =
        CallSketch.call("c1")
            .rep(0, 5, "How was the trial for you?")
            .customer(5, 15, "three bad words")
            .feeling(0.1, 0.9)
            .customer(15, 20, "ok then")
            .feeling(0.5, 0.5)
            .rep(20, 80, "We fixed that last week")
            .customer(80, 100, "wonderful news indeed")
            .feeling(0.8, 0.2);

    assertThat(only(measure(call), SENTIMENT_Q1).value()).isEqualTo(5 * -0.8 * 3 / 5);
    assertUnavailable(call, SENTIMENT_Q2, "no labelled customer turn");
    assertThat(only(measure(call), SENTIMENT_Q4).value()).isEqualTo(3.0);
    assertThat(only(measure(call), SENTIMENT_CHANGE).value()).isEqualTo(5.4);
  }

  @Test
  void withoutTimesWordsStandInAndPausesAreUnavailable() {
    CallSketch call =
        CallSketch.call("c1")
            .rep("one two three four five six. What is it?")
            .customer("seven eight nine ten eleven twelve");

    assertEstimated(call, TALK_RATIO_OF_CALL, 0.6);
    assertEstimated(call, TALK_RATIO_OF_SPEECH, 0.6);
    assertEstimated(call, LONGEST_MONOLOGUE_SECONDS, 3.6);
    assertEstimated(call, SWITCHES_PER_HOUR, 600);
    assertMeasured(call, QUESTION_COUNT_REP, 1);
    assertUnavailable(call, WORDS_PER_MINUTE, "no usable times");
    assertUnavailable(call, PATIENCE_SECONDS, "no usable times");
    assertUnavailable(call, NON_TALK_3S, "no usable times");
  }

  @Test
  void endsThatOnlyRepeatTheNextStartHidePauses() {
    CallSketch call =
        CallSketch.call("c1")
            .rep(0, 10, "Good morning to you")
            .customer(10, 20, "Morning, nice to meet")
            .rep(20, 30, "Shall we begin then?")
            .customer(30, 40, "Please do begin");

    assertUnavailable(call, PATIENCE_SECONDS, "hides its pauses");
    assertUnavailable(call, NON_TALK_3S, "hides its pauses");
    assertEstimated(call, TALK_RATIO_OF_CALL, 0.5);
  }

  @Test
  void unknownSidesAreNeverGuessed() {
    CallSketch call =
        CallSketch.call("c1").unknown(0, 10, "Who is this?").unknown(15, 20, "It is me");

    assertUnavailable(call, TALK_RATIO_OF_CALL, "sides unknown: 6 of 6 words");
    assertUnavailable(call, SWITCHES_PER_HOUR, "sides unknown");
    assertMeasured(call, NON_TALK_3S, 5);
  }

  @Test
  void aFewUnknownWordsMakeAnEstimate() {
    CallSketch call =
        CallSketch.call("c1")
            .rep(0, 30, "word ".repeat(40))
            .customer(31, 60, "word ".repeat(40))
            .unknown(61, 62, "sorry, wrong room");

    CallMetric ratio = only(measure(call), TALK_RATIO_OF_SPEECH);

    assertThat(ratio.value()).isEqualTo(30.0 / 60);
    assertThat(ratio.reason()).isEqualTo("3 of 83 words are by speakers of unknown side");
  }

  @Test
  void oneSideAloneIsNoConversation() {
    assertUnavailable(
        CallSketch.call("c1").rep(0, 20, "Please call me back"),
        TALK_RATIO_OF_CALL,
        "only one side speaks");
  }

  @Test
  void chatIsNotSpeechButItsQuestionsCount() {
    CallSketch call = twoMinutes().customerChat("Can you send the slides?");

    assertMeasured(call, TALK_RATIO_OF_CALL, 0.5);
    assertMeasured(call, QUESTION_COUNT_CUSTOMER, 2);
  }

  @Test
  void everyMetricHasARowEvenWithoutTurns() {
    List<CallMetric> rows = measure(CallSketch.call("c1"));

    assertThat(rows)
        .extracting(CallMetric::metric)
        .containsExactlyElementsOf(
            Arrays.stream(MetricDefinition.values()).map(MetricDefinition::id).toList());
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.value()).isNull();
              assertThat(row.reason()).isEqualTo("nobody speaks");
            });
  }

  @Test
  void turnsOfAnotherCallAreRefused() {
    assertThatThrownBy(
            () ->
                CallMetrics.measure(
                    "c2", DAY, null, twoMinutes().turns(), List.of(), Map.of(), "s"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot measure call c2: some turns are of another call. Give the turns of one.");
  }

  static List<CallMetric> measure(CallSketch call) {
    return measure(call, null);
  }

  private static List<CallMetric> measure(CallSketch call, Long durationMillis) {
    return CallMetrics.measure(
        "c1",
        DAY,
        durationMillis,
        call.turns(),
        Answers.of(
            call.turns(), call.labels(), Map.of("en", ObjectionThresholds.same(0.5)), "model-1"),
        call.labels(),
        "source-1");
  }

  private static CallMetric only(List<CallMetric> rows, MetricDefinition metric) {
    return rows.stream().filter(row -> row.metric().equals(metric.id())).findFirst().orElseThrow();
  }

  private static void assertMeasured(CallSketch call, MetricDefinition metric, double value) {
    CallMetric row = only(measure(call), metric);
    assertThat(row.reason()).isNull();
    assertThat(row.status()).isEqualTo("MEASURED");
    assertThat(row.value()).isEqualTo(value);
  }

  private static void assertEstimated(CallSketch call, MetricDefinition metric, double value) {
    CallMetric row = only(measure(call), metric);
    assertThat(row.status()).isEqualTo("ESTIMATED");
    assertThat(row.reason()).isNotBlank();
    assertThat(row.value()).isEqualTo(value);
  }

  private static void assertUnavailable(CallSketch call, MetricDefinition metric, String reason) {
    CallMetric row = only(measure(call), metric);
    assertThat(row.status()).isEqualTo("UNAVAILABLE");
    assertThat(row.reason()).contains(reason);
    assertThat(row.value()).isNull();
  }
}
