package io.talktrack.model;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Turns texts into what a bundle's encoder reads; safe to share between threads. */
final class TextTokenizer implements AutoCloseable {
  private final HuggingFaceTokenizer tokenizer;
  private final int maxTokens;

  TextTokenizer(ModelBundle bundle) throws IOException {
    maxTokens = bundle.maxTokens();
    tokenizer =
        HuggingFaceTokenizer.builder()
            .optTokenizerPath(bundle.folder().resolve("tokenizer.json"))
            .optTruncation(false)
            .optPadding(false)
            .build();
  }

  /** The whole text, in stretches that the encoder can read at once. */
  List<TextChunk> chunks(String text) {
    Encoding encoded = encode(text);
    return TextChunk.of(encoded.getIds(), encoded.getCharTokenSpans(), text, maxTokens);
  }

  /** Token ids of a text's beginning, at most as many as the encoder can read. */
  long[] beginning(String text) {
    long[] ids = encode(text).getIds();
    if (ids.length <= maxTokens) {
      return ids;
    }
    long[] cut = Arrays.copyOf(ids, maxTokens);
    cut[maxTokens - 1] = ids[ids.length - 1];
    return cut;
  }

  /** All tokens with their places in the text, in code points. */
  Encoding encode(String text) {
    return tokenizer.encode(text, true, false);
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
