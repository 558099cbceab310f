package io.talktrack.model;

import java.util.List;

/** What one forward pass gives: the values of each of the graph's outputs, row after row. */
record BatchOutputs(int rows, List<Output> outputs) {
  /**
   * One output.
   *
   * @param width values per text, or per token
   */
  record Output(float[] values, int width, boolean isPerToken) {}

  /** The outputs of one text, without those of its padding. */
  float[][] ofRow(int row, int tokens) {
    float[][] own = new float[outputs.size()][];
    for (int output = 0; output < own.length; output++) {
      Output all = outputs.get(output);
      int stride = all.values().length / rows;
      own[output] = new float[all.isPerToken() ? tokens * all.width() : all.width()];
      System.arraycopy(all.values(), row * stride, own[output], 0, own[output].length);
    }
    return own;
  }
}
