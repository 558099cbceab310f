package io.talktrack.model;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.djl.translate.TranslateException;
import io.talktrack.model.TextPieces.Piece;
import io.talktrack.privacy.SpelledWord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a bundle's one output says of each word: the mean over the word's tokens, in double
 * precision and in their order, so that it repeats bit by bit.
 */
final class WordVectors {
  // about a hundred tokens of English: a piece of odd signs is cut again
  private static final int LONGEST_PIECE = 400;

  private final TextEncoder encoder;
  private final TextEncoder.Session session;
  private final int tokenBudget;

  WordVectors(TextEncoder encoder, TextEncoder.Session session, int tokenBudget) {
    this.encoder = encoder;
    this.session = session;
    this.tokenBudget = tokenBudget;
  }

  /** A piece of one of the texts, as the encoder gets it. */
  private record Part(int text, Piece piece, Encoding encoded) {}

  /**
   * Per text its words' vectors.
   *
   * @param words per text, in order
   */
  List<double[][]> of(List<String> texts, List<List<SpelledWord>> words) {
    List<Part> parts = new ArrayList<>();
    List<double[][]> vectors = new ArrayList<>();
    for (int text = 0; text < texts.size(); text++) {
      String readable = readable(texts.get(text));
      for (Piece piece : TextPieces.of(readable, LONGEST_PIECE)) {
        add(text, piece, parts);
      }

      vectors.add(new double[words.get(text).size()][]);
    }

    int[] lengths = parts.stream().mapToInt(part -> part.encoded().getIds().length).toArray();
    for (int[] batch : TokenBatches.of(lengths, tokenBudget)) {
      List<Part> own = IntStream.of(batch).mapToObj(parts::get).toList();
      float[][][] outputs = forward(own);
      for (int row = 0; row < own.size(); row++) {
        Part part = own.get(row);
        put(part, outputs[row][0], words.get(part.text()), vectors.get(part.text()));
      }
    }

    return vectors;
  }

  private void add(int text, Piece piece, List<Part> parts) {
    Encoding encoded = encoder.tokenizer().encode(piece.text());
    int length = piece.text().length();
    if (encoded.getIds().length < encoder.bundle().maxTokens() || length < 2) {
      parts.add(new Part(text, piece, encoded));
      return;
    }

    for (Piece half : TextPieces.of(piece.text(), (length + 1) / 2)) {
      add(text, new Piece(piece.start() + half.start(), half.text()), parts);
    }
  }

  private float[][][] forward(List<Part> parts) {
    try {
      return session.forward(parts.stream().map(part -> part.encoded().getIds()).toList());
    } catch (TranslateException e) {
      throw new IllegalStateException(
          "The names' model failed on %d texts of up to %d tokens"
              .formatted(parts.size(), parts.get(parts.size() - 1).encoded().getIds().length),
          e);
    }
  }

  private static void put(Part part, float[] output, List<SpelledWord> words, double[][] vectors) {
    String piece = part.piece().text();
    int offset = part.piece().start();
    int width = output.length / part.encoded().getIds().length;
    int[] units = units(piece);
    CharSpan[] spans = part.encoded().getCharTokenSpans();
    int[] tokens = new int[words.size()];
    int word = 0;
    for (int token = 0; token < spans.length; token++) {
      if (spans[token] == null || spans[token].getStart() == spans[token].getEnd()) {
        continue;
      }

      int start = offset + units[spans[token].getStart()];
      int end = offset + units[spans[token].getEnd()];
      while (word < words.size() && words.get(word).end() <= start) {
        word++;
      }

      if (word < words.size() && words.get(word).start() < end) {
        vectors[word] = vectors[word] == null ? new double[width] : vectors[word];
        tokens[word]++;
        for (int column = 0; column < width; column++) {
          vectors[word][column] += output[token * width + column];
        }
      }
    }

    for (int each = 0; each < tokens.length; each++) {
      for (int column = 0; tokens[each] > 1 && column < width; column++) {
        vectors[each][column] /= tokens[each];
      }
    }
  }

  /** For each code point of a piece, and for its end, the UTF-16 unit. */
  private static int[] units(String piece) {
    int[] units = new int[piece.codePointCount(0, piece.length()) + 1];
    int unit = 0;
    for (int point = 0; point < units.length - 1; point++) {
      units[point] = unit;
      unit += Character.charCount(piece.codePointAt(unit));
    }

    units[units.length - 1] = piece.length();
    return units;
  }

  /** The text without lone surrogates, which the tokenizer does not take, and as long as before. */
  private static String readable(String text) {
    char[] units = text.toCharArray();
    for (int at = 0; at < units.length; at++) {
      boolean isPair =
          Character.isHighSurrogate(units[at])
              && at + 1 < units.length
              && Character.isLowSurrogate(units[at + 1]);
      if (isPair) {
        at++;
      } else if (Character.isSurrogate(units[at])) {
        units[at] = '\ufffd';
      }
    }

    return new String(units);
  }
}
