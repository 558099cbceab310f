package io.talktrack.playbook;

import io.talktrack.call.Turn;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What was found for one criterion on one call. */
record Answer(CriterionOutcome outcome, Double probability, String reason, List<Span> spans) {
  private static final int MOST_EVIDENCE = 3;

  enum Kind {
    /** The words that meet the criterion. */
    EVIDENCE,
    /** All that was searched: evidence of absence. */
    SEARCHED,
    /** The turn that came closest. */
    NEAREST_MISS,
    /** Words that must not be said. */
    VIOLATION
  }

  /** Code points, half-open: start lies in the first turn, end in the last. */
  record Span(Kind kind, int firstTurn, int lastTurn, int start, int end, Double probability) {
    static Span whole(Kind kind, Turn turn, Double probability) {
      return new Span(kind, turn.turnNo(), turn.turnNo(), 0, length(turn), probability);
    }

    static Span searched(List<Turn> turns) {
      Turn last = turns.get(turns.size() - 1);
      return new Span(Kind.SEARCHED, turns.get(0).turnNo(), last.turnNo(), 0, length(last), null);
    }

    Span as(Kind other) {
      return new Span(other, firstTurn, lastTurn, start, end, probability);
    }

    private static int length(Turn turn) {
      return turn.text().codePointCount(0, turn.text().length());
    }
  }

  static Answer met(Double probability, List<Span> evidence) {
    return new Answer(CriterionOutcome.MET, probability, null, evidence);
  }

  static Answer notMet(Double probability, String reason, List<Span> spans) {
    return new Answer(CriterionOutcome.NOT_MET, probability, reason, spans);
  }

  static Answer notApplicable(String reason) {
    return new Answer(CriterionOutcome.NOT_APPLICABLE, null, reason, List.of());
  }

  static Answer abstained(String reason) {
    return new Answer(CriterionOutcome.ABSTAINED, null, reason, List.of());
  }

  static Answer abstained(Double probability, String reason, Span nearest) {
    return new Answer(CriterionOutcome.ABSTAINED, probability, reason, List.of(nearest));
  }

  /** Of what has to be done: once is enough, in whatever language. */
  static Answer ofAny(List<Answer> answers) {
    return first(
        answers, CriterionOutcome.MET, CriterionOutcome.ABSTAINED, CriterionOutcome.NOT_MET);
  }

  /** Of what must not be done: once is too much, in whatever language. */
  static Answer ofAll(List<Answer> answers) {
    return first(
        answers, CriterionOutcome.NOT_MET, CriterionOutcome.ABSTAINED, CriterionOutcome.MET);
  }

  /**
   * The first answer with the outcome that counts most, the last of which is that of nothing found.
   * Its words, or what was searched for them, are those of all answers with that outcome.
   */
  private static Answer first(List<Answer> answers, CriterionOutcome... byWeight) {
    for (CriterionOutcome outcome : byWeight) {
      List<Answer> alike = answers.stream().filter(a -> a.outcome == outcome).toList();
      if (!alike.isEmpty()) {
        Answer one = alike.get(0);
        return outcome == CriterionOutcome.ABSTAINED
            ? one
            : new Answer(
                outcome,
                one.probability,
                one.reason,
                alike.stream().flatMap(a -> a.spans.stream()).toList());
      }
    }
    return new Answer(byWeight[byWeight.length - 1], null, null, List.of());
  }

  /** This answer about a later part of the call, where the whole call was answered with a yes. */
  Answer saidBefore(String criterion, Answer inWholeCall) {
    Span early = inWholeCall.spans.get(0);
    return new Answer(
        outcome,
        probability,
        "it was said before '%s' only".formatted(criterion),
        Stream.concat(
                spans.stream().filter(s -> s.kind == Kind.SEARCHED),
                Stream.of(early.as(Kind.NEAREST_MISS)))
            .toList());
  }

  /** What is shown of the spans: of the words that meet a criterion the first three. */
  List<Span> shown() {
    return Stream.concat(
            spans.stream().filter(s -> s.kind != Kind.EVIDENCE),
            spans.stream().filter(s -> s.kind == Kind.EVIDENCE).limit(MOST_EVIDENCE))
        .toList();
  }

  /** The first turn with words that meet the criterion. */
  OptionalInt firstEvidence() {
    return spans.stream().filter(s -> s.kind == Kind.EVIDENCE).mapToInt(Span::firstTurn).min();
  }

  /** Whether it rests on what was not found in all that was searched. */
  boolean isByAbsence() {
    return outcome != CriterionOutcome.ABSTAINED
        && spans.stream().noneMatch(s -> s.kind == Kind.EVIDENCE || s.kind == Kind.VIOLATION);
  }

  Double score() {
    return switch (outcome) {
      case MET -> 1.0;
      case NOT_MET -> 0.0;
      case NOT_APPLICABLE, ABSTAINED -> null;
    };
  }
}
