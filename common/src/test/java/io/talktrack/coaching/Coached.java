package io.talktrack.coaching;

import io.talktrack.call.Turn;
import io.talktrack.metric.CallMetrics;
import io.talktrack.metric.CallSketch;
import io.talktrack.objection.Answers;
import io.talktrack.objection.Objection;
import io.talktrack.objection.ObjectionThresholds;
import io.talktrack.playbook.PlaybookEvidence;
import io.talktrack.playbook.PlaybookScore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Calls with everything that is found on them. */
final class Coached {
  static CoachedCall call(String repId, CallSketch call) {
    return call(repId, call, List.of(), List.of());
  }

  static CoachedCall call(
      String repId, CallSketch call, List<PlaybookScore> scores, List<PlaybookEvidence> evidence) {
    List<Turn> turns = call.turns();
    String callId = turns.isEmpty() ? "c1" : turns.get(0).callId();
    LocalDate day = CallSketch.DAY;
    List<Objection> objections =
        Answers.of(turns, call.labels(), Map.of("en", ObjectionThresholds.same(0.5)), "model-1");
    return new CoachedCall(
        repId,
        callId,
        day,
        null,
        turns,
        CallMetrics.measure(callId, day, null, turns, objections, call.labels(), "source-1"),
        objections,
        scores,
        evidence,
        "source-1");
  }

  static PlaybookScore criterion(
      String criterion, String outcome, Double score, double weight, boolean isCritical) {
    return new PlaybookScore(
        "c1",
        CallSketch.DAY,
        "discovery",
        "DISCOVERY",
        criterion,
        outcome,
        score,
        weight,
        isCritical,
        0.9,
        null,
        "source-1",
        "playbook-1");
  }

  private Coached() {}
}
