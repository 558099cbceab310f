package io.talktrack.jobs.models.quality;

import io.talktrack.jobs.models.HeadTask;
import io.talktrack.jobs.models.ReliabilityBins.Bin;
import io.talktrack.model.Head;
import io.talktrack.model.Head.Kind;
import io.talktrack.sentiment.LabelledText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The bundles on the project's own sentences, of scenarios that were not trained on. */
final class OwnTest {
  private static final double AIM = 0.85;
  private static final double MOST_ERROR = 0.05;

  private final TextReader reader;

  OwnTest(TextReader reader) {
    this.reader = reader;
  }

  /** Every head of a language: one number each. */
  void summarise(String language, List<LabelledText> test, MarkdownTable table) {
    for (HeadTask task : HeadTask.values()) {
      Head head = reader.head(language, task.head());
      List<LabelledText> covered = test.stream().filter(task::covers).toList();
      if (covered.isEmpty()) {
        continue;
      }
      List<Answered> answers = answers(language, task, covered);
      Interval macro = Measure.MACRO_F1.of(answers);
      Interval error = SaidProbability.calibrationError(said(language, task, covered));
      Interval ofGiven = SaidProbability.calibrationError(saidOfGiven(language, task, covered));
      table.row(
          language,
          task.head(),
          covered.size(),
          macro,
          verdict(macro.value() >= AIM),
          error,
          verdict(error.value() <= MOST_ERROR),
          ofGiven,
          verdict(ofGiven.value() <= MOST_ERROR),
          head.kind() == Kind.ANY_OF
              ? "–"
              : Interval.ofShare(
                  (int) answers.stream().filter(answer -> !answer.isAnswered()).count(),
                  answers.size()),
          falseAlarms(head, covered, answers));
    }
  }

  private static String verdict(boolean reached) {
    return reached ? "yes" : "**no**";
  }

  private static Interval falseAlarms(Head head, List<LabelledText> texts, List<Answered> answers) {
    int lookAlikes = 0;
    int alarms = 0;
    for (int row = 0; row < texts.size(); row++) {
      for (int label = 0; label < head.labels().size(); label++) {
        if (texts.get(row).hardNegativeFor().contains(head.labels().get(label))) {
          lookAlikes++;
          alarms += answers.get(row).given().get(label) ? 1 : 0;
        }
      }
    }
    return Interval.ofShare(alarms, lookAlikes);
  }

  /** Precision, recall and F1 of every label. */
  MarkdownTable labels(String language, List<LabelledText> test) {
    MarkdownTable table =
        new MarkdownTable("head", "label", "sentences", "precision", "recall", "F1");
    for (HeadTask task : HeadTask.values()) {
      Head head = reader.head(language, task.head());
      List<LabelledText> covered = test.stream().filter(task::covers).toList();
      List<Answered> answers = answers(language, task, covered);
      double[] sums = new double[3 * head.labels().size()];
      Measure.sums(answers).forEach(group -> Bootstrap.add(sums, group));
      for (int label = 0; label < head.labels().size(); label++) {
        int hits = (int) sums[3 * label];
        int wrong = (int) sums[3 * label + 1];
        int missed = (int) sums[3 * label + 2];
        if (hits + missed > 0) {
          table.row(
              task.head(),
              head.labels().get(label),
              hits + missed,
              Interval.ofShare(hits, hits + wrong),
              Interval.ofShare(hits, hits + missed),
              Measure.f1(answers, label));
        }
      }
    }
    return table;
  }

  /** Per tenth of probability: what was said and what held. */
  MarkdownTable reliability(String language, List<LabelledText> test) {
    Map<String, List<Bin>> byHead = new LinkedHashMap<>();
    for (HeadTask task : HeadTask.values()) {
      byHead.put(
          task.head(),
          SaidProbability.bins(said(language, task, test.stream().filter(task::covers).toList()))
              .bins());
    }
    List<String> header = new ArrayList<>(List.of("said"));
    header.addAll(byHead.keySet());
    MarkdownTable table = new MarkdownTable(header.toArray(String[]::new));
    for (int bin = 0; bin < 10; bin++) {
      List<Object> cells = new ArrayList<>();
      cells.add(String.format(Locale.ROOT, "%.1f to %.1f", bin / 10.0, (bin + 1) / 10.0));
      for (List<Bin> bins : byHead.values()) {
        Bin each = bins.get(bin);
        cells.add(
            each.count() == 0
                ? "–"
                : String.format(
                    Locale.ROOT, "%.2f → %.2f (%,d)", each.predicted(), each.held(), each.count()));
      }
      table.row(cells.toArray());
    }
    return table;
  }

  private List<SaidProbability> said(String language, HeadTask task, List<LabelledText> texts) {
    Head head = reader.head(language, task.head());
    List<SaidProbability> said = new ArrayList<>();
    for (LabelledText text : texts) {
      float[] probabilities = reader.probabilities(language, task.head(), text.text());
      List<String> truth = task.labelsOf(text);
      int best = Answered.best(probabilities);
      for (int label = 0; label < probabilities.length; label++) {
        if (head.kind() == Kind.ANY_OF || label == best) {
          said.add(
              new SaidProbability(
                  text.scenario(), probabilities[label], truth.contains(head.labels().get(label))));
        }
      }
    }
    return said;
  }

  /** Only of labels that calls get: among independent ones nearly all are far from being given. */
  private List<SaidProbability> saidOfGiven(
      String language, HeadTask task, List<LabelledText> texts) {
    Head head = reader.head(language, task.head());
    List<SaidProbability> said = new ArrayList<>();
    for (LabelledText text : texts) {
      float[] probabilities = reader.probabilities(language, task.head(), text.text());
      List<Boolean> given = Answered.given(head, probabilities);
      for (int label = 0; label < probabilities.length; label++) {
        if (given.get(label)) {
          said.add(
              new SaidProbability(
                  text.scenario(),
                  probabilities[label],
                  task.labelsOf(text).contains(head.labels().get(label))));
        }
      }
    }
    return said;
  }

  /** What is given where a brush-off or a later time is meant: the hard pair. */
  MarkdownTable confusion(String language, List<LabelledText> test, String left, String right) {
    HeadTask task = HeadTask.OBJECTION;
    Head head = reader.head(language, task.head());
    int leftLabel = head.labels().indexOf(left);
    int rightLabel = head.labels().indexOf(right);
    int[][] cells = new int[3][4];
    for (LabelledText text : test) {
      if (!task.covers(text)) {
        continue;
      }
      List<Boolean> given =
          Answered.given(head, reader.probabilities(language, task.head(), text.text()));
      boolean isLeft = text.objections().contains(left);
      boolean isRight = text.objections().contains(right);
      if (!(isLeft && isRight)) {
        int column = (given.get(leftLabel) ? 1 : 0) + (given.get(rightLabel) ? 2 : 0);
        cells[isLeft ? 0 : isRight ? 1 : 2][column]++;
      }
    }
    MarkdownTable table = new MarkdownTable("it is ↓, given →", left, right, "both", "neither");
    String[] names = {left, right, "neither"};
    for (int row = 0; row < 3; row++) {
      table.row(names[row], cells[row][1], cells[row][2], cells[row][3], cells[row][0]);
    }
    return table;
  }

  /** Valence by the likeliest label, and by other ways to tell it. */
  MarkdownTable besideOthers(String language, List<LabelledText> test, List<Valence> others) {
    HeadTask task = HeadTask.SENTIMENT;
    List<LabelledText> covered = test.stream().filter(task::covers).toList();
    List<String> labels = reader.head(language, task.head()).labels();
    MarkdownTable table = new MarkdownTable("who", "macro-F1", "macro recall");
    addRow(
        table,
        reader.bundle(language).name(),
        valence(
            labels,
            covered,
            text -> labels.get(Answered.best(reader.probabilities(language, task.head(), text)))));
    for (Valence other : others) {
      addRow(table, other.name(), valence(labels, covered, other::of));
    }
    return table;
  }

  private static void addRow(MarkdownTable table, String name, List<Answered> answers) {
    table.row(name, Measure.MACRO_F1.of(answers), Measure.MACRO_RECALL.of(answers));
  }

  private static List<Answered> valence(
      List<String> labels, List<LabelledText> texts, UnaryOperator<String> valence) {
    return texts.stream()
        .map(
            text ->
                new Answered(
                    text.scenario(),
                    Answered.among(labels, List.of(text.sentiment())),
                    Answered.among(labels, List.of(valence.apply(text.text())))))
        .toList();
  }

  /** Answers from thresholds on, as calls get them. */
  List<Answered> answers(String language, HeadTask task, List<LabelledText> texts) {
    Head head = reader.head(language, task.head());
    return texts.stream()
        .map(
            text ->
                new Answered(
                    text.scenario(),
                    Answered.among(head.labels(), task.labelsOf(text)),
                    Answered.given(head, reader.probabilities(language, task.head(), text.text()))))
        .toList();
  }
}
