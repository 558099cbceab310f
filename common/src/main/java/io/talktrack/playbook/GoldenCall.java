package io.talktrack.playbook;

import static java.lang.Character.UnicodeScript.HAN;

import io.talktrack.call.Source;
import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import io.talktrack.objection.Objection;
import io.talktrack.objection.ObjectionType;
import io.talktrack.objection.Stance;
import io.talktrack.sentiment.TextLabels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A short made-up call with the outcomes that a playbook should give it: the playbook's unit test.
 *
 * @param expected outcome by criterion; criteria that are not listed are not tested
 */
public record GoldenCall(
    String playbook,
    String language,
    List<Line> lines,
    SortedMap<String, CriterionOutcome> expected) {
  private static final LocalDate ANY_DAY = LocalDate.EPOCH;
  private static final long MILLIS_PER_WORD = 400;
  private static final long MILLIS_PER_HAN_CHARACTER = 250;

  public GoldenCall {
    lines = List.copyOf(lines);
    expected = Collections.unmodifiableSortedMap(new TreeMap<>(expected));
  }

  /** One turn. Stage and objection are what the heads would say of it, null for nothing. */
  public record Line(Speaker speaker, String text, CallStage stage, ObjectionType objection) {}

  /** Where the playbook does not do what was expected. */
  public record Difference(
      String criterion, CriterionOutcome expected, CriterionOutcome actual, String reason) {}

  /** The criteria whose outcome is not the expected one. */
  public List<Difference> differences(
      PlaybookScoring scoring, Function<String, float[]> embedding) {
    List<Difference> differences = new ArrayList<>();
    for (PlaybookScore score : scoring.score(call(embedding)).scores()) {
      CriterionOutcome wanted = expected.get(score.criterion());
      CriterionOutcome actual = CriterionOutcome.valueOf(score.outcome());
      if (wanted != null && wanted != actual) {
        differences.add(new Difference(score.criterion(), wanted, actual, score.reason()));
      }
    }
    return differences;
  }

  /** The call as if it had been recorded, spoken at 150 words or 240 characters a minute. */
  public PlaybookCall call(Function<String, float[]> embedding) {
    List<Turn> turns = new ArrayList<>();
    Map<Integer, TextLabels> labels = new HashMap<>();
    Map<Integer, float[]> embeddings = new HashMap<>();
    List<Objection> objections = new ArrayList<>();
    long now = 0;
    for (int no = 0; no < lines.size(); no++) {
      Line line = lines.get(no);
      long end = now + millis(line.text);
      turns.add(Turn.madeUp(playbook, no, line.speaker, now, end, language, line.text));
      embeddings.put(no, embedding.apply(line.text));
      if (line.stage != null) {
        labels.put(no, labels(line.stage));
      }

      if (line.objection != null) {
        objections.add(objection(no, line));
      }
      now = end;
    }
    return PlaybookCall.of(turns, labels, embeddings, objections);
  }

  private static TextLabels labels(CallStage stage) {
    return new TextLabels(null, 0, 1, 0, null, 0, 1, 0, stage.name(), 1, List.of());
  }

  private Objection objection(int no, Line line) {
    return new Objection(
        "golden-" + no,
        Source.CALL,
        playbook,
        ANY_DAY,
        no,
        0,
        line.text.codePointCount(0, line.text.length()),
        line.objection,
        1,
        Stance.OBJECTION,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        "golden",
        "golden");
  }

  private static long millis(String text) {
    long han = text.codePoints().filter(p -> Character.UnicodeScript.of(p) == HAN).count();
    return han > 0
        ? han * MILLIS_PER_HAN_CHARACTER
        : text.split("\\s+", -1).length * MILLIS_PER_WORD;
  }
}
