package io.talktrack.jobs.ingest;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.inbox.Inbox;
import io.talktrack.inbox.Inbox.Part;
import io.talktrack.inbox.RawFile;
import io.talktrack.inbox.SourceFile;
import io.talktrack.jobs.LocalSpark;
import io.talktrack.table.Lake;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * New files among a hundred thousand that are known. {@code mvn verify -pl common,jobs
 * -Dtest=TestManyFiles -Dsurefire.failIfNoSpecifiedTests=false} prints the seconds.
 */
@Tag("slow")
class TestManyFiles {
  private static final int DAYS = 1000;
  private static final int FILES_A_DAY = 100;
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);

  @TempDir private Path folder;

  @Test
  void newAndChangedFilesAreFoundAmongAHundredThousand() throws IOException {
    for (int day = 0; day < DAYS; day++) {
      Files.createDirectories(path(day, 0).getParent());
      for (int file = 0; file < FILES_A_DAY; file++) {
        Files.createFile(path(day, file));
      }
    }
    Inbox inbox = Inbox.local(folder.resolve("input"), 1 << 20);
    Lake lake = new Lake(LocalSpark.session(), folder.resolve("lake").toString());
    List<RawFile> rows = inbox.list(Part.CALLS).stream().map(TestManyFiles::known).toList();
    assertThat(rows).hasSize(DAYS * FILES_A_DAY);
    lake.append(
        Tables.RAW_FILES,
        LocalSpark.session().createDataset(rows, Tables.RAW_FILES.encoder()).coalesce(1));

    Files.createFile(path(17, FILES_A_DAY));
    Files.createFile(path(999, FILES_A_DAY));
    Files.writeString(path(3, 5), "longer");
    FileTime before = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(path(500, 50), before);
    Files.delete(path(600, 60));

    long start = System.nanoTime();
    Map<String, RawFile> known = new Ledger(LocalSpark.session(), lake, 1).current("CALL");
    long read = System.nanoTime();
    List<SourceFile> listing = inbox.listWithin(Part.CALLS, known);
    long listed = System.nanoTime();
    FilePlan plan = FilePlan.of(listing, known, path -> "calls-1", path -> path);
    long planned = System.nanoTime();

    System.out.printf(
        Locale.ROOT,
        "%,d files: ledger read in %.1f s, folders listed in %.1f s, planned in %.2f s%n",
        listing.size(),
        (read - start) / 1e9,
        (listed - read) / 1e9,
        (planned - listed) / 1e9);
    Set<String> found =
        plan.groups().values().stream()
            .flatMap(List::stream)
            .map(SourceFile::path)
            .collect(toSet());
    assertThat(found)
        .containsExactlyInAnyOrder(
            name(17, FILES_A_DAY), name(999, FILES_A_DAY), name(3, 5), name(500, 50));
    assertThat(Duration.ofNanos(planned - start)).isLessThan(Duration.ofSeconds(60));
  }

  private Path path(int day, int file) {
    return folder.resolve("input").resolve(name(day, file));
  }

  private static String name(int day, int file) {
    LocalDate date = FIRST.plusDays(day);
    return "calls/%d/%02d/%s/call-%03d.vtt"
        .formatted(date.getYear(), date.getMonthValue(), date, file);
  }

  private static RawFile known(SourceFile file) {
    return new RawFile(
        file.path(),
        "hash",
        "CALL",
        file.length(),
        file.modifiedMillis(),
        "webvtt",
        "PROCESSED",
        null,
        1,
        1,
        0,
        0,
        "calls-1",
        Instant.EPOCH);
  }
}
