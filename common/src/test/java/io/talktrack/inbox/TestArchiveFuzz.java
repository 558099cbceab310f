package io.talktrack.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.talktrack.inbox.Inbox.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes, an archive's files and a packed file are read within their limit, or refused
 * with a reason. In a build the seeds made here are tried; CONTRIBUTING tells how to search on.
 */
class TestArchiveFuzz {
  private static final int LARGEST = 1 << 16;
  private static final Set<String> REASONS =
      Set.of(
          "BOMB",
          "EMPTY",
          "ENCRYPTED",
          "NESTED_ARCHIVE",
          "SAME_NAME",
          "TOO_LARGE",
          "TOO_MANY_ENTRIES",
          "TORN",
          "UNSAFE_NAME",
          "UNSUPPORTED");

  @TempDir private static Path folder;
  private static Inbox inbox;

  @BeforeAll
  static void open() throws IOException {
    Files.createDirectories(folder.resolve("calls"));
    inbox = Inbox.local(folder, LARGEST);
  }

  static Stream<byte[]> seeds() throws IOException {
    byte[] zip = Zips.zip("a.vtt", "one two three one two three", "b/c.vtt", "four");
    byte[] gzip = Zips.gzip("one two three one two three".getBytes(UTF_8));
    return Stream.of(
        zip,
        gzip,
        Zips.zip("../up.vtt", "1", "/root.vtt", "2", "C:\\c.vtt", "3", "x/a", "4", "x\\a", "5"),
        Zips.zip(".hidden", "1"),
        Zips.zip("in.zip", "PK\3\4"),
        Zips.zip("large.vtt", "a".repeat(LARGEST + 1)),
        Zips.gzip(gzip),
        Zips.gzip(new byte[LARGEST + 1]),
        Arrays.copyOf(zip, zip.length - 30),
        Arrays.copyOf(gzip, gzip.length / 2),
        "no archive".getBytes(UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest
  void bytesAreFilesOrRefused(byte[] content) throws IOException {
    Files.write(folder.resolve("calls/a.zip"), content);
    Files.write(folder.resolve("calls/a.vtt.gz"), content);

    List<SourceFile> files = inbox.listWithin(Part.CALLS, Map.of());
    assertThat(files).extracting(SourceFile::path).contains("calls/a.vtt.gz").hasSizeGreaterThan(1);
    try (InboxReader reader = inbox.reader()) {
      for (SourceFile file : files) {
        SourceContent read = reader.read(file);
        if (read.isRefused()) {
          assertThat(REASONS).contains(read.refusal().reason());
          assertThat(read.refusal().detail()).isNotBlank();
        } else {
          assertThat(read.bytes()).hasSizeLessThanOrEqualTo(LARGEST);
        }
      }
    }
  }
}
