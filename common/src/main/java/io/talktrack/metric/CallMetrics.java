package io.talktrack.metric;

import static io.talktrack.call.Speaker.CUSTOMER;
import static io.talktrack.call.Speaker.REP;

import io.talktrack.call.Turn;
import io.talktrack.objection.Objection;
import io.talktrack.sentiment.TextLabels;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every measure of a call. The same input gives the same bits, in whatever order its turns come.
 */
public final class CallMetrics {

  /**
   * One row per {@link MetricDefinition}, in their order, also for what cannot be told.
   *
   * @param durationMillis of the recording, null where unknown
   * @param turns of this call
   * @param labelsByTurn by turn number; may lack turns
   */
  public static List<CallMetric> measure(
      String callId,
      LocalDate callDate,
      Long durationMillis,
      List<Turn> turns,
      List<Objection> objections,
      Map<Integer, TextLabels> labelsByTurn,
      String sourceVersion) {
    if (turns.stream().anyMatch(turn -> !turn.callId().equals(callId))) {
      throw new IllegalArgumentException(
          "Cannot measure call %s: some turns are of another call. Give the turns of one."
              .formatted(callId));
    }

    Conversation call = new Conversation(turns, durationMillis);
    return Arrays.stream(MetricDefinition.values())
        .map(
            metric ->
                row(
                    callId,
                    callDate,
                    metric,
                    read(metric, call, objections, labelsByTurn),
                    sourceVersion))
        .toList();
  }

  /**
   * The turns that a value comes from: the longest stretch for a monologue or a talk ratio, the
   * questions for their count, what was searched for a next step. Empty where it is every turn.
   */
  public static List<Integer> turnsBehind(
      MetricDefinition metric, List<Turn> turns, Long durationMillis) {
    Conversation call = new Conversation(turns, durationMillis);
    return switch (metric) {
      case TALK_RATIO_OF_CALL, TALK_RATIO_OF_SPEECH, LONGEST_MONOLOGUE_SECONDS, WORDS_PER_MINUTE ->
          TalkTime.longestStretch(REP, call).map(Stretch::turnNos).orElse(List.of());
      case LONGEST_CUSTOMER_STORY_SECONDS ->
          TalkTime.longestStretch(CUSTOMER, call).map(Stretch::turnNos).orElse(List.of());
      case QUESTION_COUNT_REP -> Wording.questionTurns(REP, call);
      case QUESTION_COUNT_CUSTOMER -> Wording.questionTurns(CUSTOMER, call);
      case INTERRUPTIONS, INTERRUPTION_SECONDS_MEAN -> Floor.interruptingTurns(call);
      case NEXT_STEP_SET -> NextStep.searchedTurns(call);
      case SENTIMENT_Q4, SENTIMENT_CHANGE -> SentimentPath.lastQuarterTurns(call);
      default -> List.of();
    };
  }

  private static Reading read(
      MetricDefinition metric,
      Conversation call,
      List<Objection> objections,
      Map<Integer, TextLabels> labels) {
    Optional<String> lack = call.lacks(metric.needs());
    if (lack.isPresent()) {
      return Reading.unavailable(lack.get());
    }

    Reading reading =
        switch (metric) {
          case TALK_RATIO_OF_CALL -> TalkTime.ratioOfCall(call);
          case TALK_RATIO_OF_SPEECH -> TalkTime.ratioOfSpeech(call);
          case LONGEST_MONOLOGUE_SECONDS -> TalkTime.longest(REP, call);
          case LONGEST_CUSTOMER_STORY_SECONDS -> TalkTime.longest(CUSTOMER, call);
          case SWITCHES_PER_HOUR -> Floor.switchesPerHour(call);
          case INTERACTIVITY -> Floor.interactivity(call);
          case PATIENCE_SECONDS -> Floor.patience(call);
          case QUESTION_COUNT_REP -> Wording.questions(REP, call);
          case QUESTION_COUNT_CUSTOMER -> Wording.questions(CUSTOMER, call);
          case WORDS_PER_MINUTE -> TalkTime.pace(call);
          case INTERRUPTIONS -> Floor.interruptions(call);
          case INTERRUPTION_SECONDS_MEAN -> Floor.meanInterruption(call);
          case NON_TALK_3S -> Silence.longerThan(3_000, call);
          case NON_TALK_5S -> Silence.longerThan(5_000, call);
          case FILLER_RATE -> Wording.fillers(call);
          case RESPONSE_AFTER_OBJECTION_SECONDS -> AfterObjection.response(objections);
          case MONOLOGUE_AFTER_OBJECTION_SECONDS -> AfterObjection.monologue(objections);
          case NEXT_STEP_SET -> NextStep.set(call, labels);
          case SENTIMENT_Q1 -> SentimentPath.quarter(1, call, labels);
          case SENTIMENT_Q2 -> SentimentPath.quarter(2, call, labels);
          case SENTIMENT_Q3 -> SentimentPath.quarter(3, call, labels);
          case SENTIMENT_Q4 -> SentimentPath.quarter(4, call, labels);
          case SENTIMENT_CHANGE -> SentimentPath.change(call, labels);
          case DEAL_SENTIMENT_MEAN -> SentimentPath.deal(call, labels);
        };
    return reading.with(call.caveats(metric.needs()));
  }

  private static CallMetric row(
      String callId,
      LocalDate callDate,
      MetricDefinition metric,
      Reading reading,
      String sourceVersion) {
    return new CallMetric(
        callId,
        callDate,
        metric.id(),
        reading.value(),
        reading.unit() == null ? metric.unit() : reading.unit(),
        reading.status().name(),
        reading.reason(),
        reading.numerator(),
        reading.denominator(),
        metric.id(),
        metric.version(),
        sourceVersion);
  }

  private CallMetrics() {}
}
