package io.talktrack.jobs.coach;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.talktrack.call.Call;
import io.talktrack.call.CallLink;
import io.talktrack.call.Source;
import io.talktrack.call.Turn;
import io.talktrack.metric.CallMetric;
import io.talktrack.objection.Objection;
import io.talktrack.playbook.PlaybookEvidence;
import io.talktrack.playbook.PlaybookScore;
import io.talktrack.sentiment.TextLabels;
import io.talktrack.sentiment.TurnLabel;
import io.talktrack.tracker.KeyPhrase;
import io.talktrack.tracker.TrackerHit;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One call and all that was found on it.
 *
 * @param startedAt in the company's time zone
 * @param link null where nothing links it
 * @param turns by number
 * @param labels by turn number, of the turns that could be scored
 * @param scores on one playbook
 */
record ReportedCall(
    Call call,
    LocalDateTime startedAt,
    CallLink link,
    SortedMap<Integer, Turn> turns,
    Map<Integer, TextLabels> labels,
    List<CallMetric> metrics,
    List<Objection> objections,
    List<PlaybookScore> scores,
    List<PlaybookEvidence> evidence,
    List<TrackerHit> trackerHits,
    List<KeyPhrase> keyPhrases) {

  /** Every call, the newest first. */
  static List<ReportedCall> all(ReportInput input, ZoneId zone, String playbook) {
    Map<String, CallLink> links =
        input.links().stream()
            .filter(link -> link.source() == Source.CALL)
            .collect(toMap(CallLink::sourceId, Function.identity()));
    Map<String, List<Turn>> turns = by(input.turns(), Turn::callId);
    Map<String, List<TurnLabel>> labels = by(input.labels(), TurnLabel::callId);
    Map<String, List<CallMetric>> metrics = by(input.metrics(), CallMetric::callId);
    Map<String, List<Objection>> objections =
        by(
            input.objections().stream().filter(one -> one.source() == Source.CALL).toList(),
            Objection::sourceId);
    Map<String, List<PlaybookScore>> scores =
        by(
            input.scores().stream().filter(score -> score.playbook().equals(playbook)).toList(),
            PlaybookScore::callId);
    Map<String, List<PlaybookEvidence>> evidence =
        by(
            input.evidence().stream().filter(span -> span.playbook().equals(playbook)).toList(),
            PlaybookEvidence::callId);
    Map<String, List<TrackerHit>> trackerHits =
        by(
            input.trackerHits().stream().filter(hit -> hit.source() == Source.CALL).toList(),
            TrackerHit::sourceId);
    Map<String, List<KeyPhrase>> keyPhrases = by(input.keyPhrases(), KeyPhrase::callId);
    return input.calls().stream()
        .sorted(comparing(Call::startedAt).reversed().thenComparing(Call::callId))
        .map(
            call ->
                new ReportedCall(
                    call,
                    LocalDateTime.ofInstant(call.startedAt(), zone),
                    links.get(call.callId()),
                    byNumber(turns.getOrDefault(call.callId(), List.of())),
                    scored(labels.getOrDefault(call.callId(), List.of())),
                    metrics.getOrDefault(call.callId(), List.of()),
                    objections.getOrDefault(call.callId(), List.of()),
                    scores.getOrDefault(call.callId(), List.of()),
                    evidence.getOrDefault(call.callId(), List.of()),
                    trackerHits.getOrDefault(call.callId(), List.of()),
                    keyPhrases.getOrDefault(call.callId(), List.of())))
        .toList();
  }

  /** The words of a stretch of turns, its ends in code points of the first and the last one. */
  String quote(int firstTurn, int lastTurn, int start, int end) {
    if (firstTurn == lastTurn) {
      return CodePoints.between(turns.get(firstTurn).text(), start, end);
    }

    StringBuilder words = new StringBuilder(CodePoints.from(turns.get(firstTurn).text(), start));
    turns
        .subMap(firstTurn + 1, lastTurn)
        .values()
        .forEach(turn -> words.append(' ').append(turn.text()));
    return words
        .append(' ')
        .append(CodePoints.between(turns.get(lastTurn).text(), 0, end))
        .toString();
  }

  private static <T> Map<String, List<T>> by(List<T> rows, Function<T, String> callId) {
    return rows.stream().collect(groupingBy(callId));
  }

  private static SortedMap<Integer, Turn> byNumber(List<Turn> turns) {
    SortedMap<Integer, Turn> byNumber = new TreeMap<>();
    turns.forEach(turn -> byNumber.put(turn.turnNo(), turn));
    return byNumber;
  }

  private static Map<Integer, TextLabels> scored(List<TurnLabel> labels) {
    return labels.stream()
        .filter(label -> label.labels() != null)
        .collect(toMap(TurnLabel::turnNo, TurnLabel::labels));
  }
}
