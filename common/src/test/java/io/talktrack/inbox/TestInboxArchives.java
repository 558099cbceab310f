package io.talktrack.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.inbox.Inbox.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestInboxArchives {
  private static final long LARGEST = 32 << 20;
  private static final Set<String> REASONS =
      Set.of("TORN", "ENCRYPTED", "UNSUPPORTED", "TOO_LARGE", "BOMB", "EMPTY", "UNSAFE_NAME");

  @TempDir private Path folder;
  private Inbox inbox;

  @Test
  void filesOfAnArchiveStandInItsPlace() throws IOException {
    put("b.zip", Zips.zip("x/1.vtt", "one", "x\\2.vtt", "two", "__MACOSX/x", "", ".DS_Store", ""));
    put("a.vtt", "three".getBytes(UTF_8));

    assertThat(contents())
        .containsExactly(
            Map.entry("calls/a.vtt", "three"),
            Map.entry("calls/b.zip!/x/1.vtt", "one"),
            Map.entry("calls/b.zip!/x/2.vtt", "two"));
  }

  @Test
  void aPackedFileIsReadUnderItsName() throws IOException {
    put("a.vtt.gz", Zips.gzip("one".getBytes(UTF_8)));
    put("b.vtt.gz", "a browser unpacked it already".getBytes(UTF_8));

    assertThat(contents())
        .containsExactly(
            Map.entry("calls/a.vtt.gz", "one"),
            Map.entry("calls/b.vtt.gz", "a browser unpacked it already"));
  }

  @Test
  void namesThatLeadOutOfTheArchiveAreRefusedAndTheirNeighboursRead() throws IOException {
    put("a.zip", Zips.zip("../up.vtt", "1", "/etc/root.vtt", "2", "C:\\c.vtt", "3", "ok.vtt", "4"));

    assertThat(contents())
        .containsOnly(
            Map.entry("calls/a.zip!/../up.vtt", "UNSAFE_NAME"),
            Map.entry("calls/a.zip!/etc/root.vtt", "UNSAFE_NAME"),
            Map.entry("calls/a.zip!/C:/c.vtt", "UNSAFE_NAME"),
            Map.entry("calls/a.zip!/ok.vtt", "4"));
  }

  @Test
  void twoFilesOfOneNameAreBothRefused() throws IOException {
    put("a.zip", Zips.zip("x/a.vtt", "1", "x\\a.vtt", "2", "b.vtt", "3"));

    assertThat(contents())
        .containsOnly(
            Map.entry("calls/a.zip!/x/a.vtt", "SAME_NAME"), Map.entry("calls/a.zip!/b.vtt", "3"));
  }

  @Test
  void archivesWithinArchivesAreRefused() throws IOException {
    ByteArrayOutputStream outer = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(outer)) {
      Zips.put(zip, "inner.zip", Zips.zip("a", "b"));
      Zips.put(zip, "inner.vtt", Zips.gzip("a".getBytes(UTF_8)));
      Zips.put(zip, "ok.vtt", "ok".getBytes(UTF_8));
    }
    put("a.zip", outer.toByteArray());
    put("b.gz", Zips.gzip(Zips.gzip("a".getBytes(UTF_8))));

    assertThat(contents())
        .containsOnly(
            Map.entry("calls/a.zip!/inner.zip", "NESTED_ARCHIVE"),
            Map.entry("calls/a.zip!/inner.vtt", "NESTED_ARCHIVE"),
            Map.entry("calls/a.zip!/ok.vtt", "ok"),
            Map.entry("calls/b.gz", "NESTED_ARCHIVE"));
  }

  @Test
  void bombsAreRefusedSoonAndTheirNeighboursRead() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      Zips.put(zip, "large.vtt", new byte[64 << 20]);
      Zips.put(zip, "dense.vtt", new byte[4 << 20]);
      Zips.put(zip, "ok.vtt", "ok".getBytes(UTF_8));
    }
    put("a.zip", bomb.toByteArray());
    put("b.vtt.gz", Zips.gzip(new byte[64 << 20]));
    put("c.vtt", "ok".getBytes(UTF_8));

    Map<String, String> contents = Assertions.assertTimeout(Duration.ofSeconds(2), this::contents);

    assertThat(contents)
        .containsOnly(
            Map.entry("calls/a.zip!/large.vtt", "TOO_LARGE"),
            Map.entry("calls/a.zip!/dense.vtt", "BOMB"),
            Map.entry("calls/a.zip!/ok.vtt", "ok"),
            Map.entry("calls/b.vtt.gz", "BOMB"),
            Map.entry("calls/c.vtt", "ok"));
  }

  @Test
  void anEntryGetsNoMoreThanItsDirectoryStates() throws IOException {
    byte[] lying = Zips.zip("a.vtt", "ten letters");
    // the size in the directory's entry, which a bomb would understate
    int size = indexOf(lying, 'P', 'K', 1, 2) + 24;
    lying[size] = 3;
    put("a.zip", lying);

    assertThat(contents()).containsExactly(Map.entry("calls/a.zip!/a.vtt", "TOO_LARGE"));
  }

  @Test
  void manySmallFilesMakeAnArchiveThatIsRefusedAsAWhole() throws IOException {
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(many)) {
      for (int i = 0; i <= 10_000; i++) {
        Zips.put(zip, "call" + i, new byte[] {'a'});
      }
    }
    put("a.zip", many.toByteArray());
    put("b.zip", Zips.zip(".hidden", "a"));

    assertThat(contents())
        .containsOnly(
            Map.entry("calls/a.zip", "TOO_MANY_ENTRIES"), Map.entry("calls/b.zip", "EMPTY"));
  }

  @Test
  void encryptedTornAndFalseArchivesAreToldApart() throws IOException {
    byte[] encrypted = Zips.zip("a.vtt", "one");
    encrypted[6] |= 1;
    encrypted[indexOf(encrypted, 'P', 'K', 1, 2) + 8] |= 1;
    byte[] whole = Zips.zip("a.vtt", "one two three");
    byte[] flipped = whole.clone();
    flipped[indexOf(whole, 'P', 'K', 3, 4) + 36] ^= 8;
    put("encrypted.zip", encrypted);
    put("cut.zip", Arrays.copyOf(whole, whole.length - 30));
    put("flipped.zip", flipped);
    put("false.zip", "no archive".getBytes(UTF_8));
    put("nothing.zip", new byte[0]);
    put("cut.gz", Arrays.copyOf(Zips.gzip("one two".getBytes(UTF_8)), 20));

    assertThat(contents())
        .containsOnly(
            Map.entry("calls/encrypted.zip!/a.vtt", "ENCRYPTED"),
            Map.entry("calls/cut.zip", "TORN"),
            Map.entry("calls/flipped.zip!/a.vtt", "TORN"),
            Map.entry("calls/false.zip", "TORN"),
            Map.entry("calls/nothing.zip", "TORN"),
            Map.entry("calls/cut.gz", "TORN"));
  }

  @Test
  void anUnchangedArchiveIsNotOpenedAgain() throws IOException {
    Path archive = put("a.zip", Zips.zip("1.vtt", "one", "2.vtt", "two"));
    List<SourceFile> first = inbox().listWithin(Part.CALLS, Map.of());
    FileTime time = Files.getLastModifiedTime(archive);
    long length = Files.size(archive);
    // opened now, it would be refused
    put("a.zip", new byte[(int) length]);
    Files.setLastModifiedTime(archive, time);

    assertThat(inbox().listWithin(Part.CALLS, known(first))).isEqualTo(first);
  }

  @Test
  void aChangedArchiveIsListedAnew() throws IOException {
    put("a.zip", Zips.zip("1.vtt", "one", "2.vtt", "two"));
    List<SourceFile> first = inbox().listWithin(Part.CALLS, Map.of());
    put("a.zip", Zips.zip("2.vtt", "two", "3.vtt", "a third one"));

    assertThat(inbox().listWithin(Part.CALLS, known(first)))
        .extracting(SourceFile::path)
        .containsExactly("calls/a.zip!/2.vtt", "calls/a.zip!/3.vtt");
  }

  @Test
  void whateverTheBytesAFileOrARefusalComes() throws IOException {
    byte[] zip = Zips.zip("a.vtt", "one two three one two three", "b/c.vtt", "four");
    byte[] gzip = Zips.gzip("one two three one two three".getBytes(UTF_8));
    Random random = new Random(20261122);
    int refused = 0;
    for (int i = 0; i < 600; i++) {
      boolean isZip = i % 3 > 0;
      byte[] damaged = (isZip ? zip : gzip).clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      if (i % 2 == 0) {
        damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
      }
      put(isZip ? "a.zip" : "a.gz", damaged);
      refused += contents().values().stream().anyMatch(REASONS::contains) ? 1 : 0;
      Files.deleteIfExists(folder.resolve(isZip ? "calls/a.zip" : "calls/a.gz"));
    }

    assertThat(refused).isGreaterThan(300);
  }

  private Inbox inbox() {
    inbox = inbox == null ? Inbox.local(folder, LARGEST) : inbox;
    return inbox;
  }

  /** The text or the reason by path; every file that is listed has one. */
  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (InboxReader reader = inbox().reader()) {
      for (SourceFile file : inbox().listWithin(Part.CALLS, Map.of())) {
        SourceContent content = reader.read(file);
        contents.put(
            file.path(),
            content.isRefused() ? content.refusal().reason() : new String(content.bytes(), UTF_8));
      }
    }
    return contents;
  }

  private Path put(String name, byte[] content) throws IOException {
    Path file = folder.resolve("calls").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  private static Map<String, RawFile> known(List<SourceFile> files) {
    Map<String, RawFile> known = new TreeMap<>();
    for (SourceFile file : files) {
      known.put(
          file.path(),
          new RawFile(
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
              "definition",
              Instant.EPOCH));
    }
    return known;
  }

  private static int indexOf(byte[] bytes, int... mark) {
    for (int i = 0; i + mark.length <= bytes.length; i++) {
      int at = i;
      int matched = 0;
      while (matched < mark.length && bytes[at + matched] == (byte) mark[matched]) {
        matched++;
      }
      if (matched == mark.length) {
        return i;
      }
    }
    throw new IllegalArgumentException("no such mark");
  }
}
