package io.talktrack.jobs.coach;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import io.talktrack.objection.Objection;
import io.talktrack.objection.ObjectionType;
import io.talktrack.report.page.LabelKind;
import io.talktrack.report.page.LabelWords;
import io.talktrack.report.page.SpanMark;
import io.talktrack.report.page.TurnView;
import io.talktrack.sentiment.Sentiment;
import io.talktrack.sentiment.TextLabels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
    String stage = turn.speaker() == Speaker.REP ? stage(labels) : null;
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
        stage,
        objections.stream().sorted().distinct().toList(),
        marks,
        mood != null ? ofMood(turn, mood) : stage != null ? ofStage(turn, labels) : List.of());
  }

  private static List<LabelWords> ofMood(Turn turn, TextLabels labels) {
    return Stream.of(
            words(turn, labels, LabelKind.SENTIMENT, "sentiment", labels.sentiment()),
            words(turn, labels, LabelKind.DEAL_SENTIMENT, "deal_sentiment", labels.dealSentiment()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<LabelWords> ofStage(Turn turn, TextLabels labels) {
    return words(turn, labels, LabelKind.STAGE, "stage", labels.stage()).stream().toList();
  }

  private static Optional<LabelWords> words(
      Turn turn, TextLabels labels, LabelKind kind, String head, String label) {
    return labels
        .carrying(head, label)
        .map(
            span ->
                new LabelWords(
                    kind, label, CodePoints.between(turn.text(), span.start(), span.end())));
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
