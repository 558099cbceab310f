package io.talktrack.jobs.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.jobs.models.SoftmaxRegression.Row;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TestSoftmaxRegression {
  @Test
  void labelsThatCanBeToldApartAreAndTheSameRowsGiveTheSameWeights() {
    Row[] rows = rows(9000);

    double[][] fitted = new SoftmaxRegression(3, 3, 0.001).fit(rows);

    int right = 0;
    for (Row row : rows) {
      right += likeliest(fitted, row) == row.label() ? 1 : 0;
    }
    assertThat(right).isGreaterThan(8900);
    assertThat(new SoftmaxRegression(3, 3, 0.001).fit(rows)).isDeepEqualTo(fitted);
  }

  @Test
  void aLargerPenaltyGivesSmallerWeights() {
    Row[] rows = rows(9000);

    assertThat(size(new SoftmaxRegression(3, 3, 1).fit(rows)))
        .isLessThan(size(new SoftmaxRegression(3, 3, 0.001).fit(rows)) / 2);
  }

  /** The first dense number tells label 1, the sign label 2. */
  private static Row[] rows(int count) {
    Random random = new Random(2);
    Row[] rows = new Row[count];
    for (int i = 0; i < count; i++) {
      int label = i % 3;
      float[] dense = {(label == 1 ? 2 : -1) + random.nextFloat() / 2, random.nextFloat()};
      rows[i] = new Row(dense, new float[] {label == 2 ? 1 : 0}, label);
    }
    return rows;
  }

  private static int likeliest(double[][] fitted, Row row) {
    int best = 0;
    for (int label = 1; label < fitted.length; label++) {
      best = score(fitted[label], row) > score(fitted[best], row) ? label : best;
    }
    return best;
  }

  private static double score(double[] weights, Row row) {
    return weights[0] * row.dense()[0]
        + weights[1] * row.dense()[1]
        + weights[2] * row.signs()[0]
        + weights[3];
  }

  private static double size(double[][] fitted) {
    double size = 0;
    for (double[] label : fitted) {
      for (int i = 0; i < label.length - 1; i++) {
        size += label[i] * label[i];
      }
    }
    return size;
  }
}
