package io.talktrack.jobs.models.quality;

import io.talktrack.jobs.models.HeadTask;
import io.talktrack.model.Head;
import io.talktrack.sentiment.LabelledText;
import java.util.List;
import java.util.function.UnaryOperator;

/** Whether the same words read alike when they are written otherwise. */
final class Robustness {
  private final TextReader reader;

  Robustness(TextReader reader) {
    this.reader = reader;
  }

  MarkdownTable disturbed(String language, List<LabelledText> test) {
    MarkdownTable table =
        new MarkdownTable(
            "what is done",
            "head",
            "sentences it changes",
            "same labels",
            "mean difference of probabilities",
            "macro-F1 before",
            "after");
    for (Disturbance disturbance : Disturbance.values()) {
      boolean changes =
          test.stream().anyMatch(text -> !disturbance.apply(text.text()).equals(text.text()));
      if (!changes) {
        continue;
      }
      reader.readAll(language, test.stream().map(text -> disturbance.apply(text.text())).toList());
      for (HeadTask task : HeadTask.values()) {
        addRow(table, disturbance, language, task, test.stream().filter(task::covers).toList());
      }
    }
    return table;
  }

  private void addRow(
      MarkdownTable table,
      Disturbance disturbance,
      String language,
      HeadTask task,
      List<LabelledText> texts) {
    Head head = reader.head(language, task.head());
    Agreement agreement = new Agreement();
    for (LabelledText text : texts) {
      String changed = disturbance.apply(text.text());
      if (!changed.equals(text.text())) {
        agreement.add(
            head,
            reader.probabilities(language, task.head(), text.text()),
            head,
            reader.probabilities(language, task.head(), changed));
      }
    }
    if (agreement.pairs() > 0) {
      table.row(
          disturbance.title(),
          task.head(),
          agreement.pairs(),
          agreement.sameLabels(),
          agreement.meanDifference(),
          macro(task, head, language, texts, UnaryOperator.identity()),
          macro(task, head, language, texts, disturbance::apply));
    }
  }

  private Interval macro(
      HeadTask task,
      Head head,
      String language,
      List<LabelledText> texts,
      UnaryOperator<String> change) {
    return Measure.MACRO_F1.of(
        texts.stream()
            .map(
                text ->
                    new Answered(
                        text.scenario(),
                        Answered.among(head.labels(), task.labelsOf(text)),
                        Answered.given(
                            head,
                            reader.probabilities(
                                language, task.head(), change.apply(text.text())))))
            .toList());
  }
}
