package io.talktrack.jobs.ingest;

import io.talktrack.call.Word;
import io.talktrack.privacy.Finding;
import io.talktrack.privacy.Redacted;
import java.util.ArrayList;
import java.util.List;

/** Masks the words of a turn like its text, so that no list of words gives away what it hides. */
final class MaskedWords {
  private static final String MASK = "[MASKED]";

  static List<Word> of(List<Word> words, String text, Redacted redacted) {
    if (words.isEmpty() || redacted.findings().isEmpty()) {
      return words;
    }
    List<Word> masked = new ArrayList<>();
    int from = 0;
    for (Word word : words) {
      int start = text.indexOf(word.text(), from);
      if (start < 0) {
        // a word that the text spells otherwise cannot be placed, so it cannot be shown safe
        masked.add(masked(word));
        continue;
      }
      int end = start + word.text().length();
      masked.add(isHidden(text, start, end, redacted.findings()) ? masked(word) : word);
      from = end;
    }
    return masked;
  }

  private static boolean isHidden(String text, int start, int end, List<Finding> findings) {
    int first = text.codePointCount(0, start);
    int after = text.codePointCount(0, end);
    return findings.stream().anyMatch(finding -> finding.start() < after && first < finding.end());
  }

  private static Word masked(Word word) {
    return new Word(word.startMillis(), word.endMillis(), MASK, word.confidence());
  }

  private MaskedWords() {}
}
