package io.talktrack.jobs.ingest;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.identity.ContentHash;
import io.talktrack.inbox.RawFile;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.LocalSpark;
import io.talktrack.jobs.TinyCompany;
import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever the order in which files come, change, break and go for a while, the lake ends as after
 * one run on what lies in the input at last. More schedules: {@code mvn verify -pl common,jobs
 * -Dtest=TestArrivalOnALake -Dsurefire.failIfNoSpecifiedTests=false -Dtalktrack.schedules=200}.
 */
@Tag("slow")
class TestArrivalOnALake {
  private static final int RUNS = 2;
  private static final List<Table<?>> COMPARED =
      List.of(
          Tables.CALLS,
          Tables.PARTICIPANTS,
          Tables.TURNS,
          Tables.EMAILS,
          Tables.EMAIL_THREADS,
          Tables.CALL_LINKS,
          Tables.ACCOUNTS,
          Tables.CONTACTS,
          Tables.REPS,
          Tables.OPPORTUNITIES,
          Tables.OPPORTUNITY_HISTORY);
  private static final List<String> CALLS =
      List.of("2026-06-02 a.vtt", "2026-06-02 b.vtt", "2026-06-03 c.vtt", "undated.vtt");
  private static final List<String> MAILS = List.of("a.eml", "b.mbox", "c.mbox");

  @TempDir private Path folder;

  @Test
  void anyScheduleEndsAsOneRunOnTheLastState() {
    // most of a run is waiting for the driver, so two go beside one another
    IntStream.range(0, Integer.getInteger("talktrack.schedules", 10))
        .parallel()
        .forEach(this::endsAsOneRunOnTheLastState);
  }

  private void endsAsOneRunOnTheLastState(int seed) {
    try {
      compare(seed, folder.resolve("seed-" + seed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compare(int seed, Path place) throws IOException {
    Random random = new Random(seed);
    Intake slowly = new Intake(place.resolve("slowly"));
    Map<String, String> input = new TreeMap<>();
    CrmSchedule crm = new CrmSchedule(random);
    int crmComes = random.nextInt(RUNS);
    int sideCarComes = random.nextInt(RUNS);
    for (int run = 0; run < RUNS; run++) {
      if (run == crmComes) {
        slowly.company().putCrm();
      }
      if (run == sideCarComes) {
        input.put("calls/calls.csv", "file,started_at\nundated.vtt,2026-06-04T10:00:00Z\n");
      }
      change(input, random);
      crm.change(input);
      boolean isLast = run == RUNS - 1;
      if (isLast) {
        crm.finish(input);
      }
      // what vanishes takes nothing from the lake, so it is back in the end
      Set<String> away = isLast ? Set.of() : some(input.keySet(), random);
      lay(input, away, slowly, random);
      runAll(slowly);
    }

    Intake atOnce = new Intake(place.resolve("at-once"));
    atOnce.company().putCrm();
    lay(input, Set.of(), atOnce, random);
    runAll(atOnce);

    assertThat(hashes(slowly)).as("tables of schedule %d", seed).isEqualTo(hashes(atOnce));
    assertThat(present(slowly)).as("raw files of schedule %d", seed).isEqualTo(present(atOnce));
  }

  private static void change(Map<String, String> input, Random random) {
    for (int step = 0; step < 3; step++) {
      input.put("calls/" + any(CALLS, random), call(random));
      input.put("emails/" + any(MAILS, random), mails(random));
    }
  }

  private static String call(Random random) {
    int content = random.nextInt(4);
    return content == 3
        ? "WEBVTT\n\nbroken --> file\n"
        : TinyCompany.webVtt(
            "Ann Seller: Is week %d fine?".formatted(content), "Bob Buyer: It is.");
  }

  private static String mails(Random random) {
    StringBuilder mails = new StringBuilder();
    for (int no = 0; no < 3; no++) {
      if (random.nextBoolean()) {
        mails
            .append("From - Wed Jun  3 09:00:00 2026\n")
            .append(TinyCompany.mail("" + no, "ann@lumen.example", "bob@acre.example", 3 + no))
            .append("\nHello %d.\n\n".formatted(no));
      }
    }
    return mails.isEmpty() ? "no mail" : mails.toString();
  }

  private static Set<String> some(Collection<String> paths, Random random) {
    return paths.stream().filter(path -> random.nextInt(8) == 0).collect(toSet());
  }

  private static String any(List<String> names, Random random) {
    return names.get(random.nextInt(names.size()));
  }

  private static void lay(Map<String, String> input, Set<String> away, Intake intake, Random random)
      throws IOException {
    for (Map.Entry<String, String> entry : input.entrySet()) {
      Path file = intake.company().input().resolve(entry.getKey());
      if (away.contains(entry.getKey())) {
        Files.deleteIfExists(file);
      } else if (!Files.exists(file) || !Files.readString(file).equals(entry.getValue())) {
        intake.company().put(entry.getKey(), entry.getValue());
        // times go back as often as forth
        Files.setLastModifiedTime(file, FileTime.fromMillis(random.nextLong(1L << 40)));
      }
    }
  }

  private static void runAll(Intake intake) {
    for (Job job : List.of(intake.crm(), intake.calls(), intake.emails(), intake.links())) {
      job.run();
    }
  }

  private static Map<String, String> hashes(Intake intake) {
    Map<String, String> hashes = new TreeMap<>();
    for (Table<?> table : COMPARED) {
      hashes.put(
          table.path(),
          ContentHash.of(
              intake.lake().read(table).toJSON().collectAsList().stream().sorted().toArray()));
    }
    return hashes;
  }

  /** What the ledger says of each file, but for times and the copy that it names. */
  private static Map<String, String> present(Intake intake) {
    Map<String, String> states = new TreeMap<>();
    for (String kind : List.of("CALL", "EMAIL", "CRM")) {
      Map<String, RawFile> files = new Ledger(LocalSpark.session(), intake.lake(), 1).current(kind);
      states.putAll(
          files.values().stream()
              .collect(
                  toMap(
                      RawFile::path,
                      file ->
                          "%s %s %d=%d+%d+%d %s"
                              .formatted(
                                  file.contentHash(),
                                  file.status(),
                                  file.recordsIn(),
                                  file.recordsProcessed(),
                                  file.recordsQuarantined(),
                                  file.recordsDuplicate(),
                                  file.definitionVersion()))));
    }
    return states;
  }
}
