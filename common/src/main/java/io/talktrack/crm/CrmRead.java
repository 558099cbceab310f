package io.talktrack.crm;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * What one export holds: records in = rows + deleted + bad + duplicates.
 *
 * @param kept of every key the record written last, those that the CRM marks as deleted included
 * @param duplicates records whose key occurs again in the file with a later or equal time
 * @param snapshots the rows by when they were exported, of those of which that is known
 */
public record CrmRead<T>(
    int records,
    List<Keyed<T>> kept,
    List<BadRecord> bad,
    int duplicates,
    SortedMap<Instant, List<T>> snapshots) {

  /** A deleted record, and since when; the far past where the export does not say. */
  public record Deleted<T>(T row, Instant at) {}

  public CrmRead {
    kept = List.copyOf(kept);
    bad = List.copyOf(bad);
    if (records != kept.size() + bad.size() + duplicates) {
      throw new IllegalStateException(
          "%d records are not %d rows, deleted or not, + %d bad + %d duplicates"
              .formatted(records, kept.size(), bad.size(), duplicates));
    }
  }

  /** Those that are not deleted. */
  public List<T> rows() {
    return kept.stream().filter(row -> !row.isDeleted()).map(Keyed::row).toList();
  }

  public List<Deleted<T>> deleted() {
    return kept.stream()
        .filter(Keyed::isDeleted)
        .map(row -> new Deleted<>(row.row(), row.deletedAt()))
        .toList();
  }
}
