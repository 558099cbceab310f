package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TestTextChunk {
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{IsAlphabetic}\\d&&[^\\p{IsHan}]]+|\\S");

  @Test
  void aShortTextStaysAsItIs() {
    assertThat(chunks("one two three.", 6)).containsExactly("one two three.");
  }

  @Test
  void aLongTextIsCutBehindTheLastSentenceThatFits() {
    assertThat(chunks("a b. c d e. f g h i. j", 10)).containsExactly("a b. c d e.", "f g h i. j");
  }

  @Test
  void withoutASentenceThatEndsItIsCutBehindAClauseElseBetweenWords() {
    assertThat(chunks("a b c, d e f g h", 8)).containsExactly("a b c,", "d e f g h");
    assertThat(chunks("a b c d e f g", 6)).containsExactly("a b c d", "e f g");
  }

  @Test
  void aFullStopWithinANumberEndsNothing() {
    assertThat(chunks("we pay x 3.5 a b", 8)).containsExactly("we pay x 3.5", "a b");
  }

  @Test
  void chineseIsCutBehindItsOwnMarksWithoutABlank() {
    assertThat(chunks("太贵了。我们没有", 8)).containsExactly("太贵了。", "我们没有");
    assertThat(chunks("今年太贵，预算没有", 9)).containsExactly("今年太贵，", "预算没有");
  }

  @Test
  void everyTokenIsInExactlyOneChunkWhateverTheRoom() {
    String text = "so, it is too dear. we have 😀 no budget! 没有预算；the end";
    for (int room = 3; room < 30; room++) {
      List<TextChunk> chunks = cut(text, room);

      List<Long> ids = new ArrayList<>();
      for (TextChunk chunk : chunks) {
        assertThat(chunk.ids()).hasSizeLessThanOrEqualTo(room).startsWith(101).endsWith(102);
        assertThat(chunk.spans()).hasSameSizeAs(chunk.ids());
        for (int token = 1; token < chunk.ids().length - 1; token++) {
          ids.add(chunk.ids()[token]);
        }
      }
      assertThat(ids).as("room for %d", room).isEqualTo(tokens(text));
    }
  }

  private static List<String> chunks(String text, int maxTokens) {
    int[] characters = text.codePoints().toArray();
    return cut(text, maxTokens).stream()
        .map(TextChunk::spans)
        .map(
            spans ->
                new String(
                    characters,
                    spans[1].getStart(),
                    spans[spans.length - 2].getEnd() - spans[1].getStart()))
        .toList();
  }

  private static List<Long> tokens(String text) {
    List<Long> ids = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      ids.add(1000L + token.start());
    }
    return ids;
  }

  private static List<TextChunk> cut(String text, int maxTokens) {
    List<CharSpan> spans = new ArrayList<>();
    spans.add(null);
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      spans.add(
          new CharSpan(text.codePointCount(0, token.start()), text.codePointCount(0, token.end())));
    }
    spans.add(null);
    List<Long> own = tokens(text);
    long[] ids = new long[spans.size()];
    ids[0] = 101;
    ids[ids.length - 1] = 102;
    for (int index = 0; index < own.size(); index++) {
      ids[index + 1] = own.get(index);
    }
    return TextChunk.of(ids, spans.toArray(new CharSpan[0]), text, maxTokens);
  }
}
