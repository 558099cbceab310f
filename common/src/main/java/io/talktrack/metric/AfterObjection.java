package io.talktrack.metric;

import io.talktrack.objection.Objection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** How reps answer objections; a turn that raises several counts once. */
final class AfterObjection {
  static Reading response(List<Objection> objections) {
    return mean(objections, Objection::responseLatencyMillis);
  }

  static Reading monologue(List<Objection> objections) {
    return mean(objections, Objection::responseMillis);
  }

  private static Reading mean(List<Objection> objections, Function<Objection, Long> millis) {
    if (objections.isEmpty()) {
      return Reading.unavailable("no objection on this call");
    }

    List<Long> known =
        onePerTurn(objections).stream().map(millis).filter(Objects::nonNull).toList();
    return known.isEmpty()
        ? Reading.unavailable("no objection has an answer with times")
        : Reading.meanSeconds(known.stream().mapToLong(Long::longValue).sum(), known.size());
  }

  private static Collection<Objection> onePerTurn(List<Objection> objections) {
    Map<Integer, Objection> byTurn = new TreeMap<>();
    objections.forEach(objection -> byTurn.putIfAbsent(objection.unitNo(), objection));
    return byTurn.values();
  }

  private AfterObjection() {}
}
