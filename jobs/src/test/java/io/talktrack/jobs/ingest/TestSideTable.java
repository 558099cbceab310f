package io.talktrack.jobs.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.inbox.QuarantinedInput;
import io.talktrack.inbox.RawFile;
import io.talktrack.inbox.SourceFile;
import io.talktrack.jobs.ingest.SideTable.BadLine;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestSideTable {
  private static final String CHINESE = "file,account,notes,notes\n2026-05-04 first.vtt, 华东仓储 ,,\n";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030"})
  void aTableIsReadInTheEncodingsItComesIn(String charset) {
    SideCar table = sideCar(CHINESE.getBytes(Charset.forName(charset)));

    assertThat(table.bad()).isEmpty();
    assertThat(table.row("calls/2026-05-04 first.vtt"))
        .contains(new SideCar.Row(null, null, "华东仓储", null));
  }

  @Test
  void theByteOrderMarkIsNoPartOfTheFirstColumn() {
    assertThat(sideCar(("\ufeff" + CHINESE).getBytes(UTF_8)).rows()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "account,opportunity\\nZed,O1|BAD_HEADER|its first line has no column 'file'. Make it a"
            + " header of file, started_at, rep_email, account, opportunity, with commas between",
        "file;account\\nx.vtt;Zed|BAD_HEADER|its first line has no column 'file'. Make it a"
            + " header of file, started_at, rep_email, account, opportunity, with commas between",
        "file,account,file\\nx.vtt,Zed,y.vtt|BAD_HEADER|its first line has column 'file' more"
            + " than once. Leave one of them",
        "file,account,account\\nx.vtt,Zed,Y|BAD_HEADER|its first line has column 'account' more"
            + " than once. Leave one of them",
        "\"file,account\\nx.vtt,Zed|BAD_HEADER|its first line has no column 'file'. Make it a"
            + " header of file, started_at, rep_email, account, opportunity, with commas between",
        "file\\0,account\\nx.vtt,Zed|NOT_TEXT|it is not text in a known encoding. Export it as"
            + " UTF-8 text",
        "\\n\\n|EMPTY|it holds no words. Remove it, or export it again"
      })
  void aTableThatCannotBeReadIsInQuarantineAsAWholeAndSaysNothing(
      String text, String reason, String detail) {
    SideCar table = sideCar(text.replace("\\n", "\n").replace("\\0", "\0").getBytes(UTF_8));

    assertThat(table.rows()).isEmpty();
    RawFile file = table.table().asRawFile("CALL", table.bad(), Instant.EPOCH);
    assertThat(file.status()).isEqualTo("QUARANTINED");
    assertThat(List.of(file.recordsIn(), file.recordsProcessed(), file.recordsQuarantined()))
        .containsExactly(1L, 0L, 1L);
    assertThat(table.table().quarantined("CALL", table.bad()))
        .containsExactly(
            new QuarantinedInput(
                SideCar.PATH,
                file.contentHash(),
                "CALL",
                -1,
                reason,
                detail + "; until then calls are read as if it were not there",
                -1,
                7));
  }

  @Test
  void halfACharacterAtTheEndIsTorn() {
    byte[] whole = CHINESE.strip().replace(" ,,", "").getBytes(UTF_8);

    assertThat(sideCar(Arrays.copyOf(whole, whole.length - 1)).table().refusal().reason())
        .isEqualTo("TORN");
  }

  @Test
  void aTableOfSpeakersNeedsTheirLabelsToo() {
    SpeakerTable table =
        SpeakerTable.of(
            SideTable.parse(
                SpeakerTable.PATH,
                source(SpeakerTable.PATH),
                "file,side\n*,rep\n".getBytes(UTF_8),
                SpeakerTable.COLUMNS),
            SideSketch.PSEUDONYMS);

    assertThat(table.decisions()).isEmpty();
    assertThat(table.table().refusal().detail())
        .startsWith("its first line has no column 'speaker'. Make it a header of file, speaker, ");
  }

  @Test
  void aTornLineCostsWhatComesAfterItAndNoLineBefore() {
    SideCar table = sideCar("file,account\na.vtt,Acre\n\"b.vtt,Zed\nc.vtt,Zed\n".getBytes(UTF_8));

    assertThat(table.rows()).containsOnlyKeys("calls/a.vtt");
    assertThat(table.bad()).extracting(BadLine::reason).containsExactly("BAD_CSV");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"soon", "0001-01-01T00:00:00Z", "+292278994-08-17T07:12:55Z", "1582-10-04 10:00"})
  void aStartThatNoCallHadIsABadLine(String start) {
    SideCar table = sideCar("file,started_at\na.vtt,%s\n".formatted(start).getBytes(UTF_8));

    assertThat(table.rows()).isEmpty();
    assertThat(table.bad()).extracting(BadLine::reason).containsExactly("BAD_TIME");
  }

  private static SideCar sideCar(byte[] content) {
    return SideCar.of(
        SideTable.parse(SideCar.PATH, source(SideCar.PATH), content, SideCar.COLUMNS),
        ZoneOffset.UTC);
  }

  private static SourceFile source(String path) {
    return new SourceFile(path, 7, 0);
  }
}
