package io.talktrack.transcript;

import static io.talktrack.transcript.Fixtures.spoken;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.call.Cue;
import io.talktrack.call.Speaker;
import io.talktrack.call.Transcript;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of cues: CSV, JSON Lines and JSON arrays, with their columns' names. */
class TestCueTables {
  @Test
  void usualColumnsOfACsvAreFound() throws Exception {
    Transcript call = Fixtures.read("cues.csv");

    assertThat(call.format()).isEqualTo("csv");
    assertThat(call.conversationId()).isEqualTo("77");
    assertThat(spoken(call))
        .containsExactly(
            "1500-4000 Ana Silva | What does it cost; and why?",
            "5250-8000 Ben Ito | It is \"nine thousand\"\na year.",
            "11000-12000 Ana Silva | Good.");
    assertThat(call.cues())
        .extracting(Cue::side)
        .containsExactly(Speaker.CUSTOMER, Speaker.REP, Speaker.CUSTOMER);
    assertThat(call.cues()).extracting(Cue::channel).containsExactly("1", "0", "1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01T00:00:00Z", "1899-12-31T00:00:00Z", "9999-12-31T00:00:00Z"})
  void aTimeThatNoCallBeganAtIsNone(String start) throws Exception {
    Transcript call =
        Fixtures.readText(
            "speaker,start,text\nAna,%s,Hello.\nBen,%s,Hi.\n".formatted(start, start));

    assertThat(call.startedAt()).isNull();
    assertThat(spoken(call)).containsExactly("0-null Ana | Hello.", "0-null Ben | Hi.");
  }

  @Test
  void fieldsOfJsonLinesMayLieWithinEachOther() throws Exception {
    Transcript call = Fixtures.read("cues.jsonl");

    assertThat(call.format()).isEqualTo("json-lines");
    assertThat(call.conversationId()).isEqualTo("77");
    assertThat(spoken(call))
        .containsExactly(
            "1500-4000 Ana Silva | What does it cost?",
            "5000-null Ben Ito | Nine thousand a year.");
  }

  @Test
  void anArrayOfObjectsIsATableToo() throws Exception {
    assertThat(
            spoken(
                Fixtures.readText(
                    """
                    [
                      {"sentence": "Hello.", "startTime": "00:01", "speaker_name": "Ana"},
                      {"sentence": "Hi.", "startTime": "00:02", "speaker_name": "Ben"}
                    ]
                    """)))
        .containsExactly("1000-null Ana | Hello.", "2000-null Ben | Hi.");
  }

  @Test
  void settingsSayWhatColumnsAreCalled() throws Exception {
    byte[] table = "Zeit|Sprecherin|Wortlaut|text\n1|Ana|Guten Tag.|x\n".getBytes(UTF_8);
    TranscriptColumns columns =
        new TranscriptColumns(
            Map.of("speaker", "Sprecher|Sprecherin", "text", "Wortlaut", "start", "Zeit"));

    assertThat(TranscriptFormats.detect(table, "a.csv", columns).reason())
        .isEqualTo("its columns are speaker, text, start");
    assertThat(spoken(TranscriptFormats.read(table, "a.csv", columns)))
        .containsExactly("1000-null Ana | Guten Tag.");
    assertThatThrownBy(() -> TranscriptFormats.read(table, "a.csv"))
        .hasMessageStartingWith("Cannot read transcript: UNKNOWN_FORMAT");
  }

  @Test
  void momentsOfTheCalendarSayWhenTheCallBegan() throws Exception {
    Transcript call =
        Fixtures.readText(
            """
            timestamp,speaker,text
            2026-04-14T10:00:05+01:00,Ben,Hi.
            2026-04-14 10:00:00+01:00,Ana,Hello.
            """);

    assertThat(call.startedAt()).isEqualTo(Instant.parse("2026-04-14T09:00:00Z"));
    assertThat(spoken(call)).containsExactly("5000-null Ben | Hi.", "0-null Ana | Hello.");
  }

  @Test
  void momentsWithoutAnOffsetOnlyTellDistances() throws Exception {
    Transcript call =
        Fixtures.readText(
            "start,end,who,role,text\n2026-04-14 10:00:00,2026-04-14 10:00:03,Ana,Agent,Hello.\n");

    assertThat(call.startedAt()).isNull();
    assertThat(call.cues())
        .containsExactly(new Cue(0L, 3000L, null, Speaker.REP, null, "Hello.", List.of()));
  }

  @Test
  void aDurationSaysTheEnd() throws Exception {
    assertThat(spoken(Fixtures.readText("text,start,duration\nHello.,1.5,2\n")))
        .containsExactly("1500-3500 null | Hello.");
  }

  @Test
  void wholeNumbersBetweenWhichMinutesWouldPassAreMilliseconds() throws Exception {
    assertThat(spoken(Fixtures.readText("start,end,text\n1,5000,Hello.\n25801,28700,Hi.\n")))
        .containsExactly("1-5000 null | Hello.", "25801-28700 null | Hi.");
    assertThat(spoken(Fixtures.readText("start,end,text\n1,5,Hello.\n25,28,Hi.\n")))
        .containsExactly("1000-5000 null | Hello.", "25000-28000 null | Hi.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call_id,speaker,text\n1,Ana,Hello.\n2,Ben,Hi.\n",
        """
        {"call_id":1,"speaker":"Ana","text":"Hello."}
        {"call_id":2,"text":"Hi."}
        """
      })
  void severalCallsInOneFileAreRefused(String table) {
    assertThatThrownBy(() -> Fixtures.readText(table))
        .isInstanceOf(UnreadableException.class)
        .hasMessageMatching(
            "Cannot read transcript: SEVERAL_CALLS at line \\d, its call ids are of more than one"
                + " call\\. Split it into one file for each call\\.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "speaker,text\nAna,\"Hello.\nBen,Hi.\n",
        "speaker,text\nAna,Hello.,more\n",
        "{\"speaker\":\"Ana\",\"text\":\"Hello.\"}\n3\n",
        "{\"speaker\":\"Ana\",\"text\":\"Hello.\"}\n{\"speaker\":,}\n"
      })
  void rowsThatBreakTheRulesAreRefused(String table) {
    assertThatThrownBy(() -> Fixtures.readText(table))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith("Cannot read transcript: MALFORMED");
  }

  @Test
  void timesThatAreNoneAndTornRowsAreTold() {
    assertThatThrownBy(() -> Fixtures.readText("start,text\nsoon,Hello.\n"))
        .hasMessageStartingWith("Cannot read transcript: BAD_TIMES at line 2");
    assertThatThrownBy(() -> Fixtures.readText("[{\"start\":1,\"text\":\"Hello.\"},\n{\"start\""))
        .hasMessageStartingWith("Cannot read transcript: TORN at line 2");
  }

  @Test
  void aColumnNobodyKnowsIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> new TranscriptColumns(Map.of("speakr", "Name")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot map transcript columns. There is no field 'speakr'. The fields are call_id,"
                + " speaker, side, text, start, end, duration, start_ms, end_ms, channel.");
  }
}
