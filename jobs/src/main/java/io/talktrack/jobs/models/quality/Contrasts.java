package io.talktrack.jobs.models.quality;

import io.talktrack.inbox.OutsideTexts.OutsideText;
import io.talktrack.model.Head;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** How much oftener something is given to texts with a label of somebody else's than to others. */
final class Contrasts {
  private static final int WITH = 0;
  private static final int OTHERS = 2;

  private final TextReader reader;

  Contrasts(TextReader reader) {
    this.reader = reader;
  }

  String section(Path folder, ContrastedSet set) {
    if (!set.file().isIn(folder)) {
      return set.file().missing(set.name());
    }
    List<OutsideText> texts = set.read(folder);
    reader.readAll(set.language(), texts.stream().map(OutsideText::text).toList());
    int with = (int) texts.stream().filter(set::holds).count();
    MarkdownTable table =
        new MarkdownTable(
            "given",
            "to %,d texts labelled %s".formatted(with, set.is()),
            "to %,d others".formatted(texts.size() - with),
            "difference");
    set.given()
        .forEach(
            (head, label) -> {
              Collection<double[]> counts =
                  counts(texts, set::holds, text -> isGiven(set, head, label, text.text()));
              table.row(
                  "%s %s".formatted(head, label),
                  Bootstrap.of(counts, sums -> share(sums, WITH)),
                  Bootstrap.of(counts, sums -> share(sums, OTHERS)),
                  Bootstrap.of(counts, sums -> share(sums, WITH) - share(sums, OTHERS)));
            });
    return "### %s%n%n%s.%n%n%s%n".formatted(set.name(), set.source(), table);
  }

  private boolean isGiven(ContrastedSet set, String headName, String label, String text) {
    Head head = reader.head(set.language(), headName);
    List<Boolean> given =
        Answered.given(head, reader.probabilities(set.language(), headName, text));
    if (label.equals("any")) {
      return given.contains(true);
    }
    int place = head.labels().indexOf(label);
    if (place < 0) {
      throw new IllegalArgumentException(
          "Cannot measure on %s: head '%s' has no label '%s', only %s. Name one of them, or any, in the description of the sets."
              .formatted(set.name(), headName, label, head.labels()));
    }
    return given.get(place);
  }

  /** Per group: given and all of the texts with the label, given and all of the others. */
  static Collection<double[]> counts(
      List<OutsideText> texts, Predicate<OutsideText> has, Predicate<OutsideText> isGiven) {
    Map<String, double[]> byGroup = new TreeMap<>();
    for (OutsideText text : texts) {
      double[] sums = byGroup.computeIfAbsent(text.group(), none -> new double[4]);
      int place = has.test(text) ? WITH : OTHERS;
      sums[place] += isGiven.test(text) ? 1 : 0;
      sums[place + 1]++;
    }
    return new ArrayList<>(byGroup.values());
  }

  static double share(double[] sums, int place) {
    return sums[place] / sums[place + 1];
  }
}
