package io.talktrack.report;

import static io.talktrack.report.page.MarkKind.OBJECTION;
import static io.talktrack.report.page.MarkKind.PLAYBOOK;
import static io.talktrack.report.page.MarkKind.TRACKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.talktrack.report.MarkedText.Run;
import io.talktrack.report.page.SpanMark;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestMarkedText {
  @Test
  void offsetsCountCodePointsNotJavaCharacters() {
    List<Run> runs = MarkedText.runs("📈👍太贵了😀啊", List.of(new SpanMark(2, 5, OBJECTION, "price")));

    assertThat(runs)
        .extracting(Run::text, Run::isPlain)
        .containsExactly(tuple("📈👍", true), tuple("太贵了", false), tuple("😀啊", true));
  }

  @Test
  void overlappingSpansAreCutWhereTheyMeet() {
    List<Run> runs =
        MarkedText.runs(
            "abcdefgh",
            List.of(
                new SpanMark(1, 5, TRACKER, "t"),
                new SpanMark(3, 7, OBJECTION, "o"),
                new SpanMark(3, 5, PLAYBOOK, "p")));

    assertThat(runs).extracting(Run::text).containsExactly("a", "bc", "de", "fg", "h");
    assertThat(runs.get(1).classes()).isEqualTo("m-tracker");
    assertThat(runs.get(2).classes()).isEqualTo("m-objection also-playbook also-tracker");
    assertThat(runs.get(2).labels()).isEqualTo("t · o · p");
    assertThat(runs.get(3).classes()).isEqualTo("m-objection");
  }

  @Test
  void anEmptySpanMarksNothing() {
    List<Run> runs = MarkedText.runs("abc", List.of(new SpanMark(1, 1, TRACKER, "t")));

    assertThat(runs)
        .extracting(Run::text, Run::isPlain)
        .containsExactly(tuple("a", true), tuple("bc", true));
  }

  @Test
  void aWholeTextMayBeMarkedAndAnEmptyTextHasNoRuns() {
    assertThat(MarkedText.runs("ab", List.of(new SpanMark(0, 2, TRACKER, "t")))).hasSize(1);
    assertThat(MarkedText.runs("", List.of())).isEmpty();
  }

  @Test
  void aSpanBeyondTheTextIsRefused() {
    assertThatThrownBy(() -> MarkedText.runs("😀", List.of(new SpanMark(0, 2, TRACKER, "t"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot mark [0, 2) of a turn that has 1 code points: is it another version of the text?");
  }
}
