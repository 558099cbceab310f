package io.talktrack.crm;

import java.util.List;

/**
 * What one export holds: records in = rows + bad + duplicates.
 *
 * @param duplicates records whose key occurs again in the file with a later or equal time
 */
public record CrmRead<T>(int records, List<T> rows, List<BadRecord> bad, int duplicates) {
  public CrmRead {
    rows = List.copyOf(rows);
    bad = List.copyOf(bad);
    if (records != rows.size() + bad.size() + duplicates) {
      throw new IllegalStateException(
          "%d records are not %d rows + %d bad + %d duplicates"
              .formatted(records, rows.size(), bad.size(), duplicates));
    }
  }
}
