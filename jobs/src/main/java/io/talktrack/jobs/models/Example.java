package io.talktrack.jobs.models;

import io.talktrack.sentiment.LabelledText;
import java.util.ArrayList;
import java.util.List;

/** A labelled sentence and what the encoder makes of it: numbers for heads to read, its meaning. */
record Example(LabelledText text, float[] features, float[] embedding) {
  private static final double CONSTANT = 1e-6;

  /**
   * The same with zero for numbers that are the same for every sentence: some dimensions of an
   * encoder say nothing, and a weight fitted to their rounding errors has no bounds.
   */
  static List<Example> withoutConstants(List<Example> examples) {
    int width = examples.get(0).features().length;
    boolean[] varies = new boolean[width];
    for (int column = 0; column < width; column++) {
      varies[column] = deviation(examples, column) > CONSTANT;
    }
    List<Example> cleared = new ArrayList<>();
    for (Example example : examples) {
      float[] features = example.features().clone();
      for (int column = 0; column < width; column++) {
        features[column] = varies[column] ? features[column] : 0;
      }
      cleared.add(new Example(example.text(), features, example.embedding()));
    }
    return cleared;
  }

  private static double deviation(List<Example> examples, int column) {
    double sum = 0;
    double squares = 0;
    for (Example example : examples) {
      double value = example.features()[column];
      sum += value;
      squares += value * value;
    }
    double mean = sum / examples.size();
    return Math.sqrt(Math.max(0, squares / examples.size() - mean * mean));
  }
}
