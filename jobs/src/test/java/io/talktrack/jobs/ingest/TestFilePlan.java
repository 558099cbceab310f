package io.talktrack.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.inbox.RawFile;
import io.talktrack.inbox.SourceFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TestFilePlan {
  private final Map<String, RawFile> known = new TreeMap<>();

  @Test
  void whatIsNewAndWhatLooksChangedIsRead() {
    know("same", 10, 100, null);
    know("longer", 10, 100, null);
    know("older", 10, 100, null);
    know("gone", 10, 100, null);

    assertThat(
            read(
                new SourceFile("same", 10, 100),
                new SourceFile("longer", 11, 100),
                new SourceFile("older", 10, 99),
                new SourceFile("new", 10, 1)))
        .containsExactly("longer", "new", "older");
  }

  @Test
  void aFileIsReadAgainWhereReadingItMeansSomethingElseNow() {
    know("same", 10, 100, null);

    assertThat(
            FilePlan.of(
                    List.of(new SourceFile("same", 10, 100)),
                    known,
                    path -> "definition-2",
                    path -> path)
                .groups())
        .containsOnlyKeys("same");
  }

  @Test
  void allFilesOfAConversationAreReadWithTheOneThatChanged() {
    know("call.txt", 10, 100, null);
    know("call.vtt", 10, 100, null);
    know("other.vtt", 10, 100, null);

    assertThat(
            FilePlan.of(
                    List.of(
                        new SourceFile("call.txt", 12, 100),
                        new SourceFile("call.vtt", 10, 100),
                        new SourceFile("other.vtt", 10, 100)),
                    known,
                    path -> "definition-1",
                    path -> path.substring(0, path.indexOf('.')))
                .groups())
        .isEqualTo(
            Map.of(
                "call",
                List.of(new SourceFile("call.txt", 12, 100), new SourceFile("call.vtt", 10, 100))));
  }

  @Test
  void copiesAreReadWithTheirOriginal() {
    know("a", 10, 100, null);
    know("b", 10, 100, "a");
    know("c", 10, 100, "b");
    know("d", 10, 100, "x");

    assertThat(
            read(
                new SourceFile("a", 11, 101),
                new SourceFile("b", 10, 100),
                new SourceFile("c", 10, 100),
                new SourceFile("d", 10, 100)))
        .containsExactly("a", "b", "c");
  }

  private Iterable<String> read(SourceFile... listing) {
    return FilePlan.of(List.of(listing), known, path -> "definition-1", path -> path)
        .groups()
        .keySet();
  }

  private void know(String path, long length, long modifiedMillis, String duplicateOf) {
    known.put(
        path,
        new RawFile(
            path,
            "hash",
            "CALL",
            length,
            modifiedMillis,
            "webvtt",
            duplicateOf == null ? "PROCESSED" : "DUPLICATE",
            duplicateOf,
            1,
            duplicateOf == null ? 1 : 0,
            0,
            duplicateOf == null ? 0 : 1,
            "definition-1",
            Instant.EPOCH));
  }
}
