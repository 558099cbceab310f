package io.talktrack.jobs.models.quality;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.talktrack.call.Turn;
import io.talktrack.objection.Answers;
import io.talktrack.objection.LabelledExchange;
import io.talktrack.objection.LabelledExchange.Force;
import io.talktrack.objection.LabelledExchange.Line;
import io.talktrack.objection.Objection;
import io.talktrack.objection.ObjectionThresholds;
import io.talktrack.sentiment.TextLabels;
import io.talktrack.sentiment.TextLabels.TypeScore;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * What is told of an objection beside its type: how it is meant and put, and what came of it.
 *
 * <p>Whether the detector finds it is measured elsewhere: here every exchange has its objection,
 * found or not, so that stance, answer and reaction are judged on all of them.
 */
final class ExchangeQuality {
  private final TextReader reader;

  ExchangeQuality(TextReader reader) {
    this.reader = reader;
  }

  /** An exchange and what the rules say of its objection. */
  record Judged(LabelledExchange exchange, Objection objection) {}

  List<Judged> judged(String language, List<LabelledExchange> exchanges) {
    reader.readAll(
        language,
        exchanges.stream()
            .flatMap(exchange -> exchange.lines().stream())
            .map(Line::text)
            .distinct()
            .toList());
    ObjectionThresholds thresholds = reader.thresholds(language);
    return exchanges.stream()
        .map(
            exchange ->
                judged(language, exchange, text -> reader.labels(language, text), thresholds))
        .toList();
  }

  static Judged judged(
      String language,
      LabelledExchange exchange,
      Function<String, TextLabels> labels,
      ObjectionThresholds thresholds) {
    List<Turn> turns = new ArrayList<>();
    Map<Integer, TextLabels> byTurn = new HashMap<>();
    for (int no = 0; no < exchange.lines().size(); no++) {
      Line line = exchange.lines().get(no);
      turns.add(Turn.madeUp(exchange.id(), no, line.speaker(), null, null, language, line.text()));
      TextLabels read = labels.apply(line.text());
      byTurn.put(no, no == exchange.raisedAt() ? raising(read, exchange) : read);
    }
    Objection objection =
        Answers.of(turns, byTurn, Map.of(language, thresholds), "measured").stream()
            .filter(one -> one.unitNo() == exchange.raisedAt())
            .filter(one -> one.type() == exchange.type())
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Cannot judge exchange %s: its turn %d is a back-channel or no customer's. Label a turn that objects."
                            .formatted(exchange.id(), exchange.raisedAt() + 1)));
    return new Judged(exchange, objection);
  }

  /** As read, but sure of the type that was labelled. */
  private static TextLabels raising(TextLabels read, LabelledExchange exchange) {
    return new TextLabels(
        read.sentiment(),
        read.sentimentNegative(),
        read.sentimentNeutral(),
        read.sentimentPositive(),
        read.dealSentiment(),
        read.dealNegative(),
        read.dealNeutral(),
        read.dealPositive(),
        read.stage(),
        read.stageProbability(),
        read.objections().stream()
            .map(
                score ->
                    score.type().equals(exchange.type().name())
                        ? new TypeScore(score.type(), 1)
                        : score)
            .toList(),
        read.carriedBy());
  }

  /** A row for each of stance, addressed and accepted. */
  static void addRows(MarkdownTable table, String language, List<Judged> judged) {
    row(
        table,
        language,
        "stance",
        judged,
        one -> one.exchange().stance().name(),
        one -> one.objection().stance().name());
    row(
        table,
        language,
        "addressed",
        judged.stream().filter(one -> one.objection().isAddressed() != null).toList(),
        one -> Boolean.toString(one.exchange().isAddressed()),
        one -> Boolean.toString(one.objection().isAddressed()));
    row(
        table,
        language,
        "accepted",
        judged.stream()
            .filter(one -> one.exchange().isAccepted() != null)
            .filter(one -> one.objection().isResolved() != null)
            .toList(),
        one -> Boolean.toString(one.exchange().isAccepted()),
        one -> Boolean.toString(one.objection().isResolved()));
  }

  private static void row(
      MarkdownTable table,
      String language,
      String what,
      List<Judged> judged,
      Function<Judged, String> truth,
      Function<Judged, String> told) {
    List<String> is = judged.stream().map(truth).toList();
    List<String> said = judged.stream().map(told).toList();
    int right = 0;
    for (int row = 0; row < is.size(); row++) {
      right += is.get(row).equals(said.get(row)) ? 1 : 0;
    }
    long most =
        is.stream().collect(groupingBy(label -> label, counting())).values().stream()
            .mapToLong(Long::longValue)
            .max()
            .orElse(0);
    table.row(
        language,
        what,
        judged.size(),
        Interval.ofShare(right, judged.size()),
        String.format(Locale.ROOT, "%.3f", most / (double) judged.size()),
        String.format(Locale.ROOT, "%.2f", SecondLabelling.kappa(is, said)));
  }

  /** The mean strength of each force, and how often a strong one is above a mild one. */
  static void addStrength(MarkdownTable table, String language, List<Judged> judged) {
    Map<Force, Double> means =
        judged.stream()
            .filter(one -> one.objection().strength() != null)
            .collect(
                groupingBy(
                    one -> one.exchange().force(),
                    () -> new EnumMap<>(Force.class),
                    averagingDouble(one -> one.objection().strength())));
    List<Object> cells = new ArrayList<>();
    cells.add(language);
    for (Force force : Force.values()) {
      cells.add(String.format(Locale.ROOT, "%.2f", means.getOrDefault(force, Double.NaN)));
    }
    cells.add(String.format(Locale.ROOT, "%.2f", strongAboveMild(judged)));
    table.row(cells.toArray());
  }

  /** The share of pairs of a strong and a mild one in which the strong one is stronger. */
  static double strongAboveMild(List<Judged> judged) {
    double above = 0;
    int pairs = 0;
    for (Judged strong : judged) {
      for (Judged mild : judged) {
        if (strong.exchange().force() == Force.STRONG && mild.exchange().force() == Force.MILD) {
          int order = Double.compare(strong.objection().strength(), mild.objection().strength());
          above += order > 0 ? 1 : order == 0 ? 0.5 : 0;
          pairs++;
        }
      }
    }
    return above / pairs;
  }
}
