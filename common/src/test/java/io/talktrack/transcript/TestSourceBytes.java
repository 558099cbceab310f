package io.talktrack.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.transcript.UnreadableException.Reason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestSourceBytes {
  private static final String TEXT = "客户：太贵了，我们再考虑考虑。\n销售：可以分期付款，您看这个方案怎么样？\n客户：那先发资料吧，我要请示领导。\n";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030", "GBK", "Big5"})
  void chineseIsReadInTheEncodingsItComesIn(String charset) throws Exception {
    String text = charset.equals("Big5") ? "客戶：太貴了，我們再考慮。\n銷售：可以分期付款，您看這個方案怎麼樣？\n" : TEXT;

    assertThat(decode(text.getBytes(Charset.forName(charset))).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file,account\n2026-05-04 first.vtt,华东仓储\n",
        "file,speaker,side\n*,李娜,rep\n*,王强,customer\n",
        "李娜：喂\n"
      })
  void aFewChineseNamesAreReadToo(String text) throws Exception {
    assertThat(decode(text.getBytes(Charset.forName("GB18030"))).text()).isEqualTo(text);
  }

  @Test
  void accentsOfTheWestStayWhatTheyAre() throws Exception {
    String text = "Ana: The Café of Mr Müller, in São Paulo, is naïve.\nBen: Très bien.\n";

    assertThat(decode(text.getBytes(StandardCharsets.ISO_8859_1)).text()).isEqualTo(text);
  }

  @Test
  void theByteOrderMarkIsNoText() throws Exception {
    assertThat(decode("\uFEFFWEBVTT".getBytes(StandardCharsets.UTF_8)).text()).isEqualTo("WEBVTT");
  }

  @Test
  void zeroBytesAreNotText() {
    assertThatThrownBy(() -> decode("WEBVTT\0\0 a".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadableException.class)
        .hasMessage(
            "Cannot read transcript: NOT_TEXT at byte 6, it is not text in a known encoding. Export"
                + " it as UTF-8 text.");
  }

  @Test
  void aHoleInWebVttAndZeroBytesElsewhereAreNotText() {
    for (String text : List.of("WEBVTT\n\nsaid" + "\0".repeat(16), "1\n00:01,0 said\0 a")) {
      assertThatThrownBy(() -> decode(text.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(UnreadableException.class)
          .hasMessageStartingWith("Cannot read transcript: NOT_TEXT");
    }
  }

  @Test
  void aCutCharacterIsTorn() {
    byte[] whole = TEXT.strip().getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> decode(Arrays.copyOf(whole, whole.length - 1)))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith("Cannot read transcript: TORN at byte " + (whole.length - 3));
  }

  @Test
  void blankFilesAreEmptyAndLargeOnesRefused() {
    assertThatThrownBy(() -> decode(new byte[] {' ', '\n'}))
        .isInstanceOfSatisfying(
            UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(Reason.EMPTY))
        .hasMessageContaining("it holds no words");
    assertThatThrownBy(() -> SourceBytes.decode(new byte[11], new Limits(10, 1, 1, 1, 1)))
        .isInstanceOfSatisfying(
            UnreadableException.class, e -> assertThat(e.place()).isEqualTo("byte 10"))
        .hasMessageContaining("it is over a limit");
  }

  private static SourceText decode(byte[] content) throws UnreadableException {
    return SourceBytes.decode(content, Limits.DEFAULT);
  }
}
