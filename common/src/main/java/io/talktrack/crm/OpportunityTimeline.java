package io.talktrack.crm;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.talktrack.identity.ContentHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

  /** That an opportunity was gone from a moment on, until a later state has it again. */
  public record Deletion(String opportunityId, Instant at) {}

  /** A state, and when it ended; null while it lasts. */
  private record Stretch(OpportunityState state, Instant end) {}

  /** The changes of every opportunity, by its id and time. */
  public static List<OpportunityChange> of(Collection<OpportunityState> states) {
    return of(states, List.of());
  }

  /** The same where some were deleted: their last change then has an end and none follows. */
  public static List<OpportunityChange> of(
      Collection<OpportunityState> states, Collection<Deletion> deletions) {
    Map<String, Set<Instant>> deletedAt =
        deletions.stream()
            .collect(
                groupingBy(Deletion::opportunityId, mapping(Deletion::at, toUnmodifiableSet())));
    Map<String, TreeMap<Instant, List<OpportunityState>>> byId =
        states.stream()
            .collect(
                groupingBy(
                    OpportunityState::opportunityId,
                    TreeMap::new,
                    groupingBy(OpportunityState::knownAt, TreeMap::new, toList())));
    List<OpportunityChange> changes = new ArrayList<>();
    byId.forEach(
        (id, moments) ->
            folded(moments, deletedAt.getOrDefault(id, Set.of()))
                .forEach(stretch -> changes.add(change(stretch.state(), stretch.end()))));
    return changes;
  }

  /** The deletions that a stored history holds: ends at which nothing follows. */
  public static List<Deletion> deletions(Collection<OpportunityChange> history) {
    Set<Deletion> begins =
        history.stream()
            .map(change -> new Deletion(change.opportunityId(), change.validFrom()))
            .collect(toUnmodifiableSet());
    return history.stream()
        .filter(change -> change.validTo() != null)
        .map(change -> new Deletion(change.opportunityId(), change.validTo()))
        .filter(end -> !begins.contains(end))
        .toList();
  }

  /** One stretch per moment at which something differs from the moment before. */
  private static List<Stretch> folded(
      Map<Instant, List<OpportunityState>> moments, Set<Instant> deletedAt) {
    TreeSet<Instant> instants = new TreeSet<>(moments.keySet());
    instants.addAll(deletedAt);
    List<Stretch> kept = new ArrayList<>();
    OpportunityState last = null;
    OpportunityState open = null;
    for (Instant instant : instants) {
      boolean isDeleted = deletedAt.contains(instant);
      OpportunityState now = isDeleted ? null : completed(moments.get(instant), last);
      boolean isSame = open != null && now != null && content(now).equals(content(open));
      if (!isSame && open != null) {
        kept.add(new Stretch(open, instant));
      }

      open = isSame ? open : now;
      last = open == null ? last : open;
    }

    if (open != null) {
      kept.add(new Stretch(open, null));
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
