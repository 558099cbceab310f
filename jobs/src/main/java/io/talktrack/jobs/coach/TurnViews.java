package io.talktrack.jobs.coach;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import io.talktrack.objection.Objection;
import io.talktrack.objection.ObjectionType;
import io.talktrack.report.page.SpanMark;
import io.talktrack.report.page.TurnView;
import io.talktrack.sentiment.Sentiment;
import io.talktrack.sentiment.TextLabels;
import java.util.List;
import java.util.Map;

/** The transcript as the call's page shows it. */
final class TurnViews {
  private static final double SENTIMENT_SCALE = 5;

  // as where a playbook asks whether a stage was reached
  private static final double STAGE_SURE = 0.5;
  private static final String NO_STAGE = "NONE";

  static List<TurnView> of(ReportedCall call, Names names) {
    Map<Integer, String> speakers = SpeakerNames.of(call.turns().values(), names);
    Map<Integer, List<SpanMark>> marks = SpanMarks.of(call, names);
    Map<Integer, List<ObjectionType>> objections =
        call.objections().stream()
            .collect(groupingBy(Objection::unitNo, mapping(Objection::type, toList())));
    return call.turns().values().stream()
        .map(
            turn ->
                view(
                    turn,
                    speakers.get(turn.speakerNo()),
                    call.labels().get(turn.turnNo()),
                    objections.getOrDefault(turn.turnNo(), List.of()),
                    marks.getOrDefault(turn.turnNo(), List.of())))
        .toList();
  }

  private static TurnView view(
      Turn turn,
      String speaker,
      TextLabels labels,
      List<ObjectionType> objections,
      List<SpanMark> marks) {
    // the heads are taught how customers feel and what reps are doing, not the other way round
    TextLabels mood = turn.speaker() == Speaker.CUSTOMER ? labels : null;
    return new TurnView(
        turn.turnNo(),
        turn.speaker(),
        speaker,
        turn.startMillis(),
        turn.endMillis(),
        turn.text(),
        mood == null || mood.sentiment() == null ? null : Sentiment.valueOf(mood.sentiment()),
        mood == null
            ? null
            : SENTIMENT_SCALE * (mood.sentimentPositive() - mood.sentimentNegative()),
        turn.speaker() == Speaker.REP ? stage(labels) : null,
        objections.stream().sorted().distinct().toList(),
        marks);
  }

  private static String stage(TextLabels labels) {
    return labels == null
            || labels.stage() == null
            || labels.stage().equals(NO_STAGE)
            || labels.stageProbability() < STAGE_SURE
        ? null
        : labels.stage();
  }

  private TurnViews() {}
}
