package io.talktrack.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.talktrack.call.Call;
import io.talktrack.call.Source;
import io.talktrack.call.Speaker;
import io.talktrack.crm.Rep;
import io.talktrack.jobs.LocalSpark;
import io.talktrack.tracker.KeyPhrase;
import io.talktrack.tracker.TrackerHit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class TestLake {
  private static final LocalDate MONDAY = LocalDate.of(2026, 5, 4);
  private static final LocalDate TUESDAY = LocalDate.of(2026, 5, 5);
  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 5, 6);
  private static final LocalDate THURSDAY = LocalDate.of(2026, 5, 7);

  @TempDir Path folder;
  private Lake lake;

  @BeforeEach
  void open() {
    lake = new Lake(LocalSpark.session(), folder + "/");
  }

  @Test
  void aTableThatWasNeverWrittenIsEmpty() {
    assertThat(lake.exists(Tables.KEY_PHRASES)).isFalse();
    assertThat(lake.read(Tables.KEY_PHRASES).collectAsList()).isEmpty();
    assertThat(lake.read(Tables.KEY_PHRASES, days(MONDAY)).collectAsList()).isEmpty();
  }

  @Test
  void replacingDaysTwiceIsReplacingThemOnceAndLeavesTheOthers() {
    KeyPhrase before = phrase("c1", MONDAY, "old words");
    KeyPhrase other = phrase("c2", TUESDAY, "cold chain");
    KeyPhrase gone = phrase("c3", WEDNESDAY, "withdrawn");
    KeyPhrase after = phrase("c1", MONDAY, "stock counts");
    replace(days(MONDAY, TUESDAY, WEDNESDAY), before, other, gone);

    replace(days(MONDAY, WEDNESDAY), after);
    List<KeyPhrase> once = lake.read(Tables.KEY_PHRASES).collectAsList();
    replace(days(MONDAY, WEDNESDAY), after);

    assertThat(once).containsExactlyInAnyOrder(after, other);
    assertThat(lake.read(Tables.KEY_PHRASES).collectAsList())
        .containsExactlyInAnyOrderElementsOf(once);
    assertThat(lake.read(Tables.KEY_PHRASES, days(TUESDAY)).collectAsList()).containsExactly(other);
  }

  @Test
  void rowsOfADayThatIsNotReplacedAreRefusedAndNothingIsWritten() {
    KeyPhrase first = phrase("c1", MONDAY, "cold chain");
    replace(days(MONDAY), first);

    assertThatThrownBy(() -> replace(days(MONDAY), phrase("c2", TUESDAY, "stock counts")))
        .hasStackTraceContaining("DELTA_REPLACE_WHERE_MISMATCH");
    assertThat(lake.read(Tables.KEY_PHRASES).collectAsList()).containsExactly(first);
  }

  @Test
  void replacingTheCallsOfADayLeavesItsEmails() {
    TrackerHit email = hit(Source.EMAIL, "e1", MONDAY);
    lake.replace(
        Tables.TRACKER_HITS, days(MONDAY), Source.EMAIL, rows(Tables.TRACKER_HITS, List.of(email)));
    lake.replace(
        Tables.TRACKER_HITS,
        days(MONDAY),
        Source.CALL,
        rows(Tables.TRACKER_HITS, List.of(hit(Source.CALL, "c1", MONDAY))));
    TrackerHit call = hit(Source.CALL, "c2", MONDAY);

    lake.replace(
        Tables.TRACKER_HITS, days(MONDAY), Source.CALL, rows(Tables.TRACKER_HITS, List.of(call)));

    assertThat(lake.read(Tables.TRACKER_HITS).collectAsList())
        .containsExactlyInAnyOrder(email, call);
  }

  @Test
  void mergingTwiceIsMergingOnceAndKeepsWhatHasAnotherKey() {
    Rep ann = rep("R1", "East");
    Rep moved = rep("R1", "West");
    Rep bob = rep("R2", "East");
    Rep eve = rep("R3", "East");
    lake.merge(Tables.REPS, rows(Tables.REPS, List.of(ann, bob)));

    lake.merge(Tables.REPS, rows(Tables.REPS, List.of(moved, eve)));
    lake.merge(Tables.REPS, rows(Tables.REPS, List.of(moved, eve)));

    assertThat(lake.read(Tables.REPS).collectAsList()).containsExactlyInAnyOrder(moved, bob, eve);
  }

  @Test
  void newChangedMovedAndWithdrawnConversationsAreWorkAndSoIsANewDefinition() {
    writeCalls(call("a", MONDAY, "1"), call("b", TUESDAY, "1"), call("c", WEDNESDAY, "1"));
    assertThat(pending("d1")).containsExactly(MONDAY, TUESDAY, WEDNESDAY);

    replace(
        days(MONDAY, TUESDAY, WEDNESDAY),
        done("a", MONDAY, "1"),
        done("b", TUESDAY, "1"),
        done("c", WEDNESDAY, "1"));
    assertThat(pending("d1")).isEmpty();
    assertThat(pending("d2")).containsExactly(MONDAY, TUESDAY, WEDNESDAY);

    writeCalls(call("a", MONDAY, "1"), call("b", TUESDAY, "2"), call("c", WEDNESDAY, "1"));
    assertThat(pending("d1")).as("changed").containsExactly(TUESDAY);

    writeCalls(call("a", MONDAY, "1"), call("b", TUESDAY, "1"), call("c", THURSDAY, "1"));
    assertThat(pending("d1")).as("moved").containsExactly(WEDNESDAY, THURSDAY);

    writeCalls(call("b", TUESDAY, "1"), call("c", WEDNESDAY, "1"));
    assertThat(pending("d1")).as("withdrawn").containsExactly(MONDAY);

    writeCalls(
        call("a", MONDAY, "1"),
        call("b", TUESDAY, "1"),
        call("c", WEDNESDAY, "1"),
        call("d", TUESDAY, "1"));
    assertThat(pending("d1")).as("new").containsExactly(TUESDAY);
  }

  @Test
  void aDayIsOneFileAndItsTextIsNotInTheLog() throws IOException {
    Dataset<Call> calls =
        rows(
                Tables.CALLS,
                List.of(call("a", MONDAY, "1"), call("b", MONDAY, "1"), call("c", MONDAY, "1")))
            .repartition(3);

    lake.replace(Tables.CALLS, days(MONDAY), calls);

    Path table = folder.resolve("silver/calls");
    assertThat(files(table.resolve("call_date=2026-05-04"), ".parquet")).hasSize(1);
    for (Path commit : files(table.resolve("_delta_log"), ".json")) {
      assertThat(commit).content().doesNotContain("Renewal with");
    }
  }

  @Test
  void aFileIsNoLake(@TempDir Path other) throws IOException {
    Path file = Files.writeString(other.resolve("lake"), "no folder of tables");

    assertThatThrownBy(() -> new Lake(LocalSpark.session(), file.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot open lake %s: it is a file. Give a folder by --lake, which need not be there yet.",
            file);
  }

  @Test
  void writesTogetherAllEndBeforeTheFailureOfOneIsThrown() {
    AtomicInteger ended = new AtomicInteger();
    Runnable write = ended::incrementAndGet;
    Runnable failing =
        () -> {
          throw new IllegalStateException("Cannot write the second table");
        };

    assertThatThrownBy(() -> Lake.together(write, failing, write, write, write, write))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Cannot write the second table");
    assertThat(ended).hasValue(5);

    Lake.together(write, write);
    assertThat(ended).hasValue(7);
  }

  @Test
  void tablesWrittenTogetherHoldWhatTheyHoldWrittenInTurn() {
    KeyPhrase phrase = phrase("c1", MONDAY, "cold chain");
    TrackerHit hit = hit(Source.CALL, "c1", MONDAY);
    Rep rep = rep("R1", "East");

    Lake.together(
        () -> replace(days(MONDAY), phrase),
        () ->
            lake.replace(
                Tables.TRACKER_HITS, days(MONDAY), rows(Tables.TRACKER_HITS, List.of(hit))),
        () -> lake.merge(Tables.REPS, rows(Tables.REPS, List.of(rep))));

    assertThat(lake.read(Tables.KEY_PHRASES).collectAsList()).containsExactly(phrase);
    assertThat(lake.read(Tables.TRACKER_HITS).collectAsList()).containsExactly(hit);
    assertThat(lake.read(Tables.REPS).collectAsList()).containsExactly(rep);
  }

  @Test
  void columnsThatAreNotNeededAreNotRead() {
    Call call = call("a", MONDAY, "1");
    writeCalls(call);

    Dataset<Call> slim = lake.readWithout(List.of("title", "path"), Tables.CALLS);

    assertThat(slim.collectAsList())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.title()).isNull();
              assertThat(row.path()).isNull();
              assertThat(row.callId()).isEqualTo("a");
            });
    assertThat(slim.queryExecution().executedPlan().toString())
        .contains("call_id")
        .doesNotContain("title:", "path:");
    assertThat(lake.read(Tables.CALLS).collectAsList()).containsExactly(call);
  }

  @Test
  void aTableOfBeforeAColumnIsReadWithoutItAndGetsItWithTheNextRows() {
    Call monday = call("a", MONDAY, "1");
    Call tuesday = call("b", TUESDAY, "1");
    rows(Tables.CALLS, List.of(monday, tuesday))
        .drop("title")
        .write()
        .format("delta")
        .partitionBy("call_date")
        .save(folder.resolve("silver/calls").toString());
    assertThat(lake.read(Tables.CALLS).collectAsList())
        .extracting(Call::callId, Call::title)
        .containsExactlyInAnyOrder(tuple("a", null), tuple("b", null));

    lake.replace(Tables.CALLS, days(TUESDAY), rows(Tables.CALLS, List.of(tuesday)));

    assertThat(lake.read(Tables.CALLS).collectAsList())
        .contains(tuesday)
        .extracting(Call::callId, Call::title)
        .containsExactlyInAnyOrder(tuple("a", null), tuple("b", tuesday.title()));
  }

  private void writeCalls(Call... calls) {
    lake.overwrite(Tables.CALLS, rows(Tables.CALLS, Arrays.asList(calls)));
  }

  private Collection<LocalDate> pending(String definition) {
    return lake.pending(Tables.CALLS, Tables.KEY_PHRASES, "call_id", definition).days();
  }

  private void replace(SortedSet<LocalDate> days, KeyPhrase... phrases) {
    lake.replace(Tables.KEY_PHRASES, days, rows(Tables.KEY_PHRASES, Arrays.asList(phrases)));
  }

  private static <T extends Record> Dataset<T> rows(Table<T> table, List<T> rows) {
    return LocalSpark.session().createDataset(rows, table.encoder());
  }

  private static SortedSet<LocalDate> days(LocalDate... days) {
    return new TreeSet<>(Arrays.asList(days));
  }

  private static KeyPhrase phrase(String call, LocalDate day, String words) {
    return new KeyPhrase(call, day, words, 0.25, 2, "1", "d1");
  }

  private static KeyPhrase done(String call, LocalDate day, String version) {
    return new KeyPhrase(call, day, "cold chain", 0.25, 2, version, "d1");
  }

  private static TrackerHit hit(Source source, String id, LocalDate day) {
    return new TrackerHit("pricing", source, id, day, 1, 0, 5, Speaker.REP, "1", "d1");
  }

  private static Rep rep(String id, String team) {
    return new Rep(id, "person-" + id, "hash", "Ann Seller", team, null, MONDAY, "1");
  }

  private static Call call(String id, LocalDate day, String version) {
    return new Call(
        id,
        day,
        day.atStartOfDay().toInstant(ZoneOffset.UTC),
        day.atStartOfDay().toInstant(ZoneOffset.UTC),
        id + ".vtt",
        "Renewal with " + id,
        "vtt",
        "folder",
        "en",
        60_000L,
        2,
        "hash",
        "1",
        version,
        "d1");
  }

  private static List<Path> files(Path folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).toList();
    }
  }
}
