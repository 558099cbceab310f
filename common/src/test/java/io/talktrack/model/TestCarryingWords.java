package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import io.talktrack.inference.CachedInference.OutputSpan;
import io.talktrack.model.Head.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestCarryingWords {
  /** Tokens of one text, the special ones at both ends, and the shares of one label. */
  private static final class Sketch {
    private final StringBuilder text = new StringBuilder();
    private final String language;
    private final List<CharSpan> spans = new ArrayList<>();
    private final List<Float> shares = new ArrayList<>();

    Sketch() {
      this("en");
    }

    Sketch(String language) {
      this.language = language;
      special(9);
    }

    Sketch special(double share) {
      spans.add(null);
      shares.add((float) share);
      return this;
    }

    Sketch token(String token, double share) {
      int start = text.codePointCount(0, text.length());
      text.append(token);
      String word = token.strip();
      int lead = token.codePointCount(0, token.indexOf(word));
      spans.add(new CharSpan(start + lead, start + lead + word.codePointCount(0, word.length())));
      shares.add((float) share);
      return this;
    }

    String words() {
      special(9);
      float[] values = new float[shares.size()];
      for (int share = 0; share < values.length; share++) {
        values[share] = shares.get(share);
      }
      return new CarryingWords(
              values, 1, spans.toArray(CharSpan[]::new), text.toString(), WordBreaks.of(language))
          .behind(0)
          .map(
              span ->
                  new String(text.codePoints().toArray(), span.start(), span.end() - span.start()))
          .orElse("");
    }
  }

  @Test
  void theStretchWithTheLargestSharesIsFound() {
    assertThat(
            new Sketch()
                .token("well", 0)
                .token(" it", 0.1)
                .token(" is", 0.6)
                .token(" over", 1)
                .token(" our", 0.4)
                .token(" budget", 2)
                .token(" this", 0)
                .token(" year", -0.2)
                .words())
        .isEqualTo("is over our budget");
  }

  @Test
  void aWordIsNeverCutAndPunctuationCarriesNothing() {
    assertThat(
            new Sketch()
                .token("no", 0)
                .token(" re", 0)
                .token("fund", 3)
                .token("able", 0)
                .token("!", 8)
                .token(" ok", 0)
                .words())
        .isEqualTo("no refundable");
  }

  @Test
  void aWordOrTwoGrowToThreeWithinTheirSentence() {
    assertThat(
            new Sketch()
                .token("I", 0)
                .token(" do", 0)
                .token(".", 0)
                .token(" We'll", 3)
                .token(" think", 0.2)
                .token(" it", 0.1)
                .token(" over", 0)
                .token(".", 0)
                .token(" Bye", 0.9)
                .words())
        .isEqualTo("We'll think it");
    assertThat(
            new Sketch("zh")
                .token("这", 0)
                .token("个", 0)
                .token("数", 0)
                .token("，", 0)
                .token("我", 0.2)
                .token("怎", 1)
                .token("么", 1)
                .token("信", 0.4)
                .token("？", 0)
                .words())
        .isEqualTo("我怎么信");
  }

  @Test
  void aWordOfTheSentenceBeforeOrAfterIsLeftOut() {
    assertThat(
            new Sketch()
                .token("Well", 0)
                .token(" indeed", 1)
                .token(".", 0)
                .token(" I", 0.8)
                .token(" don't", 2)
                .token(" believe", 2)
                .token(" it", 0.8)
                .token("!", 0)
                .token(" At", 1)
                .token(" our", 0)
                .token(" place", 0)
                .token(" though", 0)
                .words())
        .isEqualTo("I don't believe it");
  }

  @Test
  void aChineseWordIsNotCutAndAnEmojiCountsOne() {
    assertThat(
            new Sketch("zh")
                .token("😀", 0)
                .token("我", 0)
                .token("们", 0)
                .token("预", 0)
                .token("算", 3)
                .token("不", 2)
                .token("够", 0.9)
                .token("了", 0)
                .words())
        .isEqualTo("预算不够");
  }

  @Test
  void equalSharesCarryFromTheFirstWord() {
    assertThat(new Sketch().token("one", 1).token(".", 0).token(" two", 1).words())
        .isEqualTo("one");
  }

  @Test
  void aTextWithoutAWordCarriesNothing() {
    assertThat(new Sketch().token("?", 1).token("!", 1).words()).isEmpty();
  }

  @Test
  void onlyLabelsThatAreGivenHaveWords() {
    Head feeling = head("sentiment", Kind.ONE_OF, 0.5, 0.5);
    Head reason = head("objection", Kind.ANY_OF, 0.3, 0.3);
    CharSpan[] spans = {null, new CharSpan(0, 3), new CharSpan(5, 8), null};
    float[] shares = {0, 0, 0, 0, /* one */ 0, 2, 0, 1, /* two */ 0, 1, 0, 2, 0, 0, 0, 0};

    assertThat(
            new WholeText(
                    List.of(feeling, reason),
                    List.of(new TextChunk(new long[4], spans)),
                    List.<float[][]>of(new float[][] {{1}, {0.45f, 0.55f}, {0.29f, 0.3f}, shares}))
                .carriedBy("one. two", WordBreaks.of("en")))
        .containsExactly(new OutputSpan(1, 0, 3), new OutputSpan(3, 5, 8));
  }

  private static Head head(String name, Kind kind, double... thresholds) {
    return new Head(
        name, kind, List.of("A", "B"), new float[][] {{0}, {0}}, new float[] {0, 0}, thresholds);
  }
}
