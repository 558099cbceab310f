package io.talktrack.jobs.models.quality;

import io.talktrack.jobs.models.HeadTask;
import io.talktrack.model.Head;
import io.talktrack.sentiment.LabelledText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether the same thing said in English and in Chinese is labelled alike. */
final class Parity {
  private final TextReader reader;

  Parity(TextReader reader) {
    this.reader = reader;
  }

  /** A sentence and its translation. */
  private record Pair(LabelledText english, LabelledText chinese) {}

  /**
   * @param texts two of each scenario, one in each language
   */
  MarkdownTable table(List<LabelledText> texts) {
    for (String language : List.of("en", "zh")) {
      reader.readAll(
          language,
          texts.stream()
              .filter(text -> text.language().equals(language))
              .map(LabelledText::text)
              .toList());
    }
    List<Pair> pairs = pairs(texts);
    MarkdownTable table =
        new MarkdownTable(
            "head",
            "pairs",
            "same labels in both",
            "mean difference of probabilities",
            "all labels right in English",
            "in Chinese",
            "English less Chinese");
    for (HeadTask task : HeadTask.values()) {
      addRow(table, task, pairs.stream().filter(pair -> task.covers(pair.english())).toList());
    }
    return table;
  }

  private static List<Pair> pairs(List<LabelledText> texts) {
    Map<String, LabelledText> english = new TreeMap<>();
    texts.stream()
        .filter(text -> text.language().equals("en"))
        .forEach(text -> english.put(text.scenario(), text));
    List<Pair> pairs = new ArrayList<>();
    for (LabelledText text : texts) {
      if (text.language().equals("zh") && english.containsKey(text.scenario())) {
        pairs.add(new Pair(english.get(text.scenario()), text));
      }
    }
    return pairs;
  }

  private void addRow(MarkdownTable table, HeadTask task, List<Pair> pairs) {
    Head english = reader.head("en", task.head());
    Head chinese = reader.head("zh", task.head());
    Agreement agreement = new Agreement();
    List<double[]> right = new ArrayList<>();
    for (Pair pair : pairs) {
      float[] inEnglish = reader.probabilities("en", task.head(), pair.english().text());
      float[] inChinese = reader.probabilities("zh", task.head(), pair.chinese().text());
      agreement.add(english, inEnglish, chinese, inChinese);
      right.add(
          new double[] {
            Answered.isRight(task, english, inEnglish, pair.english()) ? 1 : 0,
            Answered.isRight(task, chinese, inChinese, pair.chinese()) ? 1 : 0,
            1
          });
    }
    if (!pairs.isEmpty()) {
      table.row(
          task.head(),
          pairs.size(),
          agreement.sameLabels(),
          agreement.meanDifference(),
          share(right, 0),
          share(right, 1),
          Bootstrap.of(right, sums -> (sums[0] - sums[1]) / sums[2]));
    }
  }

  private static Interval share(List<double[]> right, int language) {
    return Interval.ofShare(
        (int) right.stream().mapToDouble(pair -> pair[language]).sum(), right.size());
  }
}
