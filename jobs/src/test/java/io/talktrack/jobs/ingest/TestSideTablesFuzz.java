package io.talktrack.jobs.ingest;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.talktrack.inbox.RawFile;
import io.talktrack.inbox.SourceFile;
import io.talktrack.jobs.Books;
import io.talktrack.jobs.ingest.SideTable.BadLine;
import io.talktrack.jobs.ingest.SideTable.Columns;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes of a table beside the calls, each line is used or quarantined with a reason,
 * or the table is as a whole; nothing is thrown. In a build the seeds made here are tried;
 * CONTRIBUTING tells how to search on.
 */
class TestSideTablesFuzz {
  static Stream<byte[]> seeds() {
    String calls =
        "file,started_at,rep_email,account,opportunity\na.vtt,2026-05-04T10:00:00+08:00,,华东五金,O1\n";
    String speakers =
        """
        file,speaker,side,rep_email,contact_email
        *,李娜,rep,,
        a.vtt,Bob,customer,,bob@acre.example
        """;
    return Stream.of(
        calls.getBytes(UTF_8),
        speakers.getBytes(UTF_8),
        calls.getBytes(UTF_16LE),
        speakers.getBytes(Charset.forName("GB18030")),
        "file,speaker,started_at\n\"a\"\"b\",c,2026-05-04 10:00\n\"d,e\n".getBytes(UTF_8),
        "file,speaker,started_at\n,,\n*,x,+999999999-12-31T23:59:59Z\na,,soon\n".getBytes(UTF_8),
        "file,file,speaker,speaker\na,b,c,d\n".getBytes(UTF_8),
        "file,,speaker,,\na,b,c\n\nd,e,f,g,h,i\n".getBytes(UTF_8),
        "\"file\"x,speaker\n".getBytes(UTF_8),
        "\f\nfile\n".getBytes(UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest
  void bytesAreATableOrQuarantined(byte[] content) {
    SideCar calls = SideCar.of(table(SideCar.PATH, content, SideCar.COLUMNS), ZoneOffset.UTC);
    SpeakerTable speakers =
        SpeakerTable.of(
            table(SpeakerTable.PATH, content, SpeakerTable.COLUMNS), SideSketch.PSEUDONYMS);

    balance(calls.table(), calls.bad(), calls.rows().size());
    balance(speakers.table(), speakers.bad(), speakers.decisions().size());
  }

  private static SideTable table(String path, byte[] content, Columns columns) {
    return SideTable.parse(path, new SourceFile(path, content.length, 0), content, columns);
  }

  private static void balance(SideTable table, List<BadLine> bad, int used) {
    RawFile file = table.asRawFile("CALL", bad, Instant.EPOCH);
    Books.balance(List.of(file));
    assertThat(file.recordsProcessed()).isEqualTo(used);
    assertThat(table.quarantined("CALL", bad))
        .hasSize((int) file.recordsQuarantined())
        .allSatisfy(row -> assertThat(row.reason()).matches("[A-Z_]{4,}"))
        .allSatisfy(row -> assertThat(row.detail()).isNotBlank());
  }
}
