package io.talktrack.model;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A stretch of a text that the encoder reads at once.
 *
 * @param ids of its tokens, with the encoder's own first and last one
 * @param spans of the tokens in the whole text, in code points; null for the encoder's own
 */
record TextChunk(long[] ids, CharSpan[] spans) {
  private static final int OWN_TOKENS = 2;
  private static final String WIDE_SENTENCE_ENDS = "。？！；";
  private static final String SENTENCE_ENDS = ".?!;";
  private static final String CLAUSE_ENDS = ",:，、：";

  /**
   * A text that is short enough as it is; a longer one cut behind the last sentence that fits, else
   * behind a clause, else between words, and only where there is none of these within a word.
   */
  static List<TextChunk> of(long[] ids, CharSpan[] spans, String text, int maxTokens) {
    if (ids.length <= maxTokens) {
      return List.of(new TextChunk(ids, spans));
    }
    int[] characters = text.codePoints().toArray();
    int room = maxTokens - OWN_TOKENS;
    int end = ids.length - 1;
    List<TextChunk> chunks = new ArrayList<>();
    for (int from = 1; from < end; ) {
      int to = end - from <= room ? end : cut(spans, characters, from, from + room);
      chunks.add(part(ids, spans, from, to));
      from = to;
    }
    return chunks;
  }

  private static TextChunk part(long[] ids, CharSpan[] spans, int from, int to) {
    int count = to - from;
    long[] own = new long[count + OWN_TOKENS];
    own[0] = ids[0];
    System.arraycopy(ids, from, own, 1, count);
    own[count + 1] = ids[ids.length - 1];
    CharSpan[] places = new CharSpan[count + OWN_TOKENS];
    System.arraycopy(spans, from, places, 1, count);
    return new TextChunk(own, places);
  }

  // what would leave less than half of the room unused is not looked at: chunks would get many
  private static int cut(CharSpan[] spans, int[] characters, int from, int longest) {
    int best = longest;
    int bestRank = 0;
    for (int to = longest; to > from + (longest - from) / 2; to--) {
      int rank = rank(spans[to - 1], spans[to], characters);
      if (rank > bestRank) {
        best = to;
        bestRank = rank;
      }
    }
    return best;
  }

  /** How well a text may be cut between two tokens: 3 behind a sentence, 0 within a word. */
  private static int rank(CharSpan before, CharSpan after, int[] characters) {
    if (before == null || after == null || before.getEnd() == before.getStart()) {
      return 0;
    }
    int last = characters[before.getEnd() - 1];
    boolean isApart = before.getEnd() < after.getStart();
    if (WIDE_SENTENCE_ENDS.indexOf(last) >= 0
        || (isApart && SENTENCE_ENDS.indexOf(last) >= 0)
        || hasLineEnd(characters, before.getEnd(), after.getStart())) {
      return 3;
    }
    return CLAUSE_ENDS.indexOf(last) >= 0 && (isApart || last > 127) ? 2 : isApart ? 1 : 0;
  }

  private static boolean hasLineEnd(int[] characters, int from, int to) {
    return from < to && Arrays.stream(characters, from, to).anyMatch(each -> each == '\n');
  }
}
