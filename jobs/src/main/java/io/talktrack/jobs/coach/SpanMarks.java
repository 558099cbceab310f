package io.talktrack.jobs.coach;

import static java.util.Comparator.comparingInt;

import io.talktrack.objection.Objection;
import io.talktrack.playbook.PlaybookEvidence;
import io.talktrack.report.page.MarkKind;
import io.talktrack.report.page.SpanMark;
import io.talktrack.tracker.TrackerHit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of a call that are highlighted, and why. */
final class SpanMarks {
  private static final String SEARCHED = "SEARCHED";
  private static final String NEAREST_MISS = "NEAREST_MISS";

  private static final Comparator<SpanMark> ORDER =
      comparingInt(SpanMark::start)
          .thenComparing(SpanMark::end)
          .thenComparing(SpanMark::kind)
          .thenComparing(SpanMark::label);

  private final ReportedCall call;
  private final Map<Integer, List<SpanMark>> byTurn = new HashMap<>();

  private SpanMarks(ReportedCall call) {
    this.call = call;
  }

  /** By turn number; a stretch over several turns marks each of them. */
  static Map<Integer, List<SpanMark>> of(ReportedCall call, Names names) {
    SpanMarks marks = new SpanMarks(call);
    for (Objection objection : call.objections()) {
      marks.add(
          objection.unitNo(),
          objection.start(),
          objection.end(),
          MarkKind.OBJECTION,
          names.objection(objection.type()));
    }

    for (PlaybookEvidence span : call.evidence()) {
      if (!span.kind().equals(SEARCHED)) {
        marks.add(span, names);
      }
    }

    for (TrackerHit hit : call.trackerHits()) {
      if (hit.isHeard()) {
        marks.add(
            hit.unitNo(), hit.start(), hit.end(), MarkKind.TRACKER, names.tracker(hit.tracker()));
      }
    }
    marks.byTurn.values().forEach(ofTurn -> ofTurn.sort(ORDER));
    return marks.byTurn;
  }

  private void add(PlaybookEvidence span, Names names) {
    MarkKind kind = span.kind().equals(NEAREST_MISS) ? MarkKind.NEAREST_MISS : MarkKind.PLAYBOOK;
    String instruction = names.instruction(span.criterion());
    String label = instruction == null ? span.criterion() : instruction;
    for (int turnNo : call.turns().subMap(span.firstTurn(), span.lastTurn() + 1).keySet()) {
      int start = turnNo == span.firstTurn() ? span.start() : 0;
      int end =
          turnNo == span.lastTurn()
              ? span.end()
              : CodePoints.length(call.turns().get(turnNo).text());
      add(turnNo, start, end, kind, label);
    }
  }

  private void add(int turnNo, int start, int end, MarkKind kind, String label) {
    byTurn
        .computeIfAbsent(turnNo, turn -> new ArrayList<>())
        .add(new SpanMark(start, end, kind, label));
  }
}
