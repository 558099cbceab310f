package io.talktrack.jobs.models.quality;

import io.talktrack.inbox.OutsideTexts.OutsideText;
import io.talktrack.jobs.models.quality.OutsideSet.Mark;
import io.talktrack.model.Head;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The bundles on sets that others labelled, beside other ways to tell the same. */
final class OutsideTalk {
  private final TextReader reader;
  private final Map<String, List<Valence>> baselines;

  /**
   * @param baselines per language
   */
  OutsideTalk(TextReader reader, Map<String, List<Valence>> baselines) {
    this.reader = reader;
    this.baselines = baselines;
  }

  String section(Path folder, OutsideSet set) {
    if (!set.file().isIn(folder)) {
      return set.file().missing(set.name());
    }
    List<OutsideText> texts = set.read(folder);
    reader.readAll(set.language(), texts.stream().map(OutsideText::text).toList());
    return "### %s%n%n%s. %,d texts in %,d groups.%n%n%s%n"
        .formatted(
            set.name(),
            set.source(),
            texts.size(),
            texts.stream().map(OutsideText::group).distinct().count(),
            set.isLabelled() ? against(set, texts) : given(set, texts));
  }

  private String against(OutsideSet set, List<OutsideText> texts) {
    MarkdownTable table = new MarkdownTable("who", set.measure().title());
    table.row(
        "**%s**".formatted(reader.bundle(set.language()).name()),
        "**%s**".formatted(set.measure().of(answers(set, texts, text -> winner(set, text)))));
    if (set.head().equals("sentiment")) {
      for (Valence baseline : baselines.get(set.language())) {
        table.row(baseline.name(), set.measure().of(answers(set, texts, baseline::of)));
      }
    }
    for (Mark mark : set.marks()) {
      table.row(mark.name(), String.format(Locale.ROOT, "%.3f", mark.value()));
    }
    return table + "\n" + whenAnswering(set, texts);
  }

  private List<Answered> answers(
      OutsideSet set, List<OutsideText> texts, UnaryOperator<String> label) {
    List<String> labels = reader.head(set.language(), set.head()).labels();
    return texts.stream()
        .map(
            text ->
                new Answered(
                    text.group(),
                    Answered.among(labels, List.of(text.label())),
                    Answered.among(labels, List.of(label.apply(text.text())))))
        .toList();
  }

  private String winner(OutsideSet set, String text) {
    Head head = reader.head(set.language(), set.head());
    return head.labels().get(Answered.best(reader.probabilities(set.language(), set.head(), text)));
  }

  private String whenAnswering(OutsideSet set, List<OutsideText> texts) {
    Head head = reader.head(set.language(), set.head());
    List<SaidProbability> said = new ArrayList<>();
    int answered = 0;
    int right = 0;
    for (OutsideText text : texts) {
      float[] probabilities = reader.probabilities(set.language(), set.head(), text.text());
      int best = Answered.best(probabilities);
      boolean holds = head.labels().get(best).equals(text.label());
      said.add(new SaidProbability(text.group(), probabilities[best], holds));
      if (Answered.given(head, probabilities).contains(true)) {
        answered++;
        right += holds ? 1 : 0;
      }
    }
    return String.format(
        Locale.ROOT,
        "The likeliest label counts above, however unsure. Left to abstain the head answers %.0f %% of the texts and is right in %s of those; calibration error out of its domain %s.%n",
        100.0 * answered / texts.size(),
        Interval.ofShare(right, answered),
        SaidProbability.calibrationError(said));
  }

  /** How often anything is given where nothing should be. */
  private String given(OutsideSet set, List<OutsideText> texts) {
    Head head = reader.head(set.language(), set.head());
    int[] counts = new int[head.labels().size()];
    int any = 0;
    for (OutsideText text : texts) {
      List<Boolean> given =
          Answered.given(head, reader.probabilities(set.language(), set.head(), text.text()));
      any += given.contains(true) ? 1 : 0;
      for (int label = 0; label < counts.length; label++) {
        counts[label] += given.get(label) ? 1 : 0;
      }
    }
    MarkdownTable table = new MarkdownTable("given", "share of texts");
    table.row("any", Interval.ofShare(any, texts.size()));
    for (int label = 0; label < counts.length; label++) {
      if (counts[label] > 0) {
        table.row(head.labels().get(label), Interval.ofShare(counts[label], texts.size()));
      }
    }
    return table.toString();
  }
}
