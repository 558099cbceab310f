package io.talktrack.crm;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * What one export holds: records in = rows + deleted + bad + duplicates.
 *
 * @param deleted rows of records that the CRM marks as deleted
 * @param duplicates records whose key occurs again in the file with a later or equal time
 * @param snapshots the rows by when they were exported, of those of which that is known
 */
public record CrmRead<T>(
    int records,
    List<T> rows,
    List<BadRecord> bad,
    int duplicates,
    List<Deleted<T>> deleted,
    SortedMap<Instant, List<T>> snapshots) {

  /** A deleted record, and since when; the far past where the export does not say. */
  public record Deleted<T>(T row, Instant at) {}

  public CrmRead {
    rows = List.copyOf(rows);
    bad = List.copyOf(bad);
    deleted = List.copyOf(deleted);
    if (records != rows.size() + deleted.size() + bad.size() + duplicates) {
      throw new IllegalStateException(
          "%d records are not %d rows + %d deleted + %d bad + %d duplicates"
              .formatted(records, rows.size(), deleted.size(), bad.size(), duplicates));
    }
  }
}
