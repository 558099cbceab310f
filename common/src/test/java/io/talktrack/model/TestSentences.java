package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestSentences {
  private final Sentences sentences = new Sentences();

  @Test
  void englishIsSplitAtFullStopsButNotInNumbersTitlesAndAbbreviations() {
    assertThat(
            sentences.of(
                "Thanks for the call on Tuesday. Could Dr. Moss join us? We pay $3.50 a day, e.g."
                    + " for v2.1!",
                "en"))
        .containsExactly(
            "Thanks for the call on Tuesday.",
            "Could Dr. Moss join us?",
            "We pay $3.50 a day, e.g. for v2.1!");
  }

  @Test
  void chineseIsSplitAtItsOwnMarksButNotInNumbersAndAddresses() {
    assertThat(sentences.of("预算批了。贵了！真的吗？先试点；再说", "zh"))
        .containsExactly("预算批了。", "贵了！", "真的吗？", "先试点；", "再说");
    assertThat(sentences.of("价格是3.5万元。请看www.example.com的说明。", "zh"))
        .containsExactly("价格是3.5万元。", "请看www.example.com的说明。");
  }

  @Test
  void linesNeverRunIntoOneAnother() {
    assertThat(sentences.of("Hi Ann,\r\n\r\n  the price is fine \nBest\n\n\nBob", "en"))
        .containsExactly("Hi Ann,", "the price is fine", "Best", "Bob");
  }

  @Test
  void whatIsBlankHasNoSentence() {
    assertThat(sentences.of("", "en")).isEmpty();
    assertThat(sentences.of(" \n \r\n\t", "zh")).isEmpty();
  }

  @Test
  void aTableWithoutFullStopsIsCutIntoPiecesOfWhichNoneIsLost() {
    List<String> pieces = sentences.of("word ".repeat(400), "en");

    assertThat(pieces).hasSize(2).allMatch(piece -> piece.length() <= 1000);
    assertThat(String.join(" ", pieces)).isEqualTo("word ".repeat(400).strip());
  }

  @Test
  void aPieceNeverEndsWithinACharacter() {
    String faces = "x" + "😀".repeat(1100);

    List<String> pieces = sentences.of(faces, "zh");

    assertThat(pieces).hasSize(3).noneMatch(piece -> Character.isHighSurrogate(last(piece)));
    assertThat(String.join("", pieces)).isEqualTo(faces);
  }

  private static char last(String piece) {
    return piece.charAt(piece.length() - 1);
  }
}
