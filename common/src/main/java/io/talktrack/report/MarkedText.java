package io.talktrack.report;

import static java.util.stream.Collectors.joining;

import io.talktrack.report.page.MarkKind;
import io.talktrack.report.page.SpanMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** A text cut where highlights begin and end, so that overlapping ones can be shown. */
final class MarkedText {
  private MarkedText() {}

  /** A stretch of text under the same marks. */
  record Run(String text, List<SpanMark> marks) {
    boolean isPlain() {
      return marks.isEmpty();
    }

    /** CSS classes: the first kind fills, the others underline. */
    String classes() {
      List<MarkKind> kinds = marks.stream().map(SpanMark::kind).distinct().sorted().toList();
      String fill = "m-" + name(kinds.get(0));
      return kinds.stream()
          .skip(1)
          .map(kind -> " also-" + name(kind))
          .collect(joining("", fill, ""));
    }

    String labels() {
      return marks.stream().map(SpanMark::label).distinct().collect(joining(" · "));
    }

    private static String name(MarkKind kind) {
      return kind.name().toLowerCase(Locale.ROOT);
    }
  }

  static List<Run> runs(String text, List<SpanMark> marks) {
    int length = text.codePointCount(0, text.length());
    TreeSet<Integer> cuts = new TreeSet<>(List.of(0, length));
    for (SpanMark mark : marks) {
      if (mark.end() > length) {
        throw new IllegalArgumentException(
            "Cannot mark [%d, %d) of a turn that has %d code points: is it another version of the text?"
                .formatted(mark.start(), mark.end(), length));
      }

      cuts.add(mark.start());
      cuts.add(mark.end());
    }

    List<Run> runs = new ArrayList<>();
    int from = cuts.first();
    int index = 0;
    for (int to : cuts.tailSet(from, false)) {
      int end = text.offsetByCodePoints(index, to - from);
      runs.add(new Run(text.substring(index, end), covering(marks, from, to)));
      from = to;
      index = end;
    }

    return runs;
  }

  private static List<SpanMark> covering(List<SpanMark> marks, int from, int to) {
    return marks.stream().filter(mark -> mark.start() <= from && mark.end() >= to).toList();
  }
}
