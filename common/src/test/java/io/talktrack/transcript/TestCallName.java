package io.talktrack.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestCallName {
  private static final LocalDate DAY = LocalDate.of(2026, 4, 14);

  @ParameterizedTest
  @CsvSource({
    "acme/2026-04-14_002/transcript.vtt, acme/2026-04-14_002",
    "acme/2026-04-14_002/chat.txt, acme/2026-04-14_002",
    "acme\\GMT20260414-101500_Recording.transcript.vtt, acme/GMT20260414-101500_Recording",
    "acme/GMT20260414-101500_RecordingnewChat.txt, acme/GMT20260414-101500_Recording",
    "./acme//Call 7_transcript.json.gz, acme/Call 7",
    "acme/Call 7_chat.txt, acme/Call 7",
    "acme/Call 7.srt, acme/Call 7",
    "export.zip!/acme/Call 7.sbv.gz, export.zip!/acme/Call 7",
    "Zoom 123/meeting_saved_chat.txt, Zoom 123",
    "transcript.vtt, .",
    "chat.txt, .",
    "acme/.vtt, acme/.vtt"
  })
  void filesOfOneConversationShareAKey(String path, String key) {
    assertThat(CallName.conversationKey(path)).isEqualTo(key);
  }

  @Test
  void namesAreComparedInOneUnicodeForm() {
    assertThat(CallName.conversationKey("Jose\u0301/a.vtt"))
        .isEqualTo(CallName.conversationKey("Jos\u00e9/a.txt"));
  }

  @ParameterizedTest
  @CsvSource({
    "GMT20260414-101500_Recording.vtt, 10:15, true",
    "20260414_1015.vtt, 10:15, false",
    "20260414101500.vtt, 10:15, false",
    "call 2026-04-14T10-15.srt, 10:15, false",
    "2026-04-14T10:15:00Z.srt, 10:15, true",
    "2026-04-14 10.15.00 Zoom Meeting/chat.txt, 10:15, false",
    "客户拜访2026年4月14日 10点15分.txt, 10:15, false",
    "2026-06-03_002/GMT20260414-101500.vtt, 10:15, true"
  })
  void timesAreReadFromNames(String path, LocalTime time, boolean utc) {
    assertThat(CallName.dateInName(path)).contains(new DateInName(DAY, Optional.of(time), utc));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-14.vtt",
    "acme/2026-04-14_002/transcript.vtt",
    "acme 2026.04.14 final.txt",
    "20260414.json",
    "2025-01-01/acme/2026-04-14/call 99999999.vtt"
  })
  void aDayMayStandAlone(String path) {
    assertThat(CallName.dateInName(path)).contains(new DateInName(DAY, Optional.empty(), false));
  }

  @ParameterizedTest
  @CsvSource({"transcript.vtt", "call-20261399.vtt", "call 4420260414.vtt", "v2026-13-40.txt"})
  void otherNumbersAreNoDates(String path) {
    assertThat(CallName.dateInName(path)).isEmpty();
  }
}
