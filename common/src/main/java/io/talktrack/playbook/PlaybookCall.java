package io.talktrack.playbook;

import io.talktrack.call.Source;
import io.talktrack.call.Turn;
import io.talktrack.objection.Objection;
import io.talktrack.sentiment.TextLabels;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a playbook needs to know of one call. The order in which things are given means nothing.
 *
 * @param labels by turn number; a turn that was not labelled has none
 * @param embeddings by turn number, of length 1; a turn that was not read has none
 * @param objections those of this call
 */
public record PlaybookCall(
    List<Turn> turns,
    SortedMap<Integer, TextLabels> labels,
    SortedMap<Integer, float[]> embeddings,
    List<Objection> objections) {
  public PlaybookCall {
    if (turns.isEmpty()) {
      throw new IllegalArgumentException("Cannot score a call without turns");
    }
    turns = turns.stream().sorted(Comparator.comparingInt(Turn::turnNo)).toList();
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    embeddings = Collections.unmodifiableSortedMap(new TreeMap<>(embeddings));
    String callId = turns.get(0).callId();
    objections =
        objections.stream()
            .filter(o -> o.source() == Source.CALL && o.sourceId().equals(callId))
            .sorted(Comparator.comparingInt(Objection::unitNo).thenComparing(Objection::type))
            .toList();
  }

  /** The same call from one of its turns on. */
  PlaybookCall from(int turnNo) {
    return new PlaybookCall(
        turns.stream().filter(turn -> turn.turnNo() >= turnNo).toList(),
        labels,
        embeddings,
        objections);
  }

  /** As the canonical constructor, from maps in any order. */
  public static PlaybookCall of(
      List<Turn> turns,
      Map<Integer, TextLabels> labels,
      Map<Integer, float[]> embeddings,
      List<Objection> objections) {
    return new PlaybookCall(turns, new TreeMap<>(labels), new TreeMap<>(embeddings), objections);
  }
}
