package io.talktrack.jobs.ingest;

import io.talktrack.crm.CrmMapping;
import io.talktrack.inbox.Inbox;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.LocalSpark;
import io.talktrack.jobs.TinyCompany;
import io.talktrack.privacy.NameSource;
import io.talktrack.privacy.Pseudonyms;
import io.talktrack.table.DayRange;
import io.talktrack.table.Lake;
import io.talktrack.table.Table;
import io.talktrack.transcript.TranscriptColumns;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** An input folder, a lake, and the jobs that lead from one to the other. */
record Intake(Path folder, IngestSettings settings) {
  private static final Pseudonyms PSEUDONYMS =
      new Pseudonyms("a key that is long enough for a test".getBytes(StandardCharsets.UTF_8));

  Intake(Path folder) {
    this(folder, settings(null));
  }

  Intake keepingOriginals() {
    return new Intake(folder, settings(restricted().root()));
  }

  private static IngestSettings settings(String originalsLake) {
    return new IngestSettings(
        ZoneId.of("Europe/London"),
        2000,
        TranscriptColumns.USUAL,
        0.9,
        Set.of(TinyCompany.DOMAIN),
        NameSource.RULES_ONLY,
        null,
        originalsLake);
  }

  TinyCompany company() {
    return new TinyCompany(folder.resolve("input"));
  }

  Lake lake() {
    return new Lake(LocalSpark.session(), folder.resolve("lake").toString());
  }

  Lake restricted() {
    return new Lake(LocalSpark.session(), folder.resolve("lake-restricted").toString());
  }

  <T extends Record> Set<T> rows(Table<T> table) {
    List<T> rows = lake().read(table).collectAsList();
    Set<T> distinct = new HashSet<>(rows);
    if (distinct.size() < rows.size()) {
      throw new AssertionError("%s holds a row twice".formatted(table.path()));
    }
    return distinct;
  }

  Job crm() {
    return crm(CrmMapping.own());
  }

  Job crm(CrmMapping mapping) {
    return new IngestCrm(spark(), lake(), inbox(), PSEUDONYMS, mapping, settings);
  }

  Job calls() {
    return new IngestCalls(spark(), lake(), inbox(), PSEUDONYMS, settings);
  }

  Job emails() {
    return new IngestEmails(spark(), lake(), inbox(), PSEUDONYMS, settings);
  }

  /** Reads the calls of some days anew. */
  Job calls(DayRange again) {
    return new IngestCalls(spark(), lake(), inbox(), PSEUDONYMS, settings, Optional.of(again));
  }

  /** Reads the e-mails of some days anew. */
  Job emails(DayRange again) {
    return new IngestEmails(spark(), lake(), inbox(), PSEUDONYMS, settings, Optional.of(again));
  }

  Job knowledge() {
    return new IngestKnowledge(spark(), lake(), inbox(), settings);
  }

  Job links() {
    return new LinkConversations(spark(), lake(), inbox(), PSEUDONYMS, settings);
  }

  private static SparkSession spark() {
    return LocalSpark.session();
  }

  private Inbox inbox() {
    return new Inbox(spark(), folder.resolve("input").toString(), 1 << 20);
  }
}
