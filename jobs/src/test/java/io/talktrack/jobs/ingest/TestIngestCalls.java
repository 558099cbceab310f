package io.talktrack.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.call.Call;
import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import io.talktrack.crm.CrmMapping;
import io.talktrack.inbox.Inbox;
import io.talktrack.inbox.QuarantinedInput;
import io.talktrack.jobs.LocalSpark;
import io.talktrack.jobs.Outcome;
import io.talktrack.privacy.Pseudonyms;
import io.talktrack.table.Lake;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestIngestCalls {
  private static final IngestSettings SETTINGS =
      new IngestSettings(ZoneId.of("Europe/London"), 2000, 0.5, Set.of("seller.example"));
  private static final Pseudonyms PSEUDONYMS =
      new Pseudonyms("a key that is long enough for a test".getBytes(StandardCharsets.UTF_8));
  private static final String TRANSCRIPT =
      """
      WEBVTT

      1
      00:00:01.000 --> 00:00:03.000
      Ann Seller: Hi, is now a good time?

      2
      00:00:03.500 --> 00:00:06.000
      Bob Buyer: Sure. My mail is bob@buyer.example by the way.

      3
      00:00:06.500 --> 00:00:08.000
      Ann Seller: Thanks, noted.
      """;

  @TempDir Path folder;

  @Test
  void aSecondRunChangesNothingAndEveryInputIsAccountedFor() throws IOException {
    write("crm/reps.csv", "rep_id,name,email,team\nR1,Ann Seller,ann@seller.example,East\n");
    write("calls/2026-05-04 first.vtt", TRANSCRIPT);
    write("calls/2026-05-04 z copy.vtt", TRANSCRIPT);
    write("calls/2026-05-05 torn.vtt", "WEBVTT\n\n00:00:01.000 --> nonsense\n");
    write("calls/undated.vtt", TRANSCRIPT.replace("noted", "good"));
    Lake lake = lake();
    crm(lake).run();

    Outcome first = calls(lake).run();
    List<Turn> turns = turns(lake);
    Outcome second = calls(lake).run();

    assertThat(first.message())
        .isEqualTo("1 calls from 4 files: 1 processed, 2 quarantined, 1 duplicates");
    assertThat(second.message()).isEqualTo("no file is new or changed");
    assertThat(turns(lake)).isEqualTo(turns);
    assertThat(turns)
        .extracting(Turn::speaker)
        .containsExactly(Speaker.REP, Speaker.CUSTOMER, Speaker.REP);
    assertThat(turns.get(1).text()).contains("[EMAIL]").doesNotContain("bob@");
    assertThat(lake.read(Tables.QUARANTINE).collectAsList())
        .extracting(QuarantinedInput::reason)
        .contains("NO_DATE");
  }

  @Test
  void aCorrectedFileIsANewVersionOfTheSameCallAlsoOnAnotherDay() throws IOException {
    write("calls/calls.csv", "file,started_at\nmeeting.vtt,2026-05-04T10:00:00+01:00\n");
    write("calls/meeting.vtt", TRANSCRIPT);
    Lake lake = lake();
    calls(lake).run();
    Call before = lake.read(Tables.CALLS).collectAsList().get(0);

    write("calls/calls.csv", "file,started_at\nmeeting.vtt,2026-05-06T10:00:00+01:00\n");
    calls(lake).run();

    List<Call> after = lake.read(Tables.CALLS).collectAsList();
    assertThat(after).hasSize(1);
    assertThat(after.get(0).callId()).isEqualTo(before.callId());
    assertThat(after.get(0).callDate()).isEqualTo(LocalDate.of(2026, 5, 6));
    assertThat(after.get(0).sourceVersion()).isNotEqualTo(before.sourceVersion());
    assertThat(turns(lake)).hasSize(3);
  }

  @Test
  void aVoiceThatTheCrmLearnsLaterGetsItsSideWithoutReadingTheFileAgain() throws IOException {
    write("calls/2026-05-04 first.vtt", TRANSCRIPT);
    Lake lake = lake();
    calls(lake).run();
    assertThat(turns(lake)).extracting(Turn::speaker).containsOnly(Speaker.UNKNOWN);

    write("crm/reps.csv", "rep_id,name,email,team\nR1,Ann Seller,ann@seller.example,East\n");
    crm(lake).run();
    calls(lake).run();

    assertThat(turns(lake))
        .extracting(Turn::speaker)
        .containsExactly(Speaker.REP, Speaker.CUSTOMER, Speaker.REP);
  }

  private Lake lake() {
    return new Lake(LocalSpark.session(), folder.resolve("lake").toString());
  }

  private IngestCalls calls(Lake lake) {
    SparkSession spark = LocalSpark.session();
    return new IngestCalls(spark, lake, inbox(spark), PSEUDONYMS, SETTINGS);
  }

  private IngestCrm crm(Lake lake) {
    SparkSession spark = LocalSpark.session();
    return new IngestCrm(spark, lake, inbox(spark), PSEUDONYMS, CrmMapping.own(), SETTINGS);
  }

  private Inbox inbox(SparkSession spark) {
    return new Inbox(spark, folder.resolve("input").toString(), 1 << 20);
  }

  private static List<Turn> turns(Lake lake) {
    return lake.read(Tables.TURNS).collectAsList().stream()
        .sorted(Comparator.comparing(Turn::callId).thenComparingInt(Turn::turnNo))
        .toList();
  }

  private void write(String path, String content) throws IOException {
    Path file = folder.resolve("input").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
