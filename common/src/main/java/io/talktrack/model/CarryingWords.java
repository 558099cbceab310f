package io.talktrack.model;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import io.talktrack.inference.CachedInference.OutputSpan;
import io.talktrack.model.Head.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The words of a text that carried a label.
 *
 * <p>A head's logit is the sum of its tokens' shares ({@link GraphWriter#SHARES}), exactly and
 * without another forward pass. The words that carried the label are the stretch whose shares, each
 * less the mean of the text, have the largest sum (Bentley 1984, Programming Pearls: the maximum
 * subarray), without a word or two of the sentence before or after. A token's share is that of its
 * place in the whole text, so that the words around it have a part in it.
 */
final class CarryingWords {
  // a share is far above this; the last bits of a product may differ with the batch
  private static final double GRAIN = 1e-4;
  // so many words of another sentence at an end are left over from it
  private static final int STRAY = 2;
  private static final String SENTENCE_ENDS = ".?!;。？！；";

  /** A word and what its tokens add to a logit. */
  private record Word(int start, int end, double share) {}

  /**
   * The words behind every label that is given: those of a head of independent labels from their
   * thresholds on, else the likeliest one unless the head abstains.
   *
   * @param outputs of the text, as {@link TextEncoder.Session#forward} gives them
   * @param spans of its tokens, in code points
   * @param breaks of the text's language
   */
  static List<OutputSpan> of(
      List<Head> heads, float[][] outputs, CharSpan[] spans, String text, WordBreaks breaks) {
    int labels = heads.stream().mapToInt(head -> head.labels().size()).sum();
    float[] shares = outputs[1 + heads.size()];
    BitSet insides = breaks.insides(text);
    List<OutputSpan> given = new ArrayList<>();
    int offset = 0;
    for (int head = 0; head < heads.size(); head++) {
      for (int label : given(heads.get(head), outputs[1 + head])) {
        int output = offset + label;
        of(shares, labels, output, spans, text, insides).ifPresent(given::add);
      }
      offset += heads.get(head).labels().size();
    }
    return given;
  }

  private static List<Integer> given(Head head, float[] probabilities) {
    List<Integer> given = new ArrayList<>();
    int best = 0;
    for (int label = 0; label < probabilities.length; label++) {
      if (head.kind() == Kind.ANY_OF && probabilities[label] >= head.thresholds()[label]) {
        given.add(label);
      }
      best = probabilities[label] > probabilities[best] ? label : best;
    }
    if (head.kind() == Kind.ONE_OF && probabilities[best] >= head.thresholds()[best]) {
      given.add(best);
    }
    return given;
  }

  /**
   * The words behind one label.
   *
   * @param shares of all labels, token after token
   * @param insides code points that go on with a word
   * @return empty where the text has no word
   */
  static Optional<OutputSpan> of(
      float[] shares, int labels, int label, CharSpan[] spans, String text, BitSet insides) {
    List<Word> words = words(shares, labels, label, spans, text, insides);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    double mean = words.stream().mapToDouble(Word::share).sum() / words.size();

    int from = 0;
    int bestFrom = 0;
    int bestTo = 0;
    double sum = 0;
    double best = Double.NEGATIVE_INFINITY;
    for (int word = 0; word < words.size(); word++) {
      if (sum < 0) {
        sum = 0;
        from = word;
      }
      sum += words.get(word).share() - mean;
      if (sum > best + GRAIN) {
        best = sum;
        bestFrom = from;
        bestTo = word;
      }
    }
    int[] characters = text.codePoints().toArray();
    for (int word = bestFrom + 1; word <= bestTo; word++) {
      if (bestTo - word < STRAY && endsSentence(characters, words.get(word - 1), words.get(word))) {
        bestTo = word - 1;
      }
    }
    for (int word = bestTo; word > bestFrom; word--) {
      if (word - bestFrom <= STRAY
          && endsSentence(characters, words.get(word - 1), words.get(word))) {
        bestFrom = word;
      }
    }
    return Optional.of(new OutputSpan(label, words.get(bestFrom).start(), words.get(bestTo).end()));
  }

  private static List<Word> words(
      float[] shares, int labels, int label, CharSpan[] spans, String text, BitSet insides) {
    int[] characters = text.codePoints().toArray();
    List<Word> words = new ArrayList<>();
    for (int token = 0; token * labels < shares.length; token++) {
      CharSpan span = spans[token];
      if (span == null || span.getStart() == span.getEnd()) {
        continue;
      }
      double share = Math.rint(shares[token * labels + label] / GRAIN) * GRAIN;
      Word last = words.isEmpty() ? null : words.get(words.size() - 1);
      if (last != null && last.end() >= span.getStart() && insides.get(span.getStart())) {
        words.set(words.size() - 1, new Word(last.start(), span.getEnd(), last.share() + share));
      } else {
        words.add(new Word(span.getStart(), span.getEnd(), share));
      }
    }
    words.removeIf(word -> !hasLetter(characters, word));
    return words;
  }

  private static boolean endsSentence(int[] characters, Word before, Word after) {
    for (int position = before.end(); position < after.start(); position++) {
      if (SENTENCE_ENDS.indexOf(characters[position]) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasLetter(int[] characters, Word word) {
    for (int position = word.start(); position < word.end(); position++) {
      if (Character.isLetterOrDigit(characters[position])) {
        return true;
      }
    }
    return false;
  }

  private CarryingWords() {}
}
