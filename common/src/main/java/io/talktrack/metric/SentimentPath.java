package io.talktrack.metric;

import static io.talktrack.call.Speaker.CUSTOMER;

import io.talktrack.sentiment.TextLabels;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Customers' feelings over a call, -5 to 5: the mean of 5 (p positive - p negative) over their
 * turns, weighted by words. A turn belongs to the quarter that its middle lies in. Texts on which
 * the head abstains count with their probabilities.
 */
final class SentimentPath {
  private static final double MICROS = 1_000_000;
  private static final int SCALE = 5;

  static Reading quarter(int quarter, Conversation call, Map<Integer, TextLabels> labels) {
    return mean(call, labels, said -> quarterOf(said, call) == quarter, SentimentPath::feeling);
  }

  static Reading change(Conversation call, Map<Integer, TextLabels> labels) {
    Reading first = quarter(1, call, labels);
    Reading last = quarter(4, call, labels);
    if (first.value() == null || last.value() == null) {
      return Reading.unavailable("the first or the last quarter has no labelled customer turn");
    }

    double denominator = first.denominator() * last.denominator();
    double numerator =
        last.numerator() * first.denominator() - first.numerator() * last.denominator();
    return new Reading(MetricStatus.MEASURED, null, numerator, denominator, null)
        .with(first.reason() == null ? List.of() : List.of("first quarter: " + first.reason()))
        .with(last.reason() == null ? List.of() : List.of("last quarter: " + last.reason()));
  }

  static Reading deal(Conversation call, Map<Integer, TextLabels> labels) {
    return mean(call, labels, said -> true, label -> label.dealPositive() - label.dealNegative());
  }

  static List<Integer> lastQuarterTurns(Conversation call) {
    return call.all().stream()
        .filter(said -> said.turn().speaker() == CUSTOMER && quarterOf(said, call) == 4)
        .map(said -> said.turn().turnNo())
        .toList();
  }

  private static double feeling(TextLabels labels) {
    return labels.sentimentPositive() - labels.sentimentNegative();
  }

  private static Reading mean(
      Conversation call,
      Map<Integer, TextLabels> labels,
      Predicate<Said> belongs,
      ToDoubleFunction<TextLabels> feeling) {
    long sum = 0;
    long words = 0;
    long labelled = 0;
    List<Said> turns =
        call.all().stream()
            .filter(said -> said.turn().speaker() == CUSTOMER)
            .filter(belongs)
            .filter(said -> WordCount.of(said.turn().text()).total() > 0)
            .toList();
    for (Said said : turns) {
      TextLabels label = labels.get(said.turn().turnNo());
      if (label != null) {
        long weight = WordCount.of(said.turn().text()).total();
        sum += Math.round(feeling.applyAsDouble(label) * MICROS) * weight;
        words += weight;
        labelled++;
      }
    }

    if (labelled == 0) {
      return Reading.unavailable("no labelled customer turn here");
    }

    return Reading.of(SCALE * sum / MICROS, (double) words)
        .with(
            labelled == turns.size()
                ? List.of()
                : List.of("%d of %d turns have labels".formatted(labelled, turns.size())));
  }

  private static long quarterOf(Said said, Conversation call) {
    long doubled = said.startMillis() + said.endMillis() - 2 * call.firstMillis();
    return Math.max(1, Math.min(4, 1 + 4 * doubled / (2 * call.spanMillis())));
  }

  private SentimentPath() {}
}
