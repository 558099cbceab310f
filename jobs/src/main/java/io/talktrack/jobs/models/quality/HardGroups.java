package io.talktrack.jobs.models.quality;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.talktrack.jobs.models.HeadTask;
import io.talktrack.model.Head;
import io.talktrack.sentiment.GroupedText;
import io.talktrack.sentiment.LabelledText;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** The bundles on kinds of sentences that are hard, each kind by itself. */
final class HardGroups {
  private final TextReader reader;

  HardGroups(TextReader reader) {
    this.reader = reader;
  }

  /** A row per kind; a kind that was misheard has a second one, of what had been said. */
  void addRows(MarkdownTable table, String language, List<GroupedText> texts) {
    reader.readAll(language, texts.stream().map(text -> text.labelled().text()).toList());
    reader.readAll(
        language, texts.stream().map(GroupedText::asSaid).filter(Objects::nonNull).toList());
    texts.stream()
        .collect(groupingBy(GroupedText::group, TreeMap::new, toList()))
        .forEach(
            (group, own) -> {
              row(table, language, group, own, text -> text.labelled().text());
              if (own.stream().anyMatch(text -> text.asSaid() != null)) {
                row(table, language, group + ", as said", own, HardGroups::said);
              }
            });
  }

  private static String said(GroupedText text) {
    return text.asSaid() == null ? text.labelled().text() : text.asSaid();
  }

  private void row(
      MarkdownTable table,
      String language,
      String group,
      List<GroupedText> texts,
      Function<GroupedText, String> text) {
    table.row(
        language,
        group,
        texts.size(),
        right(HeadTask.SENTIMENT, language, texts, text),
        right(HeadTask.DEAL_SENTIMENT, language, texts, text),
        found(language, texts, text, true),
        found(language, texts, text, false),
        right(HeadTask.STAGE, language, texts, text));
  }

  private Interval right(
      HeadTask task, String language, List<GroupedText> texts, Function<GroupedText, String> text) {
    Head head = reader.head(language, task.head());
    List<GroupedText> covered = texts.stream().filter(one -> task.covers(one.labelled())).toList();
    return Interval.ofShare(
        (int)
            covered.stream()
                .filter(
                    one ->
                        Answered.isRight(
                            task,
                            head,
                            reader.probabilities(language, task.head(), text.apply(one)),
                            one.labelled()))
                .count(),
        covered.size());
  }

  /** Of the objections that hold the share that is given, or of the given ones that which holds. */
  private Interval found(
      String language,
      List<GroupedText> texts,
      Function<GroupedText, String> text,
      boolean ofThoseThatHold) {
    HeadTask task = HeadTask.OBJECTION;
    Head head = reader.head(language, task.head());
    int hits = 0;
    int all = 0;
    for (GroupedText one : texts) {
      LabelledText labelled = one.labelled();
      if (task.covers(labelled)) {
        List<Boolean> given =
            Answered.given(head, reader.probabilities(language, task.head(), text.apply(one)));
        List<Boolean> truth = Answered.among(head.labels(), labelled.objections());
        for (int label = 0; label < truth.size(); label++) {
          hits += given.get(label) && truth.get(label) ? 1 : 0;
          all += (ofThoseThatHold ? truth : given).get(label) ? 1 : 0;
        }
      }
    }
    return Interval.ofShare(hits, all);
  }
}
