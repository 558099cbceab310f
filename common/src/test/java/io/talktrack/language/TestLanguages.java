package io.talktrack.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestLanguages {
  private static final Languages LANGUAGES = Languages.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Good morning, thanks for the time. | We count the stock of the warehouse twice a year.",
        "zh | 早上好，谢谢您抽时间。 | 我们今天聊一聊仓库的盘点。",
        "zh | 我们用 Excel 和 SAP 做库存 | 下周把 POC 的报价发给您",
        "de | Guten Morgen, vielen Dank, dass Sie sich heute Zeit nehmen. | Wir zählen den Bestand zweimal im Jahr.",
        "fr | Bonjour, merci de prendre le temps de parler de l'entrepôt. | Nous comptons le stock deux fois par an.",
        "es | Buenos días, gracias por dedicarnos un momento hoy. | Contamos las existencias dos veces al año.",
        "ja | おはようございます。本日はありがとうございます。 | 在庫は年に二回数えます。",
        "ko | 안녕하세요. 오늘 시간 내주셔서 감사합니다. | SAP 재고를 일 년에 두 번 셉니다.",
        "ru | Доброе утро, спасибо за время. | Мы считаем склад два раза в год."
      })
  void theLanguageOfAConversation(String expected, String first, String second) {
    assertThat(LANGUAGES.ofConversation(List.of(first, second))).isEqualTo(expected);
  }

  @Test
  void anAnnouncementInAnotherLanguageIsNotTheConversation() {
    List<String> texts =
        List.of(
            "Dieses Gespräch wird aufgezeichnet. Wenn Sie damit nicht einverstanden sind, legen Sie bitte jetzt auf.",
            "Hi there, thanks for calling back so quickly.",
            "Sure, we were just going through the numbers of last month.",
            "And did the new labels arrive at the second warehouse?",
            "They did, all but one pallet.");

    assertThat(LANGUAGES.ofConversation(texts)).isEqualTo("en");
  }

  @Test
  void aConversationTooShortToTellIsEnglish() {
    assertThat(LANGUAGES.ofConversation(List.of("ok", "ja, ja", "12"))).isEqualTo("en");
    assertThat(LANGUAGES.ofConversation(List.of())).isEqualTo("en");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a Chinese turn inside an English call | en | 好的，没问题 | zh",
        "one Chinese word inside an English call | en | 嗯 | zh",
        "an English turn inside a Chinese call | zh | Yes, please send the contract over | en",
        "a short English turn inside a Chinese call | zh | ok | en",
        "a Chinese turn with English words | en | 我们用 Excel 做 budget | zh",
        "an English turn with a Chinese name | en | Our partner 华为 wants to see it | en",
        "a short turn goes with its call | de | ja, genau | de",
        "a short turn goes with its call | en | mm-hm | en",
        "a short turn of Japanese in Han characters | ja | 了解 | ja",
        "a Japanese turn inside a Chinese call | zh | はい、お願いします | ja",
        "a Korean turn inside an English call | en | 네 | ko",
        "a Russian turn inside an English call | en | да, конечно | ru"
      })
  void theLanguageOfATurn(String what, String conversation, String turn, String expected) {
    assertThat(LANGUAGES.ofTurn(turn, conversation)).as(what).isEqualTo(expected);
  }

  @Test
  void aLongGermanTurnInsideAnEnglishCallIsGermanAndTheOtherWayRound() {
    String german =
        "Wir würden gerne wissen, was das pro Standort kostet und ob man das auch monatlich wieder kündigen kann.";
    String english =
        "We would like to know what it costs for each site and whether we can cancel it again at the end of every month.";

    assertThat(LANGUAGES.ofTurn(german, "en")).isEqualTo("de");
    assertThat(LANGUAGES.ofTurn(english, "en")).isEqualTo("en");
    assertThat(LANGUAGES.ofTurn(english, "de")).isEqualTo("en");
    assertThat(LANGUAGES.ofTurn(english, "zh")).isEqualTo("en");
  }

  @ParameterizedTest
  @CsvSource({"en", "zh", "de", "ja"})
  void aTurnWithoutLettersIsInTheLanguageOfItsCall(String conversation) {
    for (String turn : List.of("39,500", "12 34", "…", "😀", "")) {
      assertThat(LANGUAGES.ofTurn(turn, conversation)).as(turn).isEqualTo(conversation);
    }
  }
}
