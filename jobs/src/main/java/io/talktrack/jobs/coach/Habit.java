package io.talktrack.jobs.coach;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.groupingBy;

import io.talktrack.coaching.Insight;
import io.talktrack.coaching.Severity;
import java.util.Comparator;
import java.util.List;

/**
 * One kind of insight about one rep, on however many calls.
 *
 * @param telling the newest of the most severe ones
 * @param severity of the most severe one
 * @param calls on how many calls
 * @param share of the rep's calls, 0 to 1
 */
record Habit(Insight telling, Severity severity, int calls, double share) {
  private static final Comparator<Insight> NEWEST_OF_THE_MOST_SEVERE =
      comparing(Insight::severity)
          .thenComparing(Insight::callDate, Comparator.reverseOrder())
          .thenComparing(Insight::callId);

  /** The severest first, and of these what happens most often. */
  private static final Comparator<Habit> ORDER =
      comparing(Habit::severity)
          .thenComparing(comparingDouble(Habit::share).reversed())
          .thenComparing(Habit::calls, Comparator.reverseOrder())
          .thenComparing(habit -> habit.telling().repId())
          .thenComparing(habit -> habit.telling().kind());

  /**
   * The habits of one rep.
   *
   * @param insights all about this rep
   * @param repCalls how many calls the rep had
   */
  static List<Habit> of(List<Insight> insights, int repCalls) {
    return insights.stream().collect(groupingBy(Insight::kind)).values().stream()
        .map(
            ofKind -> {
              Insight telling = ofKind.stream().min(NEWEST_OF_THE_MOST_SEVERE).orElseThrow();
              return new Habit(
                  telling, telling.severity(), ofKind.size(), (double) ofKind.size() / repCalls);
            })
        .sorted(ORDER)
        .toList();
  }

  static List<Habit> sorted(List<Habit> habits) {
    return habits.stream().sorted(ORDER).toList();
  }

  boolean isPraise() {
    return severity == Severity.PRAISE;
  }
}
