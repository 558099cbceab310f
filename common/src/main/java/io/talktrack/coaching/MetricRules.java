package io.talktrack.coaching;

import static io.talktrack.coaching.Severity.ADVICE;
import static io.talktrack.coaching.Severity.PRAISE;
import static io.talktrack.coaching.Severity.WARNING;
import static io.talktrack.metric.MetricDefinition.INTERRUPTIONS;
import static io.talktrack.metric.MetricDefinition.LONGEST_CUSTOMER_STORY_SECONDS;
import static io.talktrack.metric.MetricDefinition.LONGEST_MONOLOGUE_SECONDS;
import static io.talktrack.metric.MetricDefinition.NEXT_STEP_SET;
import static io.talktrack.metric.MetricDefinition.QUESTION_COUNT_REP;
import static io.talktrack.metric.MetricDefinition.SENTIMENT_CHANGE;
import static io.talktrack.metric.MetricDefinition.TALK_RATIO_OF_CALL;
import static io.talktrack.metric.MetricDefinition.TALK_RATIO_OF_SPEECH;
import static io.talktrack.metric.MetricDefinition.WORDS_PER_MINUTE;

import io.talktrack.metric.CallMetric;
import io.talktrack.metric.MetricDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What the measures of a call say to its rep. The limits are published ones where there are any.
 */
final class MetricRules {
  private static final double HARMFUL_TALK_RATIO = 0.65;
  private static final double VERY_LONG_MONOLOGUE = 150;
  private static final double MINUTES_OF_A_FULL_CALL = 30;
  private static final double MANY_INTERRUPTIONS = 3;
  private static final double MOOD_SWING = 2;

  static List<Insight> of(CoachedCall call) {
    return Stream.of(
            rule(call, TALK_RATIO_OF_SPEECH, MetricRules::talkRatio),
            rule(call, LONGEST_MONOLOGUE_SECONDS, MetricRules::monologue),
            rule(call, LONGEST_CUSTOMER_STORY_SECONDS, MetricRules::story),
            rule(call, QUESTION_COUNT_REP, MetricRules::questions),
            rule(call, WORDS_PER_MINUTE, MetricRules::pace),
            rule(call, INTERRUPTIONS, MetricRules::interruptions),
            rule(call, NEXT_STEP_SET, MetricRules::nextStep),
            rule(call, SENTIMENT_CHANGE, MetricRules::mood))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Insight> rule(
      CoachedCall call,
      MetricDefinition metric,
      BiFunction<CoachedCall, CallMetric, Optional<Insight>> rule) {
    return call.metric(metric).flatMap(found -> rule.apply(call, found));
  }

  private static Optional<Insight> talkRatio(CoachedCall call, CallMetric found) {
    String percent = whole(found.value() * 100);
    if (found.value() > HARMFUL_TALK_RATIO) {
      return insight(
          call,
          InsightText.TALK_RATIO_HIGH,
          WARNING,
          TALK_RATIO_OF_SPEECH,
          found,
          percent,
          whole(HARMFUL_TALK_RATIO * 100));
    }

    return isInRange(TALK_RATIO_OF_SPEECH, found)
        ? insight(call, InsightText.BALANCED_TALK, PRAISE, TALK_RATIO_OF_SPEECH, found, percent)
        : Optional.empty();
  }

  private static Optional<Insight> monologue(CoachedCall call, CallMetric found) {
    double limit = LONGEST_MONOLOGUE_SECONDS.rangeHigh();
    return found.value() <= limit
        ? Optional.empty()
        : insight(
            call,
            InsightText.LONG_MONOLOGUE,
            found.value() >= VERY_LONG_MONOLOGUE ? WARNING : ADVICE,
            LONGEST_MONOLOGUE_SECONDS,
            found,
            whole(found.value()),
            whole(limit));
  }

  private static Optional<Insight> story(CoachedCall call, CallMetric found) {
    return isInRange(LONGEST_CUSTOMER_STORY_SECONDS, found)
        ? insight(
            call,
            InsightText.CUSTOMER_STORY,
            PRAISE,
            LONGEST_CUSTOMER_STORY_SECONDS,
            found,
            whole(found.value()))
        : Optional.empty();
  }

  /** The published 11 are for a call of half an hour; shorter calls need fewer in proportion. */
  private static Optional<Insight> questions(CoachedCall call, CallMetric found) {
    double minutes =
        call.metric(TALK_RATIO_OF_CALL).map(metric -> metric.denominator() / 60_000).orElse(0.0);
    double full = QUESTION_COUNT_REP.rangeLow();
    double expected = Math.floor(full * Math.min(1, minutes / MINUTES_OF_A_FULL_CALL));
    if (found.value() < expected) {
      return insight(
          call,
          InsightText.FEW_QUESTIONS,
          ADVICE,
          QUESTION_COUNT_REP,
          found,
          whole(found.value()),
          whole(expected));
    }

    return isInRange(QUESTION_COUNT_REP, found)
        ? insight(
            call,
            InsightText.GOOD_QUESTIONS,
            PRAISE,
            QUESTION_COUNT_REP,
            found,
            whole(found.value()))
        : Optional.empty();
  }

  /** The published range is in words, so Chinese characters have none. */
  private static Optional<Insight> pace(CoachedCall call, CallMetric found) {
    return found.unit().equals(WORDS_PER_MINUTE.unit())
            && found.value() > WORDS_PER_MINUTE.rangeHigh()
        ? insight(
            call,
            InsightText.TALKS_FAST,
            ADVICE,
            WORDS_PER_MINUTE,
            found,
            whole(found.value()),
            whole(WORDS_PER_MINUTE.rangeLow()),
            whole(WORDS_PER_MINUTE.rangeHigh()))
        : Optional.empty();
  }

  private static Optional<Insight> interruptions(CoachedCall call, CallMetric found) {
    return found.value() >= MANY_INTERRUPTIONS
        ? insight(
            call, InsightText.INTERRUPTS_OFTEN, ADVICE, INTERRUPTIONS, found, whole(found.value()))
        : Optional.empty();
  }

  private static Optional<Insight> nextStep(CoachedCall call, CallMetric found) {
    return found.value() > 0
        ? insight(call, InsightText.NEXT_STEP_AGREED, PRAISE, NEXT_STEP_SET, found)
        : insight(call, InsightText.NO_NEXT_STEP, WARNING, NEXT_STEP_SET, found);
  }

  private static Optional<Insight> mood(CoachedCall call, CallMetric found) {
    if (Math.abs(found.value()) < MOOD_SWING) {
      return Optional.empty();
    }

    String points = String.format(Locale.ROOT, "%.1f", Math.abs(found.value()));
    return found.value() < 0
        ? insight(call, InsightText.MOOD_FELL, ADVICE, SENTIMENT_CHANGE, found, points)
        : insight(call, InsightText.MOOD_ROSE, PRAISE, SENTIMENT_CHANGE, found, points);
  }

  private static Optional<Insight> insight(
      CoachedCall call,
      InsightText text,
      Severity severity,
      MetricDefinition metric,
      CallMetric found,
      String... arguments) {
    return Optional.of(Insight.of(call, text, severity, metric, found, arguments));
  }

  private static boolean isInRange(MetricDefinition metric, CallMetric found) {
    return found.value() >= metric.rangeLow() && found.value() <= metric.rangeHigh();
  }

  private static String whole(double number) {
    return Long.toString(Math.round(number));
  }

  private MetricRules() {}
}
