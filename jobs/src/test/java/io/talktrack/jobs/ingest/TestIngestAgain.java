package io.talktrack.jobs.ingest;

import static io.talktrack.jobs.TinyCompany.mail;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.jobs.Outcome;
import io.talktrack.jobs.TinyCompany;
import io.talktrack.table.DayRange;
import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days that are read anew though nothing on them changed. */
class TestIngestAgain {
  private static final List<Table<?>> OF_CALLS =
      List.of(Tables.CALLS, Tables.PARTICIPANTS, Tables.TURNS);
  private static final List<Table<?>> OF_MAILS = List.of(Tables.EMAILS, Tables.EMAIL_THREADS);
  private static final DayRange SECOND = new DayRange(june(2), june(2));
  private static final DayRange LONG_AGO =
      new DayRange(LocalDate.of(2015, 1, 1), LocalDate.of(2019, 12, 31));

  @TempDir private Path folder;
  private Intake intake;

  private static LocalDate june(int day) {
    return LocalDate.of(2026, 6, day);
  }

  @BeforeEach
  void threeCallsAndThreeMails() throws IOException {
    intake = new Intake(folder);
    for (String call : List.of("2026-06-02 one", "2026-06-02 two", "2026-06-03 three")) {
      intake
          .company()
          .put("calls/" + call + ".vtt", TinyCompany.webVtt("Ann: This is " + call + ", hello."));
    }
    String ann = "Ann Seller <ann@lumen.example>";
    String bob = "Bob Buyer <bob@acre.example>";
    intake.company().put("emails/1.mbox", mbox(mail("1", ann, bob, 2), mail("2", bob, ann, 3)));
    intake.company().put("emails/2.eml", mail("3", ann, bob, 3) + "\nHello.\n");
    intake.calls().run();
    intake.emails().run();
  }

  @Test
  void aDaysCallsAreReadAnewAndStayWhatTheyAre() {
    Map<Table<?>, Set<?>> before = rows(OF_CALLS);
    Set<String> files = files(Tables.TURNS);

    assertThat(intake.calls(SECOND).run().message())
        .isEqualTo("0 new or changed calls from 2 files: 2 processed, 0 quarantined, 0 duplicates");

    assertThat(rows(OF_CALLS)).isEqualTo(before);
    assertThat(files(Tables.TURNS))
        .hasSameSizeAs(files)
        .filteredOn(files::contains)
        .singleElement()
        .asString()
        .contains("call_date=2026-06-03/");
    assertThat(intake.calls().run().message()).isEqualTo("no file is new or changed");
  }

  @Test
  void turnsThatWereLostComeBack() {
    Map<Table<?>, Set<?>> before = rows(OF_CALLS);
    lose(Tables.TURNS, 2);
    assertThat(intake.calls().run().message()).isEqualTo("no file is new or changed");
    assertThat(rows(OF_CALLS)).isNotEqualTo(before);

    intake.calls(SECOND).run();

    assertThat(rows(OF_CALLS)).isEqualTo(before);
  }

  @Test
  void callsThatWereLostAltogetherComeBack() {
    Map<Table<?>, Set<?>> before = rows(OF_CALLS);
    OF_CALLS.forEach(table -> lose(table, 2));

    assertThat(intake.calls(SECOND).run().message())
        .isEqualTo("2 new or changed calls from 2 files: 2 processed, 0 quarantined, 0 duplicates");

    assertThat(rows(OF_CALLS)).isEqualTo(before);
  }

  @Test
  void aDaysMailsAreReadAnewAndStayWhatTheyAre() {
    Map<Table<?>, Set<?>> before = rows(OF_MAILS);
    Set<String> files = files(Tables.EMAILS);

    assertThat(intake.emails(SECOND).run().message())
        .isEqualTo(
            "0 new or changed e-mails from 1 files: 1 processed, 0 quarantined, 0 duplicates");

    assertThat(rows(OF_MAILS)).isEqualTo(before);
    assertThat(files(Tables.EMAILS))
        .hasSameSizeAs(files)
        .filteredOn(files::contains)
        .singleElement()
        .asString()
        .contains("email_date=2026-06-03/");
    assertThat(intake.emails().run().message()).isEqualTo("no file is new or changed");
  }

  @Test
  void mailsThatWereLostComeBackAlsoOfAFileThatHoldsOthers() {
    Map<Table<?>, Set<?>> before = rows(OF_MAILS);
    lose(Tables.EMAILS, 2);
    assertThat(intake.emails().run().message()).isEqualTo("no file is new or changed");

    intake.emails(SECOND).run();

    assertThat(rows(OF_MAILS)).isEqualTo(before);
  }

  @Test
  void daysWithoutAnyRowAreNothingToDo() {
    assertThat(intake.calls(LONG_AGO).run())
        .isEqualTo(
            new Outcome.NothingToDo(
                "no file is new or changed, and nothing is of 2015-01-01 to 2019-12-31"));
    assertThat(intake.emails(LONG_AGO).run())
        .isEqualTo(
            new Outcome.NothingToDo(
                "no file is new or changed, and nothing is of 2015-01-01 to 2019-12-31"));
  }

  private <T extends Record> void lose(Table<T> table, int day) {
    TreeSet<LocalDate> days = new TreeSet<>(Set.of(june(day)));
    intake.lake().replace(table, days, intake.lake().read(table, days).limit(0));
  }

  private Map<Table<?>, Set<?>> rows(List<Table<?>> tables) {
    Map<Table<?>, Set<?>> rows = new HashMap<>();
    for (Table<?> table : tables) {
      rows.put(table, intake.rows(table));
      assertThat(rows.get(table)).as(table.name()).isNotEmpty();
    }
    return rows;
  }

  private Set<String> files(Table<?> table) {
    return Set.copyOf(Arrays.asList(intake.lake().read(table).inputFiles()));
  }

  private static String mbox(String... mails) {
    StringBuilder box = new StringBuilder();
    for (String mail : mails) {
      box.append("From - Wed Jun  3 09:00:00 2026\n").append(mail).append("\nHello.\n\n");
    }
    return box.toString();
  }
}
