package io.talktrack.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.call.Word;
import io.talktrack.privacy.Redacted;
import io.talktrack.privacy.Redactor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestMaskedWords {
  @Test
  void wordsAreMaskedWhereTheTextIs() {
    String text = "😀 write to ann@example.com or ring";

    assertThat(masked(text, text.split(" ", -1)))
        .containsExactly("😀", "write", "to", "[MASKED]", "or", "ring");
  }

  @Test
  void aWordThatTheTextSpellsOtherwiseIsMasked() {
    assertThat(masked("write to ann@example.com please", "write", "too", "please"))
        .containsExactly("write", "[MASKED]", "please");
  }

  @Test
  void aLongTextOfStrangeWordsIsReadOnce() {
    String text = "write to ann@example.com " + "and on ".repeat(200_000);
    String[] words = new String[200_000];
    Arrays.fill(words, "elsewhere");

    assertThat(masked(text, words)).hasSize(200_000).containsOnly("[MASKED]");
  }

  private static List<String> masked(String text, String... spoken) {
    List<Word> words = new ArrayList<>();
    for (String word : spoken) {
      words.add(new Word(null, null, word, null));
    }
    Redacted redacted = Redactor.redact(text, "en");
    assertThat(redacted.findings()).isNotEmpty();
    return MaskedWords.of(words, text, redacted).stream().map(Word::text).toList();
  }
}
