package io.talktrack.jobs.ingest;

import io.talktrack.call.Word;
import io.talktrack.privacy.Finding;
import io.talktrack.privacy.Redacted;
import java.util.ArrayList;
import java.util.List;

/** Masks the words of a turn like its text, so that no list of words gives away what it hides. */
final class MaskedWords {
  private static final String MASK = "[MASKED]";

  // a word lies near the end of the one before it; looking further would read a long text once a
  // word
  private static final int NEAR = 400;

  static List<Word> of(List<Word> words, String text, Redacted redacted) {
    if (words.isEmpty() || redacted.findings().isEmpty()) {
      return words;
    }
    List<Word> masked = new ArrayList<>();
    int from = 0;
    int before = 0;
    for (Word word : words) {
      String near =
          text.substring(from, Math.min(text.length(), from + NEAR + word.text().length()));
      int start = near.indexOf(word.text());
      if (start < 0) {
        // a word that the text spells otherwise cannot be placed, so it cannot be shown safe
        masked.add(masked(word));
        continue;
      }
      int end = start + word.text().length();
      int first = before + near.codePointCount(0, start);
      int after = first + near.codePointCount(start, end);
      masked.add(isHidden(first, after, redacted.findings()) ? masked(word) : word);
      from += end;
      before = after;
    }
    return masked;
  }

  private static boolean isHidden(int first, int after, List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.start() < after && first < finding.end());
  }

  private static Word masked(Word word) {
    return new Word(word.startMillis(), word.endMillis(), MASK, word.confidence());
  }

  private MaskedWords() {}
}
