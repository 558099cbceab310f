package io.talktrack.jobs.models.quality;

import static java.util.stream.Collectors.toMap;

import io.talktrack.jobs.models.HeadTask;
import io.talktrack.model.Head.Kind;
import io.talktrack.sentiment.LabelledText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
    List<String> scenarios = both.stream().map(LabelledText::scenario).toList();
    table.row(language, head, label, both.size(), kappa(scenarios, one, other));
  }

  /** Cohen's kappa; 1 where both said one and the same label throughout. */
  static double kappa(List<String> one, List<String> other) {
    return ofSums(
        sums(Collections.nCopies(one.size(), ""), one, other).getOrDefault("", new double[2]));
  }

  /**
   * The same with its interval.
   *
   * @param groups what each is part of; groups are independent of each other
   */
  static Interval kappa(List<String> groups, List<String> one, List<String> other) {
    return Bootstrap.of(sums(groups, one, other).values(), SecondLabelling::ofSums);
  }

  /** Per group what {@link #ofSums} takes. */
  private static Map<String, double[]> sums(
      List<String> groups, List<String> one, List<String> other) {
    List<String> labels = new ArrayList<>(new LinkedHashSet<>(one));
    Map<String, double[]> sums = new LinkedHashMap<>();
    for (int row = 0; row < one.size(); row++) {
      double[] sum =
          sums.computeIfAbsent(groups.get(row), none -> new double[2 + 2 * labels.size()]);
      sum[0]++;
      sum[1] += one.get(row).equals(other.get(row)) ? 1 : 0;
      for (int label = 0; label < labels.size(); label++) {
        sum[2 + 2 * label] += labels.get(label).equals(one.get(row)) ? 1 : 0;
        sum[3 + 2 * label] += labels.get(label).equals(other.get(row)) ? 1 : 0;
      }
    }
    return sums;
  }

  /** Of how many there are, on how many both agreed, and how often each gave each label. */
  private static double ofSums(double[] sums) {
    double byChance = 0;
    for (int place = 2; place < sums.length; place += 2) {
      byChance += sums[place] / sums[0] * (sums[place + 1] / sums[0]);
    }
    return byChance == 1 ? 1 : (sums[1] / sums[0] - byChance) / (1 - byChance);
  }
}
