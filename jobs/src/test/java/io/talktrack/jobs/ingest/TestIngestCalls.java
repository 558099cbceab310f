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
import io.talktrack.monitoring.JobRun.Counter;
import io.talktrack.privacy.Pseudonyms;
import io.talktrack.table.Lake;
import io.talktrack.table.Tables;
import io.talktrack.transcript.TranscriptColumns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestIngestCalls {
  private static final IngestSettings SETTINGS =
      new IngestSettings(
          ZoneId.of("Europe/London"), 2000, TranscriptColumns.USUAL, 0.5, Set.of("seller.example"));
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
  void aFileInAnotherFormatInThePlaceOfOneThatIsGoneReplacesIt() throws IOException {
    write(
        "calls/2026-05-04 first.txt",
        "Ann Seller: Hello.\nBob Buyer: Hello.\nAnn Seller: Well?\nBob Buyer: Well.\n");
    Lake lake = lake();
    calls(lake).run();
    Files.delete(folder.resolve("input/calls/2026-05-04 first.txt"));
    write("calls/2026-05-04 first.vtt", TRANSCRIPT);
    calls(lake).run();

    assertThat(lake.read(Tables.CALLS).collectAsList())
        .extracting(Call::path)
        .containsExactly("calls/2026-05-04 first.vtt");
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

  @Test
  void theDateIsTheContentsElseTheSideCarsElseTheNames() throws IOException {
    String chatter = "\"segments\": [{\"start\": 1.0, \"end\": 2.0, \"text\": \"%s\"}]}";
    write("calls/2026-01-01 named.json", "{" + chatter.formatted("one"));
    write("calls/2026-01-01 listed.json", "{" + chatter.formatted("two"));
    write("calls/nothing.json", "{" + chatter.formatted("three"));
    write("calls/2026-01-01 dated.json", postCallAnalytics("2026-03-03 09:00:00"));
    write(
        "calls/calls.csv",
        """
        file,started_at
        2026-01-01 listed.json,2026-02-02T10:00:00Z
        2026-01-01 dated.json,2026-02-02T10:00:00Z
        """);
    Lake lake = lake();
    calls(lake).run();

    assertThat(lake.read(Tables.CALLS).collectAsList())
        .extracting(call -> call.path() + " " + call.callDate())
        .containsExactlyInAnyOrder(
            "calls/2026-01-01 named.json 2026-01-01",
            "calls/2026-01-01 listed.json 2026-02-02",
            "calls/2026-01-01 dated.json 2026-03-03");
    assertThat(lake.read(Tables.QUARANTINE).collectAsList())
        .extracting(row -> row.path() + " " + row.reason())
        .containsExactly("calls/nothing.json NO_DATE");
  }

  @Test
  void aChangedFileIsFoundAlsoWhereItIsOlderThanWhatItReplaces() throws IOException {
    write("calls/2026-05-04 first.vtt", TRANSCRIPT);
    Lake lake = lake();
    calls(lake).run();

    write("calls/2026-05-04 first.vtt", TRANSCRIPT.replace("noted", "whole"));
    Files.setLastModifiedTime(
        folder.resolve("input/calls/2026-05-04 first.vtt"), FileTime.fromMillis(1_000_000));
    calls(lake).run();

    assertThat(turns(lake)).hasSize(3).last().extracting(Turn::text).isEqualTo("Thanks, whole.");
  }

  @Test
  void cuesOfOneVoiceAreOneTurnBelowTheGapAndTwoFromItOn() throws IOException {
    String cues =
        """
        WEBVTT

        00:00:01.000 --> 00:00:02.000
        Zoe: One.

        00:00:%s --> 00:00:06.000
        Zoe: Two.
        """;
    write("calls/2026-05-04 below.vtt", cues.formatted("03.999"));
    write("calls/2026-05-05 above.vtt", cues.formatted("04.000"));
    Lake lake = lake();
    calls(lake).run();

    assertThat(
            turns(lake).stream().map(turn -> turn.callDate().getDayOfMonth() + " " + turn.text()))
        .containsExactlyInAnyOrder("4 One. Two.", "5 One.", "5 Two.");
    assertThat(turns(lake)).extracting(Turn::speaker).containsOnly(Speaker.UNKNOWN);
  }

  @Test
  void aRecordingAndTheChatBesideItAreOneCall() throws IOException {
    write("calls/GMT20260504-090000_Recording.transcript.vtt", TRANSCRIPT);
    Lake lake = lake();
    calls(lake).run();
    write("calls/GMT20260504-090000_RecordingnewChat.txt", "00:00:04\tBob Buyer:\thello\n");
    calls(lake).run();

    assertThat(lake.read(Tables.CALLS).count()).isEqualTo(1);
    assertThat(turns(lake)).extracting(Turn::channel).contains("chat");
    assertThat(turns(lake)).hasSize(4);
  }

  @Test
  void aLineOfTheSpeakerTableChangesTheCallItNamesAndReadsNoFileAgain() throws IOException {
    write("crm/reps.csv", "rep_id,name,email,team\nR1,Ann Seller,ann@seller.example,East\n");
    write("calls/2026-05-04 first.vtt", TRANSCRIPT);
    write("calls/2026-05-05 second.vtt", TRANSCRIPT.replace("noted", "good"));
    Lake lake = lake();
    crm(lake).run();
    calls(lake).run();
    Map<String, String> before = versions(lake);

    write(
        "calls/speakers.csv",
        "file,speaker,side\n2026-05-04 first.vtt,Bob Buyer,unknown\n*,Nobody,boss\n");
    Outcome told = calls(lake).run();

    assertThat(told.message())
        .isEqualTo("1 calls from 1 files: 1 processed, 0 quarantined, 0 duplicates");
    assertThat(told.counters())
        .contains(new Counter("records_in", 2), new Counter("records_quarantined", 1));
    assertThat(lake.read(Tables.QUARANTINE).collectAsList())
        .extracting(row -> row.path() + " " + row.recordNo() + " " + row.reason())
        .containsExactly("calls/speakers.csv 2 BAD_SIDE");
    assertThat(turns(lake))
        .extracting(turn -> turn.callDate().getDayOfMonth() + " " + turn.speaker())
        .containsExactlyInAnyOrder("4 REP", "4 UNKNOWN", "4 REP", "5 REP", "5 CUSTOMER", "5 REP");
    assertThat(versions(lake).get("calls/2026-05-05 second.vtt"))
        .isEqualTo(before.get("calls/2026-05-05 second.vtt"));
    assertThat(calls(lake).run().message()).isEqualTo("no file is new or changed");

    Files.delete(folder.resolve("input/calls/speakers.csv"));
    calls(lake).run();
    assertThat(versions(lake)).isEqualTo(before);
  }

  @Test
  void theRepsChannelTellsTheSidesOfATwoChannelRecordingAndReadsNoFileAgain() throws IOException {
    write(
        "calls/2026-05-04 dialer.json",
        """
        {"metadata": {"channels": 2}, "results": {"channels": [
          {"alternatives": [{"transcript": "Who is it?", "words": [
            {"word": "who", "start": 1.0, "end": 1.2, "punctuated_word": "Who"},
            {"word": "is", "start": 1.2, "end": 1.4, "punctuated_word": "is"},
            {"word": "it", "start": 1.4, "end": 1.6, "punctuated_word": "it?"}]}]},
          {"alternatives": [{"transcript": "Lumen here.", "words": [
            {"word": "lumen", "start": 2.0, "end": 2.4, "punctuated_word": "Lumen"},
            {"word": "here", "start": 2.4, "end": 2.8, "punctuated_word": "here."}]}]}]}}
        """);
    write("calls/2026-05-05 meeting.vtt", TRANSCRIPT);
    Lake lake = lake();
    calls(lake).run();
    assertThat(turns(lake)).extracting(Turn::speaker).containsOnly(Speaker.UNKNOWN);

    Outcome told = calls(lake, 1).run();

    assertThat(told.message()).isEqualTo("1 calls have a voice whose side is now told otherwise");
    assertThat(turns(lake))
        .filteredOn(turn -> turn.channel() != null)
        .extracting(turn -> turn.channel() + " " + turn.speaker() + " " + turn.text())
        .containsExactly("0 CUSTOMER Who is it?", "1 REP Lumen here.");
    assertThat(turns(lake))
        .filteredOn(turn -> turn.channel() == null)
        .extracting(Turn::speaker)
        .hasSize(3)
        .containsOnly(Speaker.UNKNOWN);
    assertThat(calls(lake, 1).run().exitStatus()).isEqualTo(99);
  }

  @Test
  void badLinesOfTheSideCarAreCountedOnceForEachVersionOfIt() throws IOException {
    write("calls/calls.csv", "file,started_at\nmeeting.vtt,2026-05-04T10:00:00Z\n,\nx.vtt,soon\n");
    write("calls/meeting.vtt", TRANSCRIPT);
    Lake lake = lake();

    assertThat(calls(lake).run().counters())
        .contains(
            new Counter("files_in", 2),
            new Counter("records_in", 4),
            new Counter("records_processed", 2),
            new Counter("records_quarantined", 2));
    assertThat(calls(lake).run().message()).isEqualTo("no file is new or changed");
  }

  @Test
  void brokenTablesBesideTheCallsAreInQuarantineAndStopNoCall() throws IOException {
    write("calls/calls.csv", "account,opportunity\nAcre,O1\n");
    write("calls/speakers.csv", "file,speaker,side,side\n*,Bob Buyer,rep,rep\n");
    write("calls/2026-05-04 first.vtt", TRANSCRIPT);
    write("calls/meeting.vtt", TRANSCRIPT.replace("noted", "good"));
    Lake lake = lake();
    calls(lake).run();

    assertThat(lake.read(Tables.CALLS).collectAsList())
        .extracting(Call::path)
        .containsExactly("calls/2026-05-04 first.vtt");
    assertThat(lake.read(Tables.QUARANTINE).collectAsList())
        .extracting(row -> row.path() + " " + row.reason())
        .containsExactlyInAnyOrder(
            "calls/calls.csv BAD_HEADER",
            "calls/speakers.csv BAD_HEADER",
            "calls/meeting.vtt NO_DATE");
    assertThat(calls(lake).run().message()).isEqualTo("no file is new or changed");

    Files.write(
        folder.resolve("input/calls/calls.csv"),
        "file,started_at\nmeeting.vtt,2026-05-06T10:00:00+01:00\n"
            .getBytes(StandardCharsets.UTF_16));
    calls(lake).run();
    assertThat(lake.read(Tables.CALLS).collectAsList())
        .extracting(Call::callDate)
        .containsExactlyInAnyOrder(LocalDate.of(2026, 5, 4), LocalDate.of(2026, 5, 6));
  }

  private static Map<String, String> versions(Lake lake) {
    return lake.read(Tables.CALLS).collectAsList().stream()
        .collect(Collectors.toMap(Call::path, Call::sourceVersion));
  }

  private static String postCallAnalytics(String time) {
    return """
    {"ConversationAnalytics": {"GUID": "g", "ConversationTime": "%s", "ConversationLocation": "UTC",
       "LanguageCode": "en-US", "Duration": "5.0",
       "SpeakerLabels": [{"Speaker": "spk_0", "DisplayText": "Agent"}]},
     "SpeechSegments": [{"SegmentStartTime": 0.5, "SegmentEndTime": 2.0,
       "SegmentSpeaker": "spk_0", "SegmentInterruption": false, "DisplayText": "four",
       "OriginalText": "four", "WordConfidence": []}]}
    """
        .formatted(time);
  }

  private Lake lake() {
    return new Lake(LocalSpark.session(), folder.resolve("lake").toString());
  }

  private IngestCalls calls(Lake lake) {
    SparkSession spark = LocalSpark.session();
    return new IngestCalls(spark, lake, inbox(spark), PSEUDONYMS, SETTINGS);
  }

  private IngestCalls calls(Lake lake, int repChannel) {
    SparkSession spark = LocalSpark.session();
    IngestSettings settings =
        new IngestSettings(
            SETTINGS.zone(),
            SETTINGS.turnGapMillis(),
            SETTINGS.columns(),
            SETTINGS.quarantineLimit(),
            SETTINGS.ownDomains(),
            SETTINGS.names(),
            repChannel,
            null);
    return new IngestCalls(spark, lake, inbox(spark), PSEUDONYMS, settings);
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
