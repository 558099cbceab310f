package io.talktrack.crm;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.talktrack.identity.ContentHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Folds what a CRM said about opportunities into what changed when. The result does not depend on
 * the order of the states or on how often one is repeated.
 */
public final class OpportunityTimeline {
  /** Of two states of one moment the one written later holds, then the one that says more. */
  private static final Comparator<OpportunityState> BEST_FIRST =
      comparing(OpportunityState::recordedAt, reverseOrder())
          .thenComparing(OpportunityState::isClosed, reverseOrder())
          .thenComparing(OpportunityTimeline::told, reverseOrder())
          .thenComparing(OpportunityTimeline::content);

  private OpportunityTimeline() {}

  /** The changes of every opportunity, by its id and time. */
  public static List<OpportunityChange> of(Collection<OpportunityState> states) {
    List<OpportunityChange> changes = new ArrayList<>();
    states.stream()
        .collect(
            groupingBy(
                OpportunityState::opportunityId,
                TreeMap::new,
                groupingBy(OpportunityState::knownAt, TreeMap::new, toList())))
        .values()
        .forEach(moments -> changes.addAll(withEnds(folded(moments))));
    return changes;
  }

  /** One state per moment at which something differs from the moment before. */
  private static List<OpportunityState> folded(Map<Instant, List<OpportunityState>> moments) {
    List<OpportunityState> kept = new ArrayList<>();
    OpportunityState last = null;
    for (List<OpportunityState> sameMoment : moments.values()) {
      OpportunityState now = completed(sameMoment, last);
      if (last == null || !content(now).equals(content(last))) {
        kept.add(now);
        last = now;
      }
    }

    return kept;
  }

  /** The best state of a moment; what it leaves open is what another or the last state says. */
  private static OpportunityState completed(
      List<OpportunityState> sameMoment, OpportunityState last) {
    List<OpportunityState> ranked = sameMoment.stream().sorted(BEST_FIRST).toList();
    OpportunityState best = ranked.get(0);
    List<OpportunityState> sources =
        last == null ? ranked : Stream.concat(ranked.stream(), Stream.of(last)).toList();
    // a category belongs to its stage; the next stage does not inherit it
    List<OpportunityState> sameStage =
        sources.stream().filter(state -> Objects.equals(state.stage(), best.stage())).toList();
    return new OpportunityState(
        best.opportunityId(),
        best.knownAt(),
        best.recordedAt(),
        best.stage(),
        best.amountMinor(),
        firstTold(sources, OpportunityState::currency),
        best.closeDate(),
        firstTold(sameStage, OpportunityState::forecastCategory),
        best.isClosed(),
        best.isWon(),
        firstTold(sources, OpportunityState::ownerRepId),
        firstTold(sources, OpportunityState::accountId),
        best.sourceVersion());
  }

  private static String firstTold(
      List<OpportunityState> states, Function<OpportunityState, String> field) {
    return states.stream().map(field).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static List<OpportunityChange> withEnds(List<OpportunityState> states) {
    List<OpportunityChange> changes = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      Instant end = i + 1 < states.size() ? states.get(i + 1).knownAt() : null;
      changes.add(change(states.get(i), end));
    }

    return changes;
  }

  private static OpportunityChange change(OpportunityState state, Instant end) {
    return new OpportunityChange(
        state.opportunityId(),
        state.knownAt(),
        end,
        state.stage(),
        state.amountMinor(),
        state.currency(),
        state.closeDate(),
        state.forecastCategory(),
        state.isClosed(),
        state.isWon(),
        state.ownerRepId(),
        state.accountId(),
        state.knownAt(),
        ContentHash.of(state.opportunityId(), state.knownAt(), end, content(state)));
  }

  private static int told(OpportunityState state) {
    return (int) values(state).filter(Objects::nonNull).count();
  }

  private static String content(OpportunityState state) {
    return ContentHash.of(values(state).toArray());
  }

  private static Stream<Object> values(OpportunityState state) {
    return Stream.of(
        state.stage(),
        state.amountMinor(),
        state.currency(),
        state.closeDate(),
        state.forecastCategory(),
        state.isClosed(),
        state.isWon(),
        state.ownerRepId(),
        state.accountId());
  }
}
