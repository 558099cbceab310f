package io.talktrack.jobs.models;

import io.talktrack.model.Head.Kind;
import io.talktrack.sentiment.LabelledText;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a head that never saw them makes of labelled sentences.
 *
 * @param texts that the head's task covers
 * @param logits per text one number per label
 */
record HeldOut(HeadTask task, List<LabelledText> texts, List<double[]> logits) {
  private static final int CUTS = 60;
  private static final double LOWEST = -3;
  private static final double WIDTH = 0.1;

  /** The sentences of one fold. */
  HeldOut fold(int fold, int folds) {
    List<Integer> rows =
        IntStream.range(0, texts.size())
            .filter(row -> texts.get(row).fold(folds) == fold)
            .boxed()
            .toList();
    return new HeldOut(
        task, rows.stream().map(texts::get).toList(), rows.stream().map(logits::get).toList());
  }

  /** Labels by the place of the only label that each sentence has. */
  List<Integer> labels() {
    return texts.stream().map(text -> task.labels().indexOf(task.labelsOf(text).get(0))).toList();
  }

  /** Whether each sentence has a label. */
  boolean[] holds(int label) {
    boolean[] holds = new boolean[texts.size()];
    for (int row = 0; row < holds.length; row++) {
      holds[row] = task.labelsOf(texts.get(row)).contains(task.labels().get(label));
    }
    return holds;
  }

  double[] logits(int label) {
    return logits.stream().mapToDouble(row -> row[label]).toArray();
  }

  /**
   * Macro-F1 before any threshold is chosen, to compare ways of training: the likeliest label of
   * those that exclude each other, else each label at its best cut.
   */
  double macroF1() {
    double sum = 0;
    for (int label = 0; label < task.labels().size(); label++) {
      sum += task.kind() == Kind.ONE_OF ? likeliestF1(label) : bestF1(label);
    }
    return sum / task.labels().size();
  }

  private double likeliestF1(int label) {
    boolean[] given = new boolean[texts.size()];
    for (int row = 0; row < given.length; row++) {
      given[row] = Thresholds.wins(logits.get(row), label);
    }
    return f1(holds(label), given);
  }

  private double bestF1(int label) {
    double best = 0;
    for (int cut = 0; cut <= CUTS; cut++) {
      boolean[] given = new boolean[texts.size()];
      for (int row = 0; row < given.length; row++) {
        given[row] = logits.get(row)[label] >= LOWEST + WIDTH * cut;
      }
      best = Math.max(best, f1(holds(label), given));
    }
    return best;
  }

  private static double f1(boolean[] holds, boolean[] given) {
    int hits = 0;
    int either = 0;
    for (int row = 0; row < holds.length; row++) {
      hits += holds[row] && given[row] ? 1 : 0;
      either += (holds[row] ? 1 : 0) + (given[row] ? 1 : 0);
    }
    return either == 0 ? 0 : 2.0 * hits / either;
  }
}
