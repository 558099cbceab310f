package io.talktrack.jobs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.talktrack.call.Call;
import io.talktrack.call.Source;
import io.talktrack.call.Turn;
import io.talktrack.email.Email;
import io.talktrack.inbox.QuarantinedInput;
import io.talktrack.inbox.RawFile;
import io.talktrack.model.Processor;
import io.talktrack.objection.Objection;
import io.talktrack.playbook.PlaybookEvidence;
import io.talktrack.playbook.PlaybookScore;
import io.talktrack.sentiment.EmailLabel;
import io.talktrack.sentiment.TurnLabel;
import io.talktrack.table.Lake;
import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import io.talktrack.tracker.TrackerHit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds of every table after a run of every stage. */
@Tag("slow")
class TestLakeContracts {
  private static WholeRun run;
  private static Lake lake;

  @BeforeAll
  static void runOnce() throws IOException {
    run = WholeRun.done();
    lake = run.lake();
  }

  @Test
  void noTableHoldsAnAddressANumberOrACard() throws IOException {
    run.content()
        .forEach(
            (table, rows) ->
                assertThat(rows)
                    .as(table)
                    .allSatisfy(row -> assertThat(row).doesNotContain(SmallCompany.PERSONAL)));
    assertThat(texts())
        .anyMatch(text -> text.contains("[EMAIL]"))
        .anyMatch(text -> text.contains("[PHONE]"))
        .anyMatch(text -> text.contains("[CARD]"));
    assertThat(kept())
        .anyMatch(text -> text.startsWith("On Thu, 4 Jun 2026 at 09:00, [NAME] <[EMAIL]> wrote:"))
        .contains("-- \n[NAME]\n[EMAIL], [PHONE]");

    try (Stream<Path> files = Files.walk(run.lakeFolder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(SmallCompany.PERSONAL);
      }
    }
  }

  @Test
  void namesOfPeopleAreOnlyInContactsAndReps() {
    Map<String, List<String>> content = run.content();

    assertThat(content.remove(Tables.CONTACTS.path())).anyMatch(row -> row.contains("Bob Buyer"));
    assertThat(content.remove(Tables.REPS.path())).anyMatch(row -> row.contains("Ann Seller"));
    content.forEach(
        (table, rows) ->
            assertThat(rows)
                .as(table)
                .allSatisfy(row -> assertThat(row).doesNotContain(SmallCompany.NAMES)));
  }

  @Test
  void whatCannotBeReadIsListedWithItsReasonAndWithoutItsContent() {
    assertThat(lake.read(Tables.QUARANTINE).collectAsList())
        .extracting(QuarantinedInput::path)
        .contains("calls/torn.vtt", "calls/undated.vtt", "emails/no mail.eml", "crm/weather.csv");
    assertThat(run.content().get(Tables.QUARANTINE.path()))
        .allSatisfy(row -> assertThat(row).doesNotContain(SmallCompany.UNREADABLE));
    assertThat(run.content().get(Tables.RAW_FILES.path()))
        .allSatisfy(row -> assertThat(row).doesNotContain(SmallCompany.UNREADABLE));
  }

  @Test
  void evidenceLiesWithinTheCodePointsOfItsText() {
    Map<String, Integer> lengths = new HashMap<>();
    for (Turn turn : lake.read(Tables.TURNS).collectAsList()) {
      lengths.put(unit(Source.CALL, turn.callId(), turn.turnNo()), codePoints(turn.text()));
    }
    for (Email mail : lake.read(Tables.EMAILS).collectAsList()) {
      for (int sentence = 0; sentence < mail.sentences().size(); sentence++) {
        lengths.put(
            unit(Source.EMAIL, mail.emailId(), sentence),
            codePoints(mail.sentences().get(sentence)));
      }
    }

    List<Objection> objections = lake.read(Tables.OBJECTIONS).collectAsList();
    assertThat(objections).extracting(Objection::source).contains(Source.CALL, Source.EMAIL);
    for (Objection one : objections) {
      assertWithin(
          one.start(), one.end(), lengths.get(unit(one.source(), one.sourceId(), one.unitNo())));
    }
    List<TrackerHit> hits = lake.read(Tables.TRACKER_HITS).collectAsList();
    assertThat(hits).isNotEmpty();
    for (TrackerHit hit : hits) {
      if (hit.isHeard()) {
        assertWithin(
            hit.start(), hit.end(), lengths.get(unit(hit.source(), hit.sourceId(), hit.unitNo())));
      } else {
        assertThat(lengths)
            .containsKeys(
                unit(hit.source(), hit.sourceId(), hit.start()),
                unit(hit.source(), hit.sourceId(), hit.end() - 1));
      }
    }
    assertThat(hits)
        .filteredOn(hit -> !hit.isHeard())
        .isNotEmpty()
        .extracting(TrackerHit::tracker)
        .containsOnly("no-next-step");
    List<PlaybookEvidence> evidence = lake.read(Tables.PLAYBOOK_EVIDENCE).collectAsList();
    assertThat(evidence).isNotEmpty();
    for (PlaybookEvidence span : evidence) {
      Integer first = lengths.get(unit(Source.CALL, span.callId(), span.firstTurn()));
      Integer last = lengths.get(unit(Source.CALL, span.callId(), span.lastTurn()));
      assertThat(span.start()).isBetween(0, first);
      assertThat(span.end())
          .isBetween(span.firstTurn() == span.lastTurn() ? span.start() : 0, last);
    }
  }

  @Test
  void spansAreCountedInCodePointsAlsoAfterAnEmoji() {
    Turn turn =
        lake.read(Tables.TURNS).collectAsList().stream()
            .filter(one -> one.text().contains("😀"))
            .findFirst()
            .orElseThrow();

    assertThat(lake.read(Tables.TRACKER_HITS).collectAsList())
        .filteredOn(hit -> hit.isHeard() && hit.unitNo() == turn.turnNo())
        .filteredOn(hit -> hit.sourceId().equals(turn.callId()))
        .extracting(TrackerHit::tracker, hit -> cut(turn.text(), hit.start(), hit.end()))
        .containsExactlyInAnyOrder(
            tuple("in-house-build", "spreadsheets"),
            tuple("pricing", "price"),
            tuple("early-price", "price"),
            tuple("budget", "budget"));
    assertThat(lake.read(Tables.OBJECTIONS).collectAsList())
        .filteredOn(one -> one.sourceId().equals(turn.callId()) && one.unitNo() == turn.turnNo())
        .allSatisfy(
            one ->
                assertThat(cut(turn.text(), one.start(), one.end()))
                    .isEqualTo("Your price is far too high for our budget"));
  }

  @Test
  void everyFileAndEveryRecordInItIsProcessedQuarantinedOrADuplicate() throws IOException {
    Map<String, RawFile> files =
        lake.read(Tables.RAW_FILES).collectAsList().stream()
            .collect(toMap(RawFile::path, file -> file));
    assertThat(files.keySet()).containsExactlyInAnyOrderElementsOf(inputFiles());
    Books.balance(files.values());
    assertThat(files.values())
        .filteredOn(file -> file.status().equals("QUARANTINED"))
        .extracting(RawFile::path)
        .containsExactlyInAnyOrderElementsOf(
            lake.read(Tables.QUARANTINE).collectAsList().stream()
                .map(QuarantinedInput::path)
                .toList());

    long calls =
        files.values().stream()
            .filter(file -> file.kind().equals("CALL") && file.status().equals("PROCESSED"))
            .count();
    // a recording and its chat are two files and one call
    assertThat(lake.read(Tables.CALLS).count()).isEqualTo(calls - 1);
    long mails =
        files.values().stream()
            .filter(file -> file.kind().equals("EMAIL"))
            .mapToLong(RawFile::recordsProcessed)
            .sum();
    assertThat(lake.read(Tables.EMAILS).count()).isEqualTo(mails);
  }

  @Test
  void everyJobCountsItsFilesAndRecords() throws IOException {
    Map<String, Map<String, Long>> jobs =
        lake.read(Tables.JOB_RUNS).collectAsList().stream()
            .filter(job -> job.counters().stream().anyMatch(one -> one.name().equals("files_in")))
            .collect(
                toMap(
                    job -> job.job(),
                    job ->
                        job.counters().stream()
                            .collect(toMap(one -> one.name(), one -> one.value()))));

    assertThat(jobs.keySet())
        .containsExactlyInAnyOrder(
            "ingest crm", "ingest calls", "ingest emails", "ingest knowledge");
    for (Map<String, Long> counted : jobs.values()) {
      for (String unit : List.of("files", "records")) {
        assertThat(counted.get(unit + "_in"))
            .isEqualTo(
                counted.get(unit + "_processed")
                    + counted.get(unit + "_quarantined")
                    + counted.get(unit + "_duplicate"));
      }
    }
    assertThat(jobs.get("ingest calls"))
        .containsEntry("files_in", 11L)
        .containsEntry("files_quarantined", 2L)
        .containsEntry("files_duplicate", 1L);
  }

  @Test
  void callsInOtherLanguagesAreUnsupportedAndHaveNoScore() {
    Map<String, String> paths =
        lake.read(Tables.CALLS).collectAsList().stream()
            .filter(call -> Set.of(SmallCompany.GERMAN, SmallCompany.RUSSIAN).contains(call.path()))
            .collect(toMap(Call::callId, Call::language));
    assertThat(paths.values()).containsExactlyInAnyOrder("de", "ru");

    Map<String, List<TurnLabel>> labels =
        lake.read(Tables.TURN_LABELS).collectAsList().stream()
            .filter(label -> paths.containsKey(label.callId()))
            .collect(groupingBy(TurnLabel::callId));
    assertThat(labels).hasSize(2);
    labels.forEach(
        (call, turns) ->
            assertThat(turns)
                .hasSize(3)
                .allSatisfy(
                    turn -> {
                      assertThat(turn.status()).isEqualTo("UNSUPPORTED_LANGUAGE");
                      assertThat(turn.labels()).isNull();
                      assertThat(turn.inputKey()).isNull();
                    }));
    assertThat(lake.read(Tables.PLAYBOOK_SCORES).collectAsList())
        .filteredOn(score -> paths.containsKey(score.callId()))
        .isNotEmpty()
        .extracting(PlaybookScore::score)
        .containsOnlyNulls();
    assertThat(lake.read(Tables.OBJECTIONS).collectAsList())
        .extracting(Objection::sourceId)
        .doesNotContainAnyElementsOf(paths.keySet());
    assertThat(lake.read(Tables.TRACKER_HITS).collectAsList())
        .extracting(TrackerHit::sourceId)
        .doesNotContainAnyElementsOf(paths.keySet());
  }

  @Test
  void mailsInOtherLanguagesAreUnsupportedToo() {
    Map<String, String> languages =
        lake.read(Tables.EMAILS).collectAsList().stream()
            .collect(toMap(Email::emailId, Email::language));
    assertThat(languages.values()).contains("de", "en", "zh");

    assertThat(lake.read(Tables.EMAIL_LABELS).collectAsList())
        .allSatisfy(
            label -> {
              boolean isRead = !languages.get(label.emailId()).equals("de");
              assertThat(label.status()).isEqualTo(isRead ? "SCORED" : "UNSUPPORTED_LANGUAGE");
              assertThat(label.labels() != null).isEqualTo(isRead);
            })
        .extracting(EmailLabel::status)
        .contains("UNSUPPORTED_LANGUAGE");
  }

  @Test
  void everyDerivedRowTellsItsSourceAndItsDefinition() {
    for (Table<?> table : Tables.all()) {
      List<String> columns = List.of(table.schema().fieldNames());
      for (String column : List.of("source_version", "definition_version")) {
        if (columns.contains(column)) {
          assertThat(lake.read(table).filter(column + " is null").count())
              .as("%s.%s", table.path(), column)
              .isZero();
        }
      }
    }
  }

  @Test
  void everyScoreLeadsToThePrecisionTheDeviceAndTheProcessorItWasComputedOn() {
    Map<String, Set<List<String>>> computedOn = new HashMap<>();
    for (TurnLabel label : lake.read(Tables.TURN_LABELS).collectAsList()) {
      if (label.status().equals("SCORED")) {
        computedOn
            .computeIfAbsent(label.definitionVersion(), none -> new HashSet<>())
            .add(List.of(label.language(), label.precision(), label.device(), label.processor()));
      }
    }
    String kind = Processor.kind();
    assertThat(computedOn.values())
        .containsExactly(
            Set.of(List.of("en", "fp32", "cpu", kind), List.of("zh", "fp32", "cpu", kind)));

    for (Table<?> table :
        List.of(
            Tables.EMAIL_LABELS,
            Tables.OBJECTIONS,
            Tables.PLAYBOOK_SCORES,
            Tables.PLAYBOOK_EVIDENCE,
            Tables.TRACKER_HITS)) {
      assertThat(
              lake.read(table).select("definition_version").as(Encoders.STRING()).collectAsList())
          .as(table.path())
          .isNotEmpty()
          .allSatisfy(
              definition ->
                  assertThat(computedOn)
                      .containsKey(definition.substring(0, definition.lastIndexOf('+'))));
    }
    String labels = computedOn.keySet().iterator().next();
    assertThat(lake.read(Tables.INFERENCE_CACHE).collectAsList())
        .isNotEmpty()
        .allSatisfy(
            read -> assertThat(labels).contains("=" + read.bundleHash().substring(0, 16) + "/"));
  }

  private static List<String> texts() {
    return Stream.concat(
            lake.read(Tables.TURNS).collectAsList().stream().map(Turn::text),
            lake.read(Tables.EMAILS).collectAsList().stream()
                .flatMap(mail -> mail.sentences().stream()))
        .toList();
  }

  private static List<String> kept() {
    return lake.read(Tables.EMAILS).collectAsList().stream()
        .flatMap(mail -> Stream.of(mail.quoted(), mail.signature()))
        .toList();
  }

  private static List<String> inputFiles() throws IOException {
    Path input = run.company().input();
    try (Stream<Path> files = Files.walk(input)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> input.relativize(file).toString())
          .toList();
    }
  }

  private static String unit(Source source, String id, int unit) {
    return source + "/" + id + "/" + unit;
  }

  private static String cut(String text, int start, int end) {
    return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
  }

  private static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  private static void assertWithin(int start, int end, Integer length) {
    assertThat(length).as("the unit that the evidence names").isNotNull();
    assertThat(start).isBetween(0, end - 1);
    assertThat(end).isBetween(1, length);
  }
}
