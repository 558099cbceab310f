package io.talktrack.model;

import io.talktrack.inference.CachedInference.OutputSpan;
import io.talktrack.model.Head.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * What the parts of a text say of the whole.
 *
 * <p>Of independent labels the highest probability of any part counts, since an objection is raised
 * wherever it is raised. What has one answer for the whole, and the embedding, is the mean of the
 * parts, each weighed by its tokens. A text of one part is left as it was read, to the bit.
 *
 * @param outputs of each part, as {@link TextEncoder.Session#forward} gives them
 */
record WholeText(List<Head> heads, List<TextChunk> chunks, List<float[][]> outputs) {
  /** The embedding, of length 1. */
  float[] embedding() {
    return embedding(chunks, outputs);
  }

  static float[] embedding(List<TextChunk> chunks, List<float[][]> outputs) {
    if (chunks.size() == 1) {
      return outputs.get(0)[0];
    }
    float[] mean = mean(chunks, outputs, 0);
    double squares = 0;
    for (float value : mean) {
      squares += value * (double) value;
    }
    for (int dimension = 0; dimension < mean.length; dimension++) {
      mean[dimension] = (float) (mean[dimension] / Math.sqrt(squares));
    }
    return mean;
  }

  /** The probabilities of each head, or what heads are trained on where there are none. */
  List<float[]> probabilities() {
    List<float[]> probabilities = new ArrayList<>();
    for (int output = 1; output <= Math.max(1, heads.size()); output++) {
      boolean isAnyOf = !heads.isEmpty() && heads.get(output - 1).kind() == Kind.ANY_OF;
      probabilities.add(
          chunks.size() == 1
              ? outputs.get(0)[output]
              : isAnyOf ? highest(output) : mean(chunks, outputs, output));
    }
    return probabilities;
  }

  /**
   * The words behind each label that is given, in the part that says it the loudest; none where the
   * graph gives no shares.
   */
  List<OutputSpan> carriedBy(String text, WordBreaks breaks) {
    if (outputs.get(0).length <= 1 + heads.size()) {
      return List.of();
    }
    int labels = heads.stream().mapToInt(head -> head.labels().size()).sum();
    List<OutputSpan> spans = new ArrayList<>();
    for (int label : CarryingWords.given(heads, probabilities())) {
      int loudest = loudest(label);
      float[] shares = outputs.get(loudest)[1 + heads.size()];
      new CarryingWords(shares, labels, chunks.get(loudest).spans(), text, breaks)
          .behind(label)
          .ifPresent(spans::add);
    }
    return spans;
  }

  private int loudest(int label) {
    int head = 0;
    int own = label;
    while (own >= heads.get(head).labels().size()) {
      own -= heads.get(head).labels().size();
      head++;
    }
    int loudest = 0;
    for (int chunk = 1; chunk < chunks.size(); chunk++) {
      if (outputs.get(chunk)[1 + head][own] > outputs.get(loudest)[1 + head][own]) {
        loudest = chunk;
      }
    }
    return loudest;
  }

  private float[] highest(int output) {
    float[] highest = outputs.get(0)[output].clone();
    for (float[][] chunk : outputs) {
      for (int label = 0; label < highest.length; label++) {
        highest[label] = Math.max(highest[label], chunk[output][label]);
      }
    }
    return highest;
  }

  private static float[] mean(List<TextChunk> chunks, List<float[][]> outputs, int output) {
    double[] sums = new double[outputs.get(0)[output].length];
    long tokens = 0;
    for (int chunk = 0; chunk < chunks.size(); chunk++) {
      int weight = chunks.get(chunk).ids().length;
      tokens += weight;
      for (int column = 0; column < sums.length; column++) {
        sums[column] += weight * (double) outputs.get(chunk)[output][column];
      }
    }
    float[] mean = new float[sums.length];
    for (int column = 0; column < mean.length; column++) {
      mean[column] = (float) (sums[column] / tokens);
    }
    return mean;
  }
}
