package io.talktrack.jobs.models.quality;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How answers are judged as a whole, from what adds up: per label hits, wrong and missed ones.
 *
 * <p>A label that never holds does not count.
 */
enum Measure {
  MACRO_F1("macro-F1") {
    @Override
    double of(double hits, double wrong, double missed) {
      return hits == 0 ? 0 : 2 * hits / (2 * hits + wrong + missed);
    }

    @Override
    double weight(double support) {
      return 1;
    }
  },
  WEIGHTED_F1("weighted F1") {
    @Override
    double of(double hits, double wrong, double missed) {
      return MACRO_F1.of(hits, wrong, missed);
    }

    @Override
    double weight(double support) {
      return support;
    }
  },
  MACRO_RECALL("macro recall") {
    @Override
    double of(double hits, double wrong, double missed) {
      return hits / (hits + missed);
    }

    @Override
    double weight(double support) {
      return 1;
    }
  };

  private final String title;

  Measure(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  abstract double of(double hits, double wrong, double missed);

  abstract double weight(double support);

  /** With its interval. */
  Interval of(List<Answered> answers) {
    return Bootstrap.of(sums(answers), this::ofSums);
  }

  double ofSums(double[] sums) {
    double total = 0;
    double weights = 0;
    for (int label = 0; 3 * label < sums.length; label++) {
      double support = sums[3 * label] + sums[3 * label + 2];
      if (support > 0) {
        total += weight(support) * of(sums[3 * label], sums[3 * label + 1], sums[3 * label + 2]);
        weights += weight(support);
      }
    }
    return weights == 0 ? Double.NaN : total / weights;
  }

  /** F1 of one label alone. */
  static Interval f1(List<Answered> answers, int label) {
    return Bootstrap.of(
        sums(answers),
        sums -> MACRO_F1.of(sums[3 * label], sums[3 * label + 1], sums[3 * label + 2]));
  }

  /** Per group of answers: hits, wrong and missed of the first label, then of the second, … */
  static Collection<double[]> sums(List<Answered> answers) {
    Map<String, double[]> groups = new LinkedHashMap<>();
    for (Answered answer : answers) {
      double[] sums =
          groups.computeIfAbsent(answer.group(), none -> new double[3 * answer.truth().size()]);
      for (int label = 0; label < answer.truth().size(); label++) {
        boolean holds = answer.truth().get(label);
        boolean given = answer.given().get(label);
        sums[3 * label] += given && holds ? 1 : 0;
        sums[3 * label + 1] += given && !holds ? 1 : 0;
        sums[3 * label + 2] += !given && holds ? 1 : 0;
      }
    }
    return groups.values();
  }
}
