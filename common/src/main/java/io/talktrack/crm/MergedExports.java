package io.talktrack.crm;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import io.talktrack.crm.OpportunityTimeline.Deletion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a CRM's exports tell together. Of a row that several have, the one that the CRM wrote last
 * stands, whatever its file is called; where the CRM does not say, that of the file read last.
 */
public final class MergedExports {
  private static final List<CrmKind> READING_ORDER =
      List.of(
          CrmKind.ACCOUNTS,
          CrmKind.REPS,
          CrmKind.CONTACTS,
          CrmKind.OPPORTUNITIES,
          CrmKind.OPPORTUNITY_HISTORY);

  private final CrmReader reader;
  private final CrmExports exports;
  private final LatestRows<Account> accounts = new LatestRows<>();
  private final LatestRows<Contact> contacts = new LatestRows<>();
  private final LatestRows<Rep> reps = new LatestRows<>();
  private final LatestRows<Opportunity> opportunities = new LatestRows<>();
  private final List<Opportunity> toldOpportunities = new ArrayList<>();
  private final List<OpportunityState> states = new ArrayList<>();
  private final List<Deletion> deletions = new ArrayList<>();
  private final SortedMap<Instant, Map<String, Opportunity>> snapshots = new TreeMap<>();

  public MergedExports(CrmReader reader, CrmExports exports) {
    this.reader = reader;
    this.exports = exports;
  }

  /**
   * The order in which exports are to be read, by their paths: each kind after those that it names,
   * and of a kind the one of the later day last; one without a day is the present.
   */
  public static Comparator<String> readingOrder(CrmMapping mapping) {
    LocalDate undated = mapping.snapshotDate() == null ? LocalDate.MAX : mapping.snapshotDate();
    return comparing(
            (String path) ->
                CrmKind.ofPath(path).map(READING_ORDER::indexOf).orElse(READING_ORDER.size()))
        .thenComparing(path -> SnapshotDate.inName(path).orElse(undated))
        .thenComparing(Comparator.naturalOrder());
  }

  /** Adds the next export in the {@link #readingOrder} and tells what it holds. */
  public CrmRead<?> read(CrmKind kind, byte[] content, String path) throws CrmFormatException {
    return switch (kind) {
      case ACCOUNTS -> added(reader.accounts(content, path), accounts);
      case CONTACTS -> added(reader.contacts(content, path, people()), contacts);
      case REPS -> added(reader.reps(content, path), reps);
      case OPPORTUNITIES -> opportunities(reader.opportunities(content, path, people()));
      case OPPORTUNITY_HISTORY -> {
        CrmRead<OpportunityState> read = reader.history(content, path, known());
        states.addAll(read.rows());
        yield read;
      }
    };
  }

  private KnownRows people() {
    return KnownRows.of(reps.rows(), List.of()).withAccounts(accounts.rows());
  }

  private KnownRows known() {
    List<Opportunity> oldestFirst =
        toldOpportunities.stream().sorted(comparing(Opportunity::knownAt)).toList();
    return KnownRows.of(reps.rows(), oldestFirst).withAccounts(accounts.rows());
  }

  private static <T> CrmRead<T> added(CrmRead<T> read, LatestRows<T> rows) {
    read.kept().forEach(rows::add);
    return read;
  }

  /** Every export of an opportunity is a state of it, not only the last. */
  private CrmRead<Opportunity> opportunities(CrmRead<Opportunity> read) {
    Map<Opportunity, Instant> exported = new HashMap<>();
    read.snapshots()
        .forEach(
            (at, rows) -> {
              Map<String, Opportunity> listed =
                  snapshots.computeIfAbsent(at, none -> new TreeMap<>());
              rows.forEach(row -> listed.put(row.opportunityId(), row));
              rows.forEach(row -> exported.put(row, at));
            });
    for (Keyed<Opportunity> kept : read.kept()) {
      Opportunity row = kept.row();
      opportunities.add(kept.as(row.opportunityId(), row.knownAt()));
      toldOpportunities.add(row);
      if (kept.isDeleted()) {
        deletions.add(new Deletion(row.opportunityId(), kept.deletedAt()));
      } else {
        Instant at = exported.getOrDefault(row, row.knownAt());
        states.add(
            OpportunityState.of(
                row, row.knownAt(), at.isBefore(row.knownAt()) ? row.knownAt() : at));
      }
    }
    return read;
  }

  /**
   * The history of every opportunity that today's exports tell of, or that has ended. What an
   * earlier run was told of these stays history; what is told again is told anew.
   *
   * @param known the history that an earlier run wrote
   */
  public List<OpportunityChange> history(List<OpportunityChange> known) {
    List<OpportunityState> allStates = new ArrayList<>(states);
    List<Deletion> allDeletions = new ArrayList<>(deletions);
    boolean isFull = exports == CrmExports.FULL;
    if (isFull) {
      deleteMissing(allStates, allDeletions);
    }

    KnownHistory before = new KnownHistory(known, allStates);
    Set<String> ended =
        OpportunityTimeline.deletions(known).stream().map(Deletion::opportunityId).collect(toSet());
    for (OpportunityState state : before.states()) {
      String id = state.opportunityId();
      boolean isTold = opportunities.tellsOf(id);
      if (isFull && isListed(id, state.knownAt())) {
        continue;
      }

      if (isTold || ended.contains(id) || isFull) {
        allStates.add(state);
      }

      if (isFull && !snapshots.isEmpty() && !isTold && !ended.contains(id)) {
        allDeletions.add(new Deletion(id, snapshots.lastKey()));
      }
    }

    // what the snapshots of this run tell of opportunities that are still told of is told anew
    before.deletions().stream()
        .filter(
            gone ->
                !isFull
                    || !snapshots.containsKey(gone.at())
                    || !opportunities.tellsOf(gone.opportunityId()))
        .forEach(allDeletions::add);
    return OpportunityTimeline.of(allStates, allDeletions);
  }

  /** What was listed before and is not is deleted, until it is listed again. */
  private void deleteMissing(List<OpportunityState> allStates, List<Deletion> allDeletions) {
    Set<String> listedBefore = new HashSet<>();
    Set<String> gone = new HashSet<>();
    snapshots.forEach(
        (at, listed) -> {
          for (String id : listedBefore) {
            if (!listed.containsKey(id) && gone.add(id)) {
              allDeletions.add(new Deletion(id, at));
            }
          }
          for (Opportunity row : listed.values()) {
            if (gone.remove(row.opportunityId())) {
              allStates.add(OpportunityState.of(row, at, at));
            }
          }
          listedBefore.addAll(listed.keySet());
        });
  }

  private boolean isListed(String opportunityId, Instant at) {
    return snapshots.getOrDefault(at, Map.of()).containsKey(opportunityId);
  }

  /** Names of reps and contacts. */
  public List<String> names() {
    return Stream.concat(
            reps.rows().stream().map(Rep::name), contacts.rows().stream().map(Contact::name))
        .toList();
  }

  public LatestRows<Account> accounts() {
    return accounts;
  }

  public LatestRows<Contact> contacts() {
    return contacts;
  }

  public LatestRows<Rep> reps() {
    return reps;
  }

  /** Those that the history does not tell to be deleted. */
  public List<Opportunity> opportunities(List<OpportunityChange> history) {
    Set<String> there =
        history.stream()
            .filter(change -> change.validTo() == null)
            .map(OpportunityChange::opportunityId)
            .collect(toSet());
    return opportunities.rows().stream()
        .filter(row -> there.contains(row.opportunityId()))
        .toList();
  }
}
