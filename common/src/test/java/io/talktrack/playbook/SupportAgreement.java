package io.talktrack.playbook;

import static java.util.Locale.ROOT;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.talktrack.playbook.Answer.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a playbook found in chats beside what was done in them. */
final class SupportAgreement {
  private final List<Cell> cells = new ArrayList<>();
  private final List<Pair> pairs = new ArrayList<>();
  private int logged;
  private int saidBeforeLogged;

  /** One step of one chat. */
  record Cell(
      String chat,
      SupportStep step,
      CriterionOutcome expected,
      CriterionOutcome actual,
      Double probability) {
    boolean agrees() {
      return expected == actual;
    }

    @Override
    public String toString() {
      return String.format(
          ROOT,
          "chat %s: %s is %s at %.2f, expected %s",
          chat,
          step.criterion(),
          actual,
          probability,
          expected);
    }
  }

  /** Two steps that were done one after the other. */
  record Pair(String chat, SupportStep first, SupportStep second, boolean agrees) {
    @Override
    public String toString() {
      return "chat %s: %s was found after %s"
          .formatted(chat, first.criterion(), second.criterion());
    }
  }

  /**
   * Compares one chat.
   *
   * @param guideline the steps that it asks for in such a chat, in order
   */
  void add(SupportChat chat, List<SupportStep> guideline, CallPlaybook found) {
    Map<String, PlaybookScore> scores =
        found.scores().stream().collect(toMap(PlaybookScore::criterion, score -> score));
    Map<SupportStep, Integer> evidence = new EnumMap<>(SupportStep.class);
    List<SupportStep> done = new ArrayList<>();
    for (SupportStep step : SupportStep.values()) {
      PlaybookScore score = scores.get(step.criterion());
      CriterionOutcome actual = CriterionOutcome.valueOf(score.outcome());
      firstTurn(found, step).ifPresent(turn -> evidence.put(step, turn));
      expected(step, chat, guideline)
          .ifPresent(
              expected -> {
                cells.add(new Cell(chat.id(), step, expected, actual, score.probability()));
                if (expected == CriterionOutcome.MET) {
                  done.add(step);
                }
              });
    }

    for (SupportStep first : done) {
      for (SupportStep second : done) {
        if (comesBefore(first, second, chat, guideline)) {
          compareOrder(chat.id(), first, second, evidence);
        }
      }
    }

    chat.logged()
        .forEach(
            (step, turns) -> {
              if (evidence.containsKey(step)) {
                logged++;
                saidBeforeLogged += evidence.get(step) < turns ? 1 : 0;
              }
            });
  }

  List<Cell> cells() {
    return List.copyOf(cells);
  }

  /** Share of outcomes that agree. */
  double agreed() {
    return share(cells.stream().filter(Cell::agrees).count(), cells.size());
  }

  /** Cohen's kappa of the outcomes. */
  double kappa() {
    double byChance = 0;
    for (CriterionOutcome outcome : CriterionOutcome.values()) {
      byChance +=
          share(cells.stream().filter(cell -> cell.expected == outcome).count(), cells.size())
              * share(cells.stream().filter(cell -> cell.actual == outcome).count(), cells.size());
    }
    return (agreed() - byChance) / (1 - byChance);
  }

  /** Share of pairs, both found, that were found in the order in which they were done. */
  double inOrder() {
    return share(pairs.stream().filter(Pair::agrees).count(), pairs.size());
  }

  @Override
  public String toString() {
    return String.format(
        ROOT,
        """
        %d of %d outcomes agree, kappa %.2f; %d of %d pairs of steps are in order; \
        %d of %d steps were found before their action was logged
        %s
        %s""",
        cells.stream().filter(Cell::agrees).count(),
        cells.size(),
        kappa(),
        pairs.stream().filter(Pair::agrees).count(),
        pairs.size(),
        saidBeforeLogged,
        logged,
        cells.stream().filter(cell -> !cell.agrees()).map(Cell::toString).collect(joining("\n")),
        pairs.stream().filter(pair -> !pair.agrees()).map(Pair::toString).collect(joining("\n")));
  }

  private static Optional<CriterionOutcome> expected(
      SupportStep step, SupportChat chat, List<SupportStep> guideline) {
    if (step.isUnlogged()) {
      return guideline.contains(step) ? Optional.of(CriterionOutcome.MET) : Optional.empty();
    }
    return Optional.of(
        chat.logged().containsKey(step) ? CriterionOutcome.MET : CriterionOutcome.NOT_MET);
  }

  private static boolean comesBefore(
      SupportStep first, SupportStep second, SupportChat chat, List<SupportStep> guideline) {
    boolean bothLogged = !first.isUnlogged() && !second.isUnlogged();
    List<SupportStep> order = bothLogged ? List.copyOf(chat.logged().keySet()) : guideline;
    return order.contains(first) && order.indexOf(first) < order.indexOf(second);
  }

  // steps found in one and the same turn tell no order
  private void compareOrder(
      String chat, SupportStep first, SupportStep second, Map<SupportStep, Integer> evidence) {
    if (evidence.containsKey(first) && evidence.containsKey(second)) {
      int difference = evidence.get(second) - evidence.get(first);
      if (difference != 0) {
        pairs.add(new Pair(chat, first, second, difference > 0));
      }
    }
  }

  private static Optional<Integer> firstTurn(CallPlaybook found, SupportStep step) {
    return found.evidence().stream()
        .filter(row -> row.criterion().equals(step.criterion()))
        .filter(row -> row.kind().equals(Kind.EVIDENCE.name()))
        .map(PlaybookEvidence::firstTurn)
        .min(Integer::compare);
  }

  private static double share(long part, int whole) {
    return part / (double) whole;
  }
}
