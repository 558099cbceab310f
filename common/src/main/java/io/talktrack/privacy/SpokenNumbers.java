package io.talktrack.privacy;

import java.util.ArrayList;
import java.util.List;

/** Finds numbers that are spoken, in English and Chinese. */
final class SpokenNumbers {
  private SpokenNumbers() {}

  static List<Span> in(Passage passage) {
    return in(passage, false);
  }

  /** The same where all that is read is known to be spoken: numerals in groups of any size, too. */
  static List<Span> told(Passage passage) {
    return in(passage, true);
  }

  private static List<Span> in(Passage passage, boolean isTold) {
    List<Span> spans = new ArrayList<>();
    for (SpokenRow row : SpokenRow.in(passage.plain())) {
      Span span = isTold || !row.isWritten() ? SpokenDigits.span(passage, row) : null;
      if (span != null) {
        spans.add(span);
      }
    }

    return spans;
  }
}
