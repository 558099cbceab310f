package io.talktrack.jobs.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestPunctuation {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          No, thanks. We're on-plan!         | No thanks We're on-plan
          It's 3.5 % at 10:30: too late.     | It's 3.5 % at 10:30 too late
          太贵了，我们没有预算。             | 太贵了 我们没有预算
          "So what?" he said (twice)         | So what he said twice
          just words                         | just words
          ...                                | ...
          """)
  void marksGoAndWordsAndNumbersStay(String text, String without) {
    assertThat(Punctuation.removedFrom(text)).isEqualTo(without);
  }
}
