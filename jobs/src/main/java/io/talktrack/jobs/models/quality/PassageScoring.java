package io.talktrack.jobs.models.quality;

import static io.talktrack.call.Speaker.CUSTOMER;
import static io.talktrack.call.Speaker.REP;

import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import io.talktrack.objection.Answers;
import io.talktrack.objection.ObjectionThresholds;
import io.talktrack.playbook.Playbook;
import io.talktrack.playbook.PlaybookCall;
import io.talktrack.playbook.PlaybookScore;
import io.talktrack.playbook.PlaybookScoring;
import io.talktrack.sentiment.TextLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Scores passages by a playbook where nobody knows who said them: each is the rep's, and the
 * customer's as well where objections are looked for.
 */
final class PassageScoring {
  private static final long MILLIS_PER_WORD = 400;

  private final String language;
  private final PlaybookScoring scoring;
  private final Function<String, float[]> embedding;
  private final Function<String, TextLabels> labels;
  private final ObjectionThresholds thresholds;

  PassageScoring(
      Playbook playbook,
      String language,
      Function<String, float[]> embedding,
      Function<String, TextLabels> labels,
      ObjectionThresholds thresholds) {
    this.language = language;
    this.scoring = PlaybookScoring.fit(playbook, language, embedding, playbook.version());
    this.embedding = embedding;
    this.labels = labels;
    this.thresholds = thresholds;
  }

  /** By a reader, which has to read the passages before they are scored. */
  static PassageScoring by(TextReader reader, Playbook playbook, String language) {
    reader.readAll(language, PlaybookScoring.lines(playbook, language));
    return new PassageScoring(
        playbook,
        language,
        text -> reader.embedding(language, text),
        text -> reader.labels(language, text),
        reader.thresholds(language));
  }

  /** Whether the playbook has lines in the language; where not, every criterion abstains. */
  boolean isWritten() {
    return scoring.isWritten();
  }

  /**
   * A score per criterion, in the playbook's order.
   *
   * @param words how many each passage has, by which it is timed
   */
  List<PlaybookScore> scores(String call, List<String> passages, List<Integer> words) {
    Map<Integer, TextLabels> labelled = new TreeMap<>();
    Map<Integer, float[]> embedded = new TreeMap<>();
    for (int no = 0; no < passages.size(); no++) {
      labelled.put(no, labels.apply(passages.get(no)));
      embedded.put(no, embedding.apply(passages.get(no)));
    }
    return scoring
        .score(
            PlaybookCall.of(
                turns(call, REP, passages, words),
                labelled,
                embedded,
                Answers.of(
                    turns(call, CUSTOMER, passages, words),
                    labelled,
                    Map.of(language, thresholds),
                    "measured")))
        .scores();
  }

  private List<Turn> turns(
      String call, Speaker speaker, List<String> passages, List<Integer> words) {
    List<Turn> turns = new ArrayList<>();
    long now = 0;
    for (int no = 0; no < passages.size(); no++) {
      long end = now + words.get(no) * MILLIS_PER_WORD;
      turns.add(Turn.madeUp(call, no, speaker, now, end, language, passages.get(no)));
      now = end;
    }
    return turns;
  }
}
