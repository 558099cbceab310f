package io.talktrack.model;

import io.talktrack.privacy.SpelledWord;
import java.util.List;

/** What a names' head is trained on: of each word its tokens' vectors. */
public final class NameVectors {
  private static final int TOKEN_BUDGET = 512;

  private NameVectors() {}

  /** Per text its words' vectors, null for a word that the encoder did not read. */
  public static List<double[][]> of(ModelBundle bare, List<String> texts) {
    try (TextEncoder encoder = TextEncoder.open(bare);
        TextEncoder.Session session = encoder.newSession()) {
      return new WordVectors(encoder, session, TOKEN_BUDGET)
          .of(texts, texts.stream().map(SpelledWord::in).toList());
    }
  }
}
