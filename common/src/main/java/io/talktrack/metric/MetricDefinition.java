package io.talktrack.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Every measure of a call: what it is, its unit, and who published it and a range for it.
 *
 * <p>Common to all: chat lines are not speech; several reps count as one side; back-channels
 * neither break a stretch nor count as a switch or an interruption; a value is the numerator over
 * the denominator.
 */
public enum MetricDefinition {
  TALK_RATIO_OF_CALL(
      Needs.SIDES_AND_LENGTHS,
      Units.RATIO,
      "The rep's speaking time over the length of the call, silence included.",
      "Amazon Contact Lens, Zoom; Gong Labs 43:57, harm above 65 %; Demodesk 40-60 % in discovery",
      0.40,
      0.60),
  TALK_RATIO_OF_SPEECH(
      Needs.SIDES_AND_LENGTHS,
      Units.RATIO,
      "The rep's speaking time over everybody's speaking time.",
      "Truly; Gong Labs 43:57, harm above 65 %; Demodesk 40-60 % in discovery",
      0.40,
      0.60),
  LONGEST_MONOLOGUE_SECONDS(
      Needs.SIDES_AND_LENGTHS,
      Units.SECONDS,
      "Speaking time of the longest stretch in which only reps take the floor.",
      "Demodesk: at most 76 s; playbooks: below 150 s",
      null,
      76.0),
  LONGEST_CUSTOMER_STORY_SECONDS(
      Needs.SIDES_AND_LENGTHS,
      Units.SECONDS,
      "Speaking time of the longest stretch in which only customers take the floor.",
      "Gong, Dynamics 365: 1-2 minutes",
      60.0,
      120.0),
  SWITCHES_PER_HOUR(
      Needs.SIDES_AND_LENGTHS,
      Units.PER_HOUR,
      "How often the floor goes from one side to the other, per hour of the call.",
      "Dynamics 365: a switch every 30-60 s",
      60.0,
      120.0),
  INTERACTIVITY(
      Needs.SIDES_AND_LENGTHS,
      Units.ZERO_TO_TEN,
      "10 s / (s + m) for s switches in m minutes: 5 at a switch a minute, never above 10.",
      "Gong: above 5 (its own formula is unpublished; this one is Talktrack's)",
      5.0,
      10.0),
  PATIENCE_SECONDS(
      Needs.SIDES_AND_PAUSES,
      Units.SECONDS,
      "Median pause between the end of a customer's stretch and the rep's next word, at least 0.",
      "Gong: 0.6-1.2 s (another playbook: 3 s or more)",
      0.6,
      1.2),
  QUESTION_COUNT_REP(
      Needs.SIDES,
      Units.QUESTIONS,
      "Questions that reps ask, by question marks, else by question words.",
      "Gong Labs: 11-14 in a discovery call",
      11.0,
      14.0),
  QUESTION_COUNT_CUSTOMER(
      Needs.SIDES,
      Units.QUESTIONS,
      "Questions that customers ask, by question marks, else by question words.",
      "Gong (no range published)",
      null,
      null),
  WORDS_PER_MINUTE(
      Needs.SIDES_AND_TIMES,
      Units.WORDS_PER_MINUTE,
      "The reps' words (in Chinese: characters) per minute of their speaking time.",
      "Gong Labs: 130-170 words; 188 when rattled by an objection",
      130.0,
      170.0),
  INTERRUPTIONS(
      Needs.SIDES_AND_PAUSES,
      Units.INTERRUPTIONS,
      "Times that a rep begins while a customer goes on speaking for at least 0.3 s more.",
      "Revenue.io (no range published)",
      null,
      null),
  INTERRUPTION_SECONDS_MEAN(
      Needs.SIDES_AND_PAUSES,
      Units.SECONDS,
      "Mean time that both speak after an interruption, on calls with at least one.",
      "Amazon Contact Lens (no range published)",
      null,
      null),
  NON_TALK_3S(
      Needs.PAUSES,
      Units.SECONDS,
      "Total of the silences of more than 3 s between the first and the last word.",
      "Amazon Contact Lens (no range published)",
      null,
      null),
  NON_TALK_5S(
      Needs.PAUSES,
      Units.SECONDS,
      "Total of the silences of more than 5 s between the first and the last word.",
      "Google Contact Center AI (no range published)",
      null,
      null),
  FILLER_RATE(
      Needs.SIDES,
      Units.PER_100_WORDS,
      "The reps' filler words per 100 words (in Chinese: characters), back-channels left out.",
      "Common practice: a concern when above general use (no number published)",
      null,
      null),
  RESPONSE_AFTER_OBJECTION_SECONDS(
      Needs.SIDES_AND_PAUSES,
      Units.SECONDS,
      "Mean pause before the rep answers an objection.",
      "Gong Labs: the best reps pause about 5 times longer than the others",
      null,
      null),
  MONOLOGUE_AFTER_OBJECTION_SECONDS(
      Needs.SIDES_AND_TIMES,
      Units.SECONDS,
      "Mean time from the first to the last word of the rep's answer to an objection.",
      "Gong Labs: average reps answer with about 21 s",
      null,
      21.0),
  NEXT_STEP_SET(
      Needs.SIDES_AND_LENGTHS,
      Units.ZERO_OR_ONE,
      "1 if in the last 20 % a rep agrees a next step and it or a turn beside it names a date.",
      "Playbooks: below 40 % of calls is low, 80 % and more is top",
      0.80,
      1.0),
  SENTIMENT_Q1(
      Needs.SIDES_AND_LENGTHS,
      Units.SENTIMENT,
      "Customers' sentiment in the first quarter: mean of 5 (p positive - p negative) by words.",
      "Scale of Amazon's post-call analytics",
      null,
      null),
  SENTIMENT_Q2(
      Needs.SIDES_AND_LENGTHS,
      Units.SENTIMENT,
      "Customers' sentiment in the second quarter: mean of 5 (p positive - p negative) by words.",
      "Scale of Amazon's post-call analytics",
      null,
      null),
  SENTIMENT_Q3(
      Needs.SIDES_AND_LENGTHS,
      Units.SENTIMENT,
      "Customers' sentiment in the third quarter: mean of 5 (p positive - p negative) by words.",
      "Scale of Amazon's post-call analytics",
      null,
      null),
  SENTIMENT_Q4(
      Needs.SIDES_AND_LENGTHS,
      Units.SENTIMENT,
      "Customers' sentiment in the last quarter: mean of 5 (p positive - p negative) by words.",
      "Scale of Amazon's post-call analytics",
      null,
      null),
  SENTIMENT_CHANGE(
      Needs.SIDES_AND_LENGTHS,
      Units.SENTIMENT_CHANGE,
      "Customers' sentiment in the last quarter less that in the first.",
      "Amazon's post-call analytics (end minus start)",
      null,
      null),
  DEAL_SENTIMENT_MEAN(
      Needs.SIDES,
      Units.SENTIMENT,
      "Customers' attitude to the purchase over the call, on the scale of their sentiment.",
      "Talktrack's own",
      null,
      null);

  private static final String VERSION = "1";

  private final Needs needs;
  private final String unit;
  private final String definition;
  private final String source;
  private final Double rangeLow;
  private final Double rangeHigh;

  MetricDefinition(
      Needs needs,
      String unit,
      String definition,
      String source,
      Double rangeLow,
      Double rangeHigh) {
    this.needs = needs;
    this.unit = unit;
    this.definition = definition;
    this.source = source;
    this.rangeLow = rangeLow;
    this.rangeHigh = rangeHigh;
  }

  /** As it stands in {@code call_metrics.metric}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String version() {
    return VERSION;
  }

  /** All ids with their versions: a job that has this one has nothing to measure again. */
  public static String versionOfAll() {
    return Arrays.stream(values())
        .map(metric -> metric.id() + "-" + metric.version())
        .collect(Collectors.joining(","));
  }

  public String unit() {
    return unit;
  }

  /** One sentence. */
  public String definition() {
    return definition;
  }

  /** Who published the measure, and what they say of its range. */
  public String source() {
    return source;
  }

  /** Lower end of the published range, null where there is none. */
  public Double rangeLow() {
    return rangeLow;
  }

  /** Upper end of the published range, null where there is none. */
  public Double rangeHigh() {
    return rangeHigh;
  }

  Needs needs() {
    return needs;
  }
}
