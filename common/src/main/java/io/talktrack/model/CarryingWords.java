package io.talktrack.model;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import io.talktrack.inference.CachedInference.OutputSpan;
import io.talktrack.model.Head.Kind;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The words of a text that carried a label.
 *
 * <p>A head's logit is the sum of its tokens' shares ({@link GraphWriter#SHARES}), exactly and
 * without another forward pass. The words that carried the label are the stretch whose shares, each
 * less the mean of the text, have the largest sum (Bentley 1984, Programming Pearls: the maximum
 * subarray), without a word or two of the sentence before or after, and grown to three words or
 * four Chinese characters where its sentence has them. A token's share is that of its place in the
 * whole text, so that the words around it have a part in it.
 */
final class CarryingWords {
  // a share is far above this; the last bits of a product may differ with the batch
  private static final double GRAIN = 1e-4;
  // so many words of another sentence at an end are left over from it
  private static final int STRAY = 2;
  private static final int FEWEST = 3;
  private static final int FEWEST_CHINESE = 4;
  private static final String SENTENCE_ENDS = ".?!;。？！；";

  private final float[] shares;
  private final int labels;
  private final CharSpan[] spans;
  private final int[] characters;
  private final BitSet insides;

  /** A word and what its tokens add to a logit. */
  private record Word(int start, int end, double share) {}

  /**
   * Of one text.
   *
   * @param shares of all labels, token after token
   * @param labels how many there are
   * @param spans of the tokens, in code points
   * @param breaks of the text's language
   */
  CarryingWords(float[] shares, int labels, CharSpan[] spans, String text, WordBreaks breaks) {
    this.shares = shares;
    this.labels = labels;
    this.spans = spans;
    this.characters = text.codePoints().toArray();
    this.insides = breaks.insides(text);
  }

  /**
   * The labels that are given, by their place in the outputs: those of a head of independent labels
   * from their thresholds on, else the likeliest one unless the head abstains.
   *
   * @param probabilities of each head
   */
  static List<Integer> given(List<Head> heads, List<float[]> probabilities) {
    List<Integer> given = new ArrayList<>();
    int offset = 0;
    for (int head = 0; head < heads.size(); head++) {
      for (int label : given(heads.get(head), probabilities.get(head))) {
        given.add(offset + label);
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

  /** The words behind one label; empty where the text has no word. */
  Optional<OutputSpan> behind(int label) {
    List<Word> words = words(label);
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
    for (int word = bestFrom + 1; word <= bestTo; word++) {
      if (bestTo - word < STRAY && endsSentence(words.get(word - 1), words.get(word))) {
        bestTo = word - 1;
      }
    }
    for (int word = bestTo; word > bestFrom; word--) {
      if (word - bestFrom <= STRAY && endsSentence(words.get(word - 1), words.get(word))) {
        bestFrom = word;
      }
    }
    // a word alone says too little to a reader: "We'll" of "We'll think it over"
    while (bestTo - bestFrom + 1 < FEWEST
        && characters(words.get(bestFrom), words.get(bestTo)) < FEWEST_CHINESE) {
      double before = shareWithin(words, bestFrom - 1, bestFrom);
      double after = shareWithin(words, bestTo + 1, bestTo);
      if (before == Double.NEGATIVE_INFINITY && after == Double.NEGATIVE_INFINITY) {
        break;
      }
      if (before > after) {
        bestFrom--;
      } else {
        bestTo++;
      }
    }
    return Optional.of(new OutputSpan(label, words.get(bestFrom).start(), words.get(bestTo).end()));
  }

  private long characters(Word first, Word last) {
    return IntStream.range(first.start(), last.end())
        .filter(position -> UnicodeScript.of(characters[position]) == UnicodeScript.HAN)
        .count();
  }

  // of a neighbour in the same sentence, else nothing
  private double shareWithin(List<Word> words, int neighbour, int edge) {
    if (neighbour < 0 || neighbour == words.size()) {
      return Double.NEGATIVE_INFINITY;
    }
    Word first = words.get(Math.min(neighbour, edge));
    Word second = words.get(Math.max(neighbour, edge));
    return endsSentence(first, second) ? Double.NEGATIVE_INFINITY : words.get(neighbour).share();
  }

  private List<Word> words(int label) {
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
    words.removeIf(word -> !hasLetter(word));
    return words;
  }

  private boolean endsSentence(Word before, Word after) {
    for (int position = before.end(); position < after.start(); position++) {
      if (SENTENCE_ENDS.indexOf(characters[position]) >= 0) {
        return true;
      }
    }
    return false;
  }

  private boolean hasLetter(Word word) {
    for (int position = word.start(); position < word.end(); position++) {
      if (Character.isLetterOrDigit(characters[position])) {
        return true;
      }
    }
    return false;
  }
}
