package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.johnsnowlabs.nlp.Annotation;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestTokens {
  private final Tokens tokens = new Tokens();

  @Test
  void englishWordsKeepWhatBelongsToThem() {
    assertThat(tokens.wordsOf("We don't pay the list-price, ok? 12 sites — café.", "en"))
        .containsExactly("We", "don't", "pay", "the", "list-price", "ok", "12", "sites", "café");
  }

  @Test
  void quotesDashesAndAPossessiveAreNotPartOfAWord() {
    assertThat(tokens.wordsOf("PlanHero's price is 'fine' - the reps' call, Stockwise’s.", "en"))
        .containsExactly("PlanHero", "price", "is", "fine", "the", "reps", "call", "Stockwise");
  }

  @Test
  void chineseIsCutIntoWordsWithoutMarks() {
    assertThat(tokens.wordsOf("我们的预算是三十万元，明年再说吧。", "zh"))
        .containsExactly("我们", "的", "预算", "是", "三十万", "元", "明年", "再说", "吧");
    assertThat(tokens.wordsOf("用Excel表格做ISO 27001", "zh"))
        .containsExactly("用", "Excel", "表格", "做", "ISO", "27001");
  }

  @Test
  void everyTokenStandsWhereItsTextIs() {
    for (String text : List.of("the price 😀 the price's high", "😀我们的预算，我们的 Excel")) {
      for (String language : List.of("en", "zh")) {
        List<Annotation> found = tokens.of(Tokens.document(text, 0), language);

        assertThat(found).isNotEmpty();
        for (Annotation token : found) {
          assertThat(text.substring(token.begin(), token.end() + 1)).isEqualTo(token.result());
        }
      }
    }
  }
}
