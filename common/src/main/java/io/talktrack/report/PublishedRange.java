package io.talktrack.report;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where others have found good calls to lie, in the metric's unit and both ends included; its words
 * and source stand under range.METRIC.
 */
record PublishedRange(double low, double high) {
  private static final Map<String, PublishedRange> RANGES =
      Map.ofEntries(
          Map.entry("talk_ratio_of_call", new PublishedRange(0.40, 0.60)),
          Map.entry("talk_ratio_of_speech", new PublishedRange(0.40, 0.60)),
          Map.entry("longest_monologue_seconds", new PublishedRange(0, 76)),
          Map.entry("longest_customer_story_seconds", new PublishedRange(60, 120)),
          Map.entry("switches_per_hour", new PublishedRange(60, 120)),
          Map.entry("interactivity", new PublishedRange(5, 10)),
          Map.entry("patience_seconds", new PublishedRange(0.6, 1.2)),
          Map.entry("question_count_rep", new PublishedRange(11, 14)),
          Map.entry("words_per_minute", new PublishedRange(130, 170)),
          Map.entry("next_step_set", new PublishedRange(0.80, 1)),
          Map.entry("monologue_after_objection_seconds", new PublishedRange(0, 21)));

  static Optional<PublishedRange> of(String metric) {
    return Optional.ofNullable(RANGES.get(metric));
  }

  static Set<String> metrics() {
    return RANGES.keySet();
  }

  boolean holds(double value) {
    return value >= low && value <= high;
  }
}
