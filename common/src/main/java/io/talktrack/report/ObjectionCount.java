package io.talktrack.report;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;

import io.talktrack.call.Source;
import io.talktrack.objection.ObjectionType;
import io.talktrack.report.page.ObjectionView;
import java.util.List;
import java.util.TreeMap;

/** How often one type of objection was raised, addressed and resolved, with examples on calls. */
record ObjectionCount(
    ObjectionType type, int raised, int addressed, int resolved, List<ObjectionView> examples) {
  private static final int EXAMPLES = 3;

  /** The types that were raised at all, the most frequent first. */
  static List<ObjectionCount> of(List<ObjectionView> objections) {
    return objections.stream()
        .collect(
            groupingBy(ObjectionView::type, TreeMap::new, java.util.stream.Collectors.toList()))
        .entrySet()
        .stream()
        .map(entry -> count(entry.getKey(), entry.getValue()))
        .sorted(comparingInt(ObjectionCount::raised).reversed())
        .toList();
  }

  private static ObjectionCount count(ObjectionType type, List<ObjectionView> objections) {
    return new ObjectionCount(
        type,
        objections.size(),
        (int) objections.stream().filter(o -> Boolean.TRUE.equals(o.isAddressed())).count(),
        (int) objections.stream().filter(o -> Boolean.TRUE.equals(o.isResolved())).count(),
        objections.stream().filter(o -> o.source() == Source.CALL).limit(EXAMPLES).toList());
  }
}
