package io.talktrack.crm;

import static java.util.Comparator.comparing;

import io.talktrack.crm.SourceTable.Cells;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a CRM's exports: CSV with a header row, or one JSON object a line.
 *
 * <p>Read reps first, then opportunities, then their history: each may name what came before.
 */
public final class CrmReader {
  private final CrmMapping mapping;
  private final ZoneId zone;
  private final CrmRows rows;
  private final CrmDates dates;

  /**
   * @param zone of the company, in which times without an offset are read
   */
  public CrmReader(CrmMapping mapping, PersonIds personIds, ZoneId zone) {
    this.mapping = mapping;
    this.zone = zone;
    this.rows = new CrmRows(personIds);
    this.dates = new CrmDates(mapping.datePatterns(), zone);
  }

  public CrmRead<Account> accounts(byte[] content, String path) throws CrmFormatException {
    return read(CrmKind.ACCOUNTS, content, path, rows::account);
  }

  public CrmRead<Contact> contacts(byte[] content, String path, KnownRows known)
      throws CrmFormatException {
    return read(CrmKind.CONTACTS, content, path, row -> rows.contact(row, known));
  }

  public CrmRead<Rep> reps(byte[] content, String path) throws CrmFormatException {
    return read(CrmKind.REPS, content, path, rows::rep);
  }

  public CrmRead<Opportunity> opportunities(byte[] content, String path, KnownRows known)
      throws CrmFormatException {
    return read(CrmKind.OPPORTUNITIES, content, path, row -> rows.opportunity(row, known));
  }

  public CrmRead<OpportunityState> history(byte[] content, String path, KnownRows known)
      throws CrmFormatException {
    return read(CrmKind.OPPORTUNITY_HISTORY, content, path, row -> rows.state(row, known));
  }

  private <T> CrmRead<T> read(CrmKind kind, byte[] content, String path, RowParser<T> parser)
      throws CrmFormatException {
    String text = SourceText.decode(content, path);
    SourceTable table =
        JsonLinesExport.isJson(text)
            ? JsonLinesExport.read(text, path, mapping.decimalStyle())
            : CsvExport.read(text, path, ColumnMatch.wanted(kind, mapping));
    ColumnMatch columns = ColumnMatch.of(kind, mapping, table.columns(), path);

    List<BadRecord> bad = new ArrayList<>(table.bad());
    Map<String, Keyed<T>> latest = new HashMap<>();
    int duplicates = 0;
    SortedMap<Instant, List<T>> snapshots = new TreeMap<>();
    Instant exportedAt = exportedAt(path);
    for (Cells cells : table.records()) {
      try {
        MappedRecord from = new MappedRecord(cells, columns, mapping, dates, exportedAt);
        Keyed<T> row = parser.parse(from).at(cells.recordNo());
        duplicates += latest.containsKey(row.key()) ? 1 : 0;
        latest.merge(row.key(), row, Keyed::later);
        if (from.snapshotAtOrNull() != null && !row.isDeleted()) {
          snapshots
              .computeIfAbsent(from.snapshotAtOrNull(), none -> new ArrayList<>())
              .add(row.row());
        }
      } catch (UnusableRecord e) {
        bad.add(new BadRecord(cells.recordNo(), e.getMessage()));
      }
    }

    bad.sort(comparing(BadRecord::recordNo));
    List<Keyed<T>> kept = latest.values().stream().sorted(comparing(Keyed::recordNo)).toList();
    return new CrmRead<>(
        table.records().size() + table.bad().size(), kept, bad, duplicates, snapshots);
  }

  private Instant exportedAt(String path) {
    LocalDate day = SnapshotDate.inName(path).orElse(mapping.snapshotDate());
    return day == null ? null : CrmDates.endOf(day, zone);
  }

  private interface RowParser<T> {
    Keyed<T> parse(MappedRecord from) throws UnusableRecord;
  }
}
