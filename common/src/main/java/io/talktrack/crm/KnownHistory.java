package io.talktrack.crm;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import io.talktrack.crm.OpportunityTimeline.Deletion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The history that an earlier run wrote, as states for the next: of a moment that today's exports
 * tell of, it only adds what none of them says any more.
 */
final class KnownHistory {
  private final List<OpportunityChange> changes;
  private final Map<Moment, List<OpportunityState>> today;

  private record Moment(String opportunityId, Instant at) {}

  KnownHistory(Collection<OpportunityChange> known, Collection<OpportunityState> today) {
    this.changes =
        known.stream()
            .sorted(
                comparing(OpportunityChange::opportunityId)
                    .thenComparing(OpportunityChange::validFrom))
            .toList();
    this.today =
        today.stream()
            .collect(groupingBy(state -> new Moment(state.opportunityId(), state.knownAt())));
  }

  List<OpportunityState> states() {
    List<OpportunityState> states = new ArrayList<>();
    OpportunityChange before = null;
    for (OpportunityChange change : changes) {
      boolean isFirst = before == null || !before.opportunityId().equals(change.opportunityId());
      states.add(
          state(
              change,
              isFirst ? null : before,
              toldToday(change.opportunityId(), change.validFrom())));
      before = change;
    }

    return states;
  }

  /** Ends at which nothing follows, but those that today's exports correct. */
  List<Deletion> deletions() {
    return OpportunityTimeline.deletions(changes).stream()
        .filter(gone -> toldToday(gone.opportunityId(), gone.at()).isEmpty())
        .toList();
  }

  private List<OpportunityState> toldToday(String opportunityId, Instant at) {
    return today.getOrDefault(new Moment(opportunityId, at), List.of());
  }

  private static boolean isToldAnew(OpportunityChange change, List<OpportunityState> toldToday) {
    boolean isCorrected =
        toldToday.stream().anyMatch(state -> state.recordedAt().isAfter(state.knownAt()));
    return isCorrected
        || (!toldToday.isEmpty()
            && (change.amountMinor() == null || tells(toldToday, OpportunityState::amountMinor))
            && (change.closeDate() == null || tells(toldToday, OpportunityState::closeDate)));
  }

  private static boolean tells(
      List<OpportunityState> states, Function<OpportunityState, Object> field) {
    return states.stream().map(field).anyMatch(Objects::nonNull);
  }

  /** The state without what it may only have inherited: that is inherited anew. */
  private static OpportunityState state(
      OpportunityChange change, OpportunityChange before, List<OpportunityState> toldToday) {
    boolean isSameStage = before != null && before.stage().equals(change.stage());
    return new OpportunityState(
        change.opportunityId(),
        change.knownAt(),
        // behind all of today's, or before those that are no corrections
        isToldAnew(change, toldToday) ? Instant.MIN : change.knownAt().plusNanos(1),
        change.stage(),
        change.amountMinor(),
        own(change, before, OpportunityChange::currency),
        change.closeDate(),
        own(change, isSameStage ? before : null, OpportunityChange::forecastCategory),
        change.isClosed(),
        change.isWon(),
        own(change, before, OpportunityChange::ownerRepId),
        own(change, before, OpportunityChange::accountId),
        change.sourceVersion());
  }

  private static String own(
      OpportunityChange change,
      OpportunityChange before,
      Function<OpportunityChange, String> field) {
    String value = field.apply(change);
    return before != null && Objects.equals(value, field.apply(before)) ? null : value;
  }
}
