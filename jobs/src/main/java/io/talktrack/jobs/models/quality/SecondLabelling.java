package io.talktrack.jobs.models.quality;

import static java.util.stream.Collectors.toMap;

import io.talktrack.jobs.models.HeadTask;
import io.talktrack.model.Head.Kind;
import io.talktrack.sentiment.LabelledText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * How far a second labelling, made without sight of the first, agrees with it: Cohen's kappa
 * (1960), which is 0 for chance and 1 for the same labels throughout.
 */
final class SecondLabelling {
  private final Map<String, LabelledText> first;

  SecondLabelling(List<LabelledText> first) {
    this.first =
        first.stream().collect(toMap(LabelledText::text, Function.identity(), (a, b) -> a));
  }

  /** A row per label, and one per head whose labels exclude each other. */
  void add(String language, List<LabelledText> second, MarkdownTable table) {
    for (HeadTask task : HeadTask.values()) {
      List<LabelledText> both =
          second.stream()
              .filter(text -> first.containsKey(text.text()))
              .filter(text -> task.covers(text) && task.covers(first.get(text.text())))
              .toList();
      if (task.kind() == Kind.ONE_OF) {
        row(table, language, task.head(), "all", both, task::labelsOf);
      }
      for (String label : task.labels()) {
        row(
            table,
            language,
            task.head(),
            label,
            both,
            text -> List.of(Boolean.toString(task.labelsOf(text).contains(label))));
      }
    }
  }

  private void row(
      MarkdownTable table,
      String language,
      String head,
      String label,
      List<LabelledText> both,
      Function<LabelledText, List<String>> answer) {
    List<String> one =
        both.stream().map(text -> answer.apply(first.get(text.text())).get(0)).toList();
    List<String> other = both.stream().map(text -> answer.apply(text).get(0)).toList();
    table.row(
        language, head, label, both.size(), String.format(Locale.ROOT, "%.2f", kappa(one, other)));
  }

  /** Cohen's kappa; 1 where both said one and the same label throughout. */
  static double kappa(List<String> one, List<String> other) {
    double size = one.size();
    double agreed = 0;
    for (int row = 0; row < one.size(); row++) {
      agreed += one.get(row).equals(other.get(row)) ? 1 : 0;
    }
    double byChance =
        one.stream().distinct().mapToDouble(label -> share(one, label) * share(other, label)).sum();
    return byChance == 1 ? 1 : (agreed / size - byChance) / (1 - byChance);
  }

  private static double share(List<String> labels, String label) {
    return labels.stream().filter(label::equals).count() / (double) labels.size();
  }
}
