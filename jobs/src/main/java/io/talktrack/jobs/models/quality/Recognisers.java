package io.talktrack.jobs.models.quality;

import io.talktrack.inbox.RecognisedWords;
import io.talktrack.inbox.RecognisedWords.HeardWord;
import io.talktrack.jobs.models.HeadTask;
import io.talktrack.jobs.models.quality.WordAlignment.Aligned;
import io.talktrack.model.Head;
import io.talktrack.playbook.Playbook;
import io.talktrack.playbook.PlaybookScore;
import io.talktrack.playbook.PlaybookTotals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/**
 * Whether a call reads alike whoever recognised it: passages of what a person wrote down against
 * the same passages as each recogniser heard them.
 */
final class Recognisers {
  private static final int PASSAGE_WORDS = 12;
  private static final String ENDS = ".?!";

  private final TextReader reader;
  private final Playbook playbook;
  private final TrackerQuality trackers;

  Recognisers(TextReader reader, Playbook playbook, TrackerQuality trackers) {
    this.reader = reader;
    this.playbook = playbook;
    this.trackers = trackers;
  }

  /** One passage as written and as heard. */
  private record Passage(String written, String heard, int words) {}

  /** One call as one recogniser heard it. */
  private record HeardCall(String file, List<Passage> passages, int edits, int words) {
    List<String> written() {
      return passages.stream().map(Passage::written).toList();
    }

    List<String> heard() {
      return passages.stream().map(Passage::heard).toList();
    }
  }

  String section(Path folder, RecognisedCalls calls) {
    if (!calls.isIn(folder)) {
      return "### %s%n%nNot measured: %s is not there.%n%n"
          .formatted(calls.name(), calls.reference());
    }
    MarkdownTable labels =
        new MarkdownTable(
            "recogniser",
            "word errors",
            "passages",
            "head",
            "same labels",
            "mean difference of probabilities");
    MarkdownTable scores =
        new MarkdownTable(
            "call",
            "recogniser",
            "sentiment as written (−5 to 5)",
            "as heard",
            "objections in 100 passages as written",
            "as heard",
            "trackers' hits in 100 passages as written",
            "as heard",
            "playbook's score as written (0 to 1)",
            "as heard");
    MarkdownTable outcomes =
        new MarkdownTable(
            "recogniser",
            "criteria compared",
            "same outcome",
            "met as written",
            "met as heard",
            "met both times, of those met either time");
    PassageScoring scoring = PassageScoring.by(reader, playbook, calls.language());
    SortedMap<String, List<HeardWord>> written = words(folder.resolve(calls.reference()), calls);
    for (Map.Entry<String, String> recogniser : calls.recognisers().entrySet()) {
      List<HeardCall> heard = new ArrayList<>();
      words(folder.resolve(recogniser.getValue()), calls)
          .forEach(
              (file, words) -> {
                if (written.containsKey(file)) {
                  heard.add(heard(file, written.get(file), words));
                }
              });
      heard.removeIf(call -> call.passages().isEmpty());
      if (heard.isEmpty()) {
        labels.row(recogniser.getKey(), "–", 0, "none of these calls is heard", "–", "–");
        continue;
      }
      addLabels(labels, calls.language(), recogniser.getKey(), heard);
      PlaybookAgreement agreement = new PlaybookAgreement();
      for (HeardCall call : heard) {
        List<PlaybookScore> asWritten = scores(scoring, call, call.written());
        List<PlaybookScore> asHeard = scores(scoring, call, call.heard());
        agreement.add(asWritten, asHeard);
        addScores(scores, calls.language(), recogniser.getKey(), call, asWritten, asHeard);
      }
      agreement.addRow(outcomes, recogniser.getKey());
    }
    return "### %s%n%n%s.%n%n%s%n%s%nThe playbook is `%s`. Nobody's side is known: every passage is the rep's, and the customer's as well where objections are looked for; trackers listen to all of them, each by what it can hear in one sentence. Passages are timed at 150 words a minute. An outcome is met, not met, not applicable or abstained.%n%n%s%n"
        .formatted(
            calls.name(),
            calls.source(),
            labels,
            scores,
            playbook.name(),
            scoring.isWritten()
                ? outcomes
                : "It has no lines in this language, so that its outcomes are not compared.\n");
  }

  private static SortedMap<String, List<HeardWord>> words(Path folder, RecognisedCalls calls) {
    return RecognisedWords.read(folder, calls.wordColumn(), calls.punctuationColumn());
  }

  private static HeardCall heard(String file, List<HeardWord> written, List<HeardWord> heard) {
    Aligned aligned =
        WordAlignment.of(
            written.stream().map(HeardWord::word).toList(),
            heard.stream().map(HeardWord::word).toList());
    List<Passage> passages = new ArrayList<>();
    int place = 0;
    int from = 0;
    for (int word = 0; word < written.size(); word++) {
      boolean isLast = word == written.size() - 1;
      boolean isEnd =
          word - from + 1 >= PASSAGE_WORDS
              && ENDS.contains(written.get(word).punctuation())
              && !written.get(word).punctuation().isEmpty();
      if (!isEnd && !isLast) {
        continue;
      }
      int start = place;
      while (place < heard.size() && aligned.referenceOf().get(place) <= word) {
        place++;
      }
      String said = text(heard.subList(start, place));
      if (!said.isBlank()) {
        passages.add(new Passage(text(written.subList(from, word + 1)), said, word + 1 - from));
      }
      from = word + 1;
    }
    return new HeardCall(file, passages, aligned.edits(), written.size());
  }

  private static String text(List<HeardWord> words) {
    StringBuilder text = new StringBuilder();
    for (HeardWord word : words) {
      text.append(text.isEmpty() ? "" : " ").append(word.word()).append(word.punctuation());
    }
    return text.toString();
  }

  private void addLabels(
      MarkdownTable table, String language, String recogniser, List<HeardCall> calls) {
    List<Passage> passages = calls.stream().flatMap(call -> call.passages().stream()).toList();
    reader.readAll(language, passages.stream().map(Passage::written).toList());
    reader.readAll(language, passages.stream().map(Passage::heard).toList());
    double errors =
        calls.stream().mapToInt(HeardCall::edits).sum()
            / (double) calls.stream().mapToInt(HeardCall::words).sum();
    for (HeadTask task : HeadTask.values()) {
      Head head = reader.head(language, task.head());
      Agreement agreement = new Agreement();
      for (Passage passage : passages) {
        agreement.add(
            head,
            reader.probabilities(language, task.head(), passage.written()),
            head,
            reader.probabilities(language, task.head(), passage.heard()));
      }
      table.row(
          recogniser,
          String.format(Locale.ROOT, "%.1f %%", 100 * errors),
          agreement.pairs(),
          task.head(),
          agreement.sameLabels(),
          agreement.meanDifference());
    }
  }

  private static List<PlaybookScore> scores(
      PassageScoring scoring, HeardCall call, List<String> passages) {
    return scoring.scores(
        call.file(), passages, call.passages().stream().map(Passage::words).toList());
  }

  private void addScores(
      MarkdownTable table,
      String language,
      String recogniser,
      HeardCall call,
      List<PlaybookScore> asWritten,
      List<PlaybookScore> asHeard) {
    table.row(
        call.file(),
        recogniser,
        sentiment(language, call, true),
        sentiment(language, call, false),
        objections(language, call.written()),
        objections(language, call.heard()),
        hits(language, call.written()),
        hits(language, call.heard()),
        total(asWritten),
        total(asHeard));
  }

  private static String total(List<PlaybookScore> scores) {
    Double score = PlaybookTotals.of(scores).score();
    return score == null ? "–" : String.format(Locale.ROOT, "%.2f", score);
  }

  private String hits(String language, List<String> passages) {
    return String.format(
        Locale.ROOT, "%.1f", 100.0 * trackers.hits(language, passages) / passages.size());
  }

  // the scale of the call metric: 5 (p_positive - p_negative), weighted by words
  private String sentiment(String language, HeardCall call, boolean asWritten) {
    List<String> labels = reader.head(language, "sentiment").labels();
    double sum = 0;
    long words = 0;
    for (Passage passage : call.passages()) {
      float[] probabilities =
          reader.probabilities(
              language, "sentiment", asWritten ? passage.written() : passage.heard());
      sum +=
          5
              * passage.words()
              * (probabilities[labels.indexOf("POSITIVE")]
                  - probabilities[labels.indexOf("NEGATIVE")]);
      words += passage.words();
    }
    return String.format(Locale.ROOT, "%.2f", sum / words);
  }

  private String objections(String language, List<String> passages) {
    Head head = reader.head(language, "objection");
    long given =
        passages.stream()
            .filter(
                text ->
                    Answered.given(head, reader.probabilities(language, "objection", text))
                        .contains(true))
            .count();
    return String.format(Locale.ROOT, "%.1f", 100.0 * given / passages.size());
  }
}
