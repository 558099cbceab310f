package io.talktrack.jobs.models;

import io.talktrack.model.FineTuning;
import io.talktrack.model.FineTuning.Lesson;
import io.talktrack.model.FineTuning.Plan;
import io.talktrack.model.FineTuning.Tuned;
import io.talktrack.model.Head;
import io.talktrack.model.Head.Kind;
import io.talktrack.model.Pretrained;
import io.talktrack.model.TextEncoder;
import io.talktrack.sentiment.LabelledText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fine-tunes the encoder with all heads on the labelled sentences of all folds but the first, which
 * chooses the epoch.
 */
final class EncoderTuner {
  /** Chosen by trials in both languages; the first fold's score decides between epochs only. */
  static final Plan PLAN = new Plan(1e-4, 1e-3, 5, 32, 0.1f, 3, 0.4, 7);

  static final int HELD_OUT = 0;

  private static final List<HeadTask> TASKS = List.of(HeadTask.values());

  private final Pretrained encoder;
  private final TextEncoder tokenizer;

  EncoderTuner(Pretrained encoder, TextEncoder tokenizer) {
    this.encoder = encoder;
    this.tokenizer = tokenizer;
  }

  /**
   * The epoch whose heads tell the held-out sentences' labels best.
   *
   * @param frozen one head per task, in the order of the tasks
   */
  Tuned tune(List<FrozenHead> frozen, List<Example> examples) {
    List<Example> learning = examples.stream().filter(one -> !isHeldOut(one.text())).toList();
    List<Example> held = examples.stream().filter(one -> isHeldOut(one.text())).toList();
    if (learning.isEmpty() || held.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot fine-tune: of %,d sentences to learn from, %,d would be held out to choose the epoch. Label sentences of more scenarios, or train without --fine-tune."
              .formatted(examples.size(), held.size()));
    }
    List<float[]> weights = new ArrayList<>();
    for (HeadTask task : TASKS) {
      weights.add(labelWeights(task, learning));
    }
    return new FineTuning(
            PLAN, encoder, frozen.stream().map(FrozenHead::start).toList(), positive(weights))
        .train(
            learning.stream().map(example -> lesson(example, weights)).toList(),
            held.stream().map(example -> lesson(example, weights)).toList(),
            logits -> macroF1(held, logits));
  }

  static boolean isHeldOut(LabelledText text) {
    return text.fold(HeadTrainer.FOLDS) == HELD_OUT;
  }

  private static double macroF1(List<Example> held, List<float[][]> logits) {
    double sum = 0;
    for (HeadTask task : TASKS) {
      List<LabelledText> texts = new ArrayList<>();
      List<double[]> numbers = new ArrayList<>();
      for (int row = 0; row < held.size(); row++) {
        if (task.covers(held.get(row).text())) {
          texts.add(held.get(row).text());
          numbers.add(doubles(logits.get(TASKS.indexOf(task))[row]));
        }
      }
      sum += new HeldOut(task, texts, numbers).macroF1();
    }
    return sum / TASKS.size();
  }

  private Lesson lesson(Example example, List<float[]> weights) {
    List<float[]> targets = new ArrayList<>();
    for (HeadTask task : TASKS) {
      targets.add(
          task.covers(example.text())
              ? target(task, example.text(), weights.get(TASKS.indexOf(task)))
              : null);
    }
    String text = example.text().text();
    return new Lesson(
        tokenizer.tokenize(text),
        tokenizer.tokenize(Punctuation.removedFrom(text)),
        example.embedding(),
        targets);
  }

  private static float[] target(HeadTask task, LabelledText text, float[] weights) {
    float[] target = new float[task.labels().size()];
    for (String label : task.labelsOf(text)) {
      int place = task.labels().indexOf(label);
      target[place] = task.kind() == Kind.ONE_OF ? weights[place] : 1;
    }
    return target;
  }

  // by the root, as for the frozen heads
  private static float[] labelWeights(HeadTask task, List<Example> examples) {
    int[] counts = new int[task.labels().size()];
    int covered = 0;
    for (Example example : examples) {
      if (task.covers(example.text())) {
        covered++;
        for (String label : task.labelsOf(example.text())) {
          counts[task.labels().indexOf(label)]++;
        }
      }
    }
    float[] weights = new float[counts.length];
    for (int label = 0; label < weights.length; label++) {
      double count = Math.max(1, counts[label]);
      weights[label] =
          (float)
              (task.kind() == Kind.ONE_OF
                  ? 1 / Math.sqrt(count * counts.length / covered)
                  : Math.sqrt((covered - count) / count));
    }
    return weights;
  }

  private static List<float[]> positive(List<float[]> weights) {
    List<float[]> positive = new ArrayList<>();
    for (HeadTask task : TASKS) {
      float[] ones = new float[task.labels().size()];
      Arrays.fill(ones, 1);
      positive.add(task.kind() == Kind.ANY_OF ? weights.get(TASKS.indexOf(task)) : ones);
    }
    return positive;
  }

  /** The tuned heads, calibrated on the held-out sentences as the shipped graph reads them. */
  static List<Head> calibrated(List<Head> tuned, List<Example> held) {
    List<Head> heads = new ArrayList<>();
    for (HeadTask task : TASKS) {
      heads.add(calibrated(task, tuned.get(TASKS.indexOf(task)), held));
    }
    return heads;
  }

  private static Head calibrated(HeadTask task, Head head, List<Example> held) {
    int labels = task.labels().size();
    double[][] weights = new double[labels][];
    for (int label = 0; label < labels; label++) {
      weights[label] = doubles(head.weights()[label]);
    }
    return CalibratedHead.of(task, weights, doubles(head.bias()), heldOut(task, head, held));
  }

  static HeldOut heldOut(HeadTask task, Head head, List<Example> held) {
    List<LabelledText> texts = new ArrayList<>();
    List<double[]> logits = new ArrayList<>();
    for (Example example : held) {
      if (task.covers(example.text())) {
        texts.add(example.text());
        double[] row = new double[task.labels().size()];
        for (int label = 0; label < row.length; label++) {
          row[label] = head.bias()[label];
          for (int column = 0; column < example.features().length; column++) {
            row[label] += head.weights()[label][column] * (double) example.features()[column];
          }
        }
        logits.add(row);
      }
    }
    return new HeldOut(task, texts, logits);
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int place = 0; place < values.length; place++) {
      doubles[place] = values[place];
    }
    return doubles;
  }
}
