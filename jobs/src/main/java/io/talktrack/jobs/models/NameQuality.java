package io.talktrack.jobs.models;

import static java.util.stream.Collectors.joining;

import io.talktrack.privacy.NameSpotter;
import io.talktrack.privacy.NamedSentence;
import io.talktrack.privacy.SpelledWord;
import io.talktrack.privacy.SpottedName;
import io.talktrack.privacy.SpottedName.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How well names are spotted, counted in words, one row per kind and spelling. */
record NameQuality(String spelling, LabelQuality words) {
  static List<NameQuality> of(String spelling, List<NamedSentence> sentences, NameSpotter spotter) {
    return of(
        spelling, sentences, spotter.spot(sentences.stream().map(NamedSentence::text).toList()));
  }

  static List<NameQuality> of(
      String spelling, List<NamedSentence> sentences, List<List<SpottedName>> spotted) {
    List<NameQuality> quality = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      LabelQuality sum = new LabelQuality("names", kind.name(), 0, 0, 0);
      for (int i = 0; i < sentences.size(); i++) {
        sum = sum.plus(of(kind, sentences.get(i), spotted.get(i)));
      }

      quality.add(new NameQuality(spelling, sum));
    }

    return quality;
  }

  private static LabelQuality of(Kind kind, NamedSentence sentence, List<SpottedName> spotted) {
    NamedSentence found = new NamedSentence(sentence.scenario(), sentence.text(), spotted);
    int hits = 0;
    int wrong = 0;
    int missed = 0;
    for (SpelledWord word : SpelledWord.in(sentence.text())) {
      boolean isMarked = sentence.kindOf(word).equals(Optional.of(kind));
      boolean isFound = found.kindOf(word).equals(Optional.of(kind));
      hits += isMarked && isFound ? 1 : 0;
      wrong += isFound && !isMarked ? 1 : 0;
      missed += isMarked && !isFound ? 1 : 0;
    }

    return new LabelQuality("names", kind.name(), hits, wrong, missed);
  }

  /** Recall weighted twice as much as precision. */
  double f2() {
    return words.hits() == 0
        ? 0
        : 5.0 * words.hits() / (5.0 * words.hits() + 4.0 * words.missed() + words.wrong());
  }

  static String table(List<NameQuality> quality) {
    return quality.stream()
        .map(
            row ->
                String.format(
                    Locale.ROOT,
                    "| %s | %s | %.3f | %.3f | %.3f | %d |",
                    row.words().label(),
                    row.spelling(),
                    row.words().precision(),
                    row.words().recall(),
                    row.f2(),
                    row.words().support()))
        .collect(
            joining(
                "\n",
                "| kind | spelling | precision | recall | F2 | words |\n|---|---|---|---|---|---|\n",
                "\n"));
  }
}
