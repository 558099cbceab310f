package io.talktrack.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.talktrack.tracker.TurnPattern.Span;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestTurnPattern {
  @Test
  void matchesAreCountedInCodePointsWithoutRegardToCase() {
    assertThat(new TurnPattern("seats", "per (site|seat)s?").in("😀 Per SITE, per seats"))
        .containsExactly(new Span(2, 10), new Span(12, 21));
    assertThat(new TurnPattern("seats", "每(个|家)店").in("𠮷每家店，每个店"))
        .containsExactly(new Span(1, 4), new Span(5, 8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "per (site|seat)s?",
        "(?:ab)+c",
        "(?<size>big|small) deal",
        "\\p{IsHan}{2}价",
        "[(*+?|\\]]x",
        "a\\(b\\)*",
        "每(个|家)?店",
        "打[0-9一二三四五六七八九]折"
      })
  void whatIsPlainIsUsed(String expression) {
    assertThat(TurnPattern.problem(expression)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a*)*b",
        "(a|a)+b",
        "(a?){30}b",
        "((a|b)c)*d",
        "((x+)y)+",
        "(?=a)b",
        "(?!a)b",
        "(?<=a)b",
        "(?<!a)b",
        "(a)\\1",
        "(?<n>a)\\k<n>",
        "\\Qa\\E",
        "a*",
        ".*discount",
        "^(?:.+ )discount",
        "[",
        "(?x)a # )"
      })
  void whatCouldTakeLongOrHearEverythingIsRefused(String expression) {
    assertThat(TurnPattern.problem(expression)).get().asString().startsWith("write ");
  }

  @Test
  void aLongExpressionIsRefused() {
    assertThat(TurnPattern.problem("a".repeat(201))).contains("write at most 200 characters");
  }

  @Test
  void aPatternThatTakesTooLongIsGivenUp() {
    TurnPattern slow = new TurnPattern("slow", "a.*a.*a.*a.*b");

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThatThrownBy(() -> slow.in("a".repeat(5_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                    "Cannot look for a pattern of tracker 'slow': one turn costs it more than 2,000,000 steps. Write it with fewer repetitions, or shorter ones such as {0,20}."));
  }
}
