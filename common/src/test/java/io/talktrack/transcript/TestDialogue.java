package io.talktrack.transcript;

import static io.talktrack.transcript.Fixtures.spoken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestDialogue {
  @Test
  void timesStandBeforeOrAfterTheName() throws Exception {
    assertThat(spoken(Fixtures.read("dialogue.txt")))
        .containsExactly(
            "null-null null | Call with Acme, second meeting",
            "1000-null Ana Silva | Thanks for your time.\nHow are you?",
            "7000-null Ben van der Berg | Fine. Two things: price and time.",
            "75500-null Ana Silva | Which comes first?",
            "80000-null Ben van der Berg | Price.");
  }

  @Test
  void chineseNamesStandBeforeAWideColon() throws Exception {
    assertThat(spoken(Fixtures.read("dialogue-zh.txt")))
        .containsExactly(
            "null-null 销售小王 | 您好，请问方便吗？",
            "null-null 客户 | 方便，你说。注意：我只有五分钟。",
            "null-null 销售小王 | 好的，我们的报价是三万。",
            "null-null 客户 | 太贵了，我们再考虑考虑。",
            "83000-null 销售小王 | 可以分期付款。",
            "90000-null 客户 | 那先发资料吧。");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Subject: prices\nFrom: Ana\nTo: Ben\nDate: today\n\nHello Ben,\nthe list: forty seats\n",
        "Note: first\nsome words\nNote: second\nmore words\nNote: third\nand more\n",
        "see http://a.example\nsee http://b.example\nsee http://a.example\n",
        "10:30\n10:45\n10:30\n",
        "# Minutes\n\nWe met. The result of it all is this: nothing.\n",
        "what I would like to say: a\nwhat I would like to say: b\nwhat I would like to say: c\n"
      })
  void ordinaryColonsMakeNoDialogue(String text) {
    assertThatThrownBy(() -> Fixtures.readText(text))
        .isInstanceOf(UnreadableException.class)
        .hasMessage(
            "Cannot read transcript: UNKNOWN_FORMAT, no transcript format matches. See 'talktrack"
                + " ingest formats' for those that do.");
  }
}
