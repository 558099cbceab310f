package io.talktrack.coaching;

import static io.talktrack.coaching.Severity.ADVICE;
import static io.talktrack.coaching.Severity.PRAISE;
import static io.talktrack.coaching.Severity.WARNING;
import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import io.talktrack.objection.Objection;
import io.talktrack.objection.ObjectionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the objections of a call say to its rep. An objection to which nobody could answer blames
 * nobody.
 */
final class ObjectionRules {
  private static final long AT_ONCE_MILLIS = 300;
  private static final long SPEECH_MILLIS = 90_000;
  private static final long PAUSE_MILLIS = 1_000;
  private static final long HESITATION_MILLIS = 5_000;
  private static final String SECONDS = "seconds";
  private static final String OBJECTIONS = "objections";

  static List<Insight> of(CoachedCall call) {
    List<Objection> objections =
        call.objections().stream()
            .sorted(comparingInt(Objection::unitNo).thenComparing(Objection::type))
            .toList();
    return Stream.of(
            answeredAtOnce(call, objections),
            pausedBeforeAnswer(call, objections),
            priceUnanswered(call, objections),
            othersUnanswered(call, objections),
            allHandled(call, objections))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Insight> answeredAtOnce(CoachedCall call, List<Objection> objections) {
    return objections.stream()
        .filter(found -> found.responseLatencyMillis() != null && found.responseMillis() != null)
        .filter(found -> found.responseLatencyMillis() <= AT_ONCE_MILLIS)
        .filter(found -> found.responseMillis() >= SPEECH_MILLIS)
        .max(comparing(Objection::responseMillis))
        .map(
            found ->
                Insight.of(
                    call,
                    InsightText.ANSWERED_AT_ONCE,
                    WARNING,
                    found.responseMillis() / 1_000.0,
                    SECONDS,
                    turns(List.of(found)),
                    found.type().name(),
                    seconds(found.responseLatencyMillis()),
                    Long.toString(Math.round(found.responseMillis() / 1_000.0))));
  }

  private static Optional<Insight> pausedBeforeAnswer(
      CoachedCall call, List<Objection> objections) {
    return objections.stream()
        .filter(found -> found.responseLatencyMillis() != null)
        .filter(found -> found.responseLatencyMillis() >= PAUSE_MILLIS)
        .filter(found -> found.responseLatencyMillis() <= HESITATION_MILLIS)
        .filter(found -> Boolean.TRUE.equals(found.isAddressed()))
        .findFirst()
        .map(
            found ->
                Insight.of(
                    call,
                    InsightText.PAUSED_BEFORE_ANSWER,
                    PRAISE,
                    found.responseLatencyMillis() / 1_000.0,
                    SECONDS,
                    turns(List.of(found)),
                    found.type().name(),
                    seconds(found.responseLatencyMillis())));
  }

  private static Optional<Insight> priceUnanswered(CoachedCall call, List<Objection> objections) {
    List<Objection> open =
        unanswered(objections).filter(found -> found.type() == ObjectionType.PRICE_BUDGET).toList();
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Insight.of(
                call,
                InsightText.PRICE_UNANSWERED,
                WARNING,
                open.size(),
                OBJECTIONS,
                turns(open),
                Integer.toString(open.size())));
  }

  private static Optional<Insight> othersUnanswered(CoachedCall call, List<Objection> objections) {
    List<Objection> open =
        unanswered(objections).filter(found -> found.type() != ObjectionType.PRICE_BUDGET).toList();
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Insight.of(
                call,
                InsightText.OBJECTION_UNANSWERED,
                ADVICE,
                open.size(),
                OBJECTIONS,
                turns(open),
                Integer.toString(open.size()),
                types(open)));
  }

  private static Optional<Insight> allHandled(CoachedCall call, List<Objection> objections) {
    int resolved =
        (int) objections.stream().filter(found -> Boolean.TRUE.equals(found.isResolved())).count();
    boolean allAnswered =
        objections.stream().allMatch(found -> Boolean.TRUE.equals(found.isAddressed()));
    return resolved == 0 || !allAnswered
        ? Optional.empty()
        : Optional.of(
            Insight.of(
                call,
                InsightText.OBJECTIONS_HANDLED,
                PRAISE,
                resolved,
                OBJECTIONS,
                turns(objections),
                Integer.toString(resolved),
                types(objections)));
  }

  private static Stream<Objection> unanswered(List<Objection> objections) {
    return objections.stream().filter(found -> Boolean.FALSE.equals(found.isAddressed()));
  }

  private static List<Integer> turns(List<Objection> objections) {
    List<Integer> turns = new ArrayList<>();
    for (Objection objection : objections) {
      turns.add(objection.unitNo());
      turns.addAll(objection.responseUnits());
    }

    return turns.stream().distinct().sorted().toList();
  }

  private static String types(List<Objection> objections) {
    return objections.stream()
        .map(objection -> objection.type().name())
        .distinct()
        .collect(Collectors.joining(","));
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f", millis / 1_000.0);
  }

  private ObjectionRules() {}
}
