package io.talktrack.jobs.coach;

import io.talktrack.inbox.RawFile;
import io.talktrack.jobs.LocalSpark;
import io.talktrack.table.Lake;
import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A real lake that holds {@link SampleInput}. */
public final class SampleLake {
  static Lake in(Path folder) {
    return new Lake(LocalSpark.session(), folder.toString());
  }

  /** With what coaching reads. */
  static Lake understood(Path folder) {
    Lake lake = in(folder);
    ReportInput input = SampleInput.all();
    put(lake, Tables.CALLS, input.calls());
    put(lake, Tables.CALL_LINKS, input.links());
    put(lake, Tables.TURNS, input.turns());
    put(lake, Tables.CALL_METRICS, input.metrics());
    put(lake, Tables.OBJECTIONS, input.objections());
    put(lake, Tables.PLAYBOOK_SCORES, input.scores());
    put(lake, Tables.PLAYBOOK_EVIDENCE, input.evidence());
    put(lake, Tables.REPS, input.reps());
    return lake;
  }

  /** With what a report reads. */
  public static Lake coached(Path folder) {
    Lake lake = understood(folder);
    ReportInput input = SampleInput.all();
    put(lake, Tables.COACHING_INSIGHTS, input.insights());
    put(lake, Tables.TURN_LABELS, input.labels());
    put(lake, Tables.TRACKER_HITS, input.trackerHits());
    put(lake, Tables.KEY_PHRASES, input.keyPhrases());
    put(lake, Tables.EMAILS, input.emails());
    put(lake, Tables.CONTACTS, input.contacts());
    put(lake, Tables.ACCOUNTS, input.accounts());
    put(lake, Tables.OPPORTUNITIES, input.opportunities());
    put(lake, Tables.RAW_FILES, List.of(file("a.vtt", "PROCESSED"), file("b.vtt", "QUARANTINED")));
    return lake;
  }

  public static <T extends Record> void put(Lake lake, Table<T> table, List<T> rows) {
    lake.overwrite(table, LocalSpark.session().createDataset(rows, table.encoder()).coalesce(1));
  }

  static RawFile file(String path, String status) {
    return file(path, status, 0);
  }

  static RawFile file(String path, String status, int day) {
    return new RawFile(
        path,
        "hash" + day,
        "CALL",
        1,
        1,
        "vtt",
        status,
        null,
        1,
        1,
        0,
        0,
        "calls-1",
        Instant.EPOCH.plus(day, ChronoUnit.DAYS));
  }

  private SampleLake() {}
}
