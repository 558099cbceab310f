package io.talktrack.jobs.models.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.talktrack.sentiment.LabelledText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestSecondLabelling {
  @Test
  void kappaIsWhatChanceLeaves() {
    // agreed on 3 of 4; by chance 1/2·3/4 + 1/2·1/4 = 1/2
    assertThat(SecondLabelling.kappa(List.of("A", "A", "B", "B"), List.of("A", "A", "A", "B")))
        .isCloseTo(0.5, within(1e-12));
  }

  @Test
  void theSameLabelsAreOneAndOppositeOnesBelowZero() {
    assertThat(SecondLabelling.kappa(List.of("A", "B"), List.of("A", "B"))).isEqualTo(1);
    assertThat(SecondLabelling.kappa(List.of("A", "A"), List.of("A", "A"))).isEqualTo(1);
    assertThat(SecondLabelling.kappa(List.of("A", "B"), List.of("B", "A"))).isEqualTo(-1);
  }

  @Test
  void sentencesOfOneScenarioAreDrawnTogether() {
    List<String> one = List.of("A", "A", "B", "B");
    List<String> other = List.of("A", "A", "A", "B");

    assertThat(SecondLabelling.kappa(Collections.nCopies(4, "dairy"), one, other))
        .hasToString("0.500 (0.500 to 0.500)");
    assertThat(SecondLabelling.kappa(List.of("a", "b", "c", "d"), one, other))
        .isEqualTo(new Interval(0.5, 0, 1));
  }

  @Test
  void everyRowHasItsInterval() {
    List<LabelledText> first = new ArrayList<>();
    List<LabelledText> second = new ArrayList<>();
    for (int no = 0; no < 100; no++) {
      String valence = no % 2 == 0 ? "POSITIVE" : "NEUTRAL";
      first.add(labelled(no, valence));
      second.add(labelled(no, no % 10 == 0 ? "NEUTRAL" : valence));
    }
    MarkdownTable table = new MarkdownTable("language", "head", "label", "sentences", "kappa");

    new SecondLabelling(first).add("en", second, table);

    // agreed on 90; by chance 1/2·2/5 + 1/2·3/5 = 1/2
    assertThat(table.toString())
        .containsPattern(
            "\\| en \\| sentiment \\| all \\| 100 \\| 0\\.800 \\(0\\.6\\d\\d to 0\\.9\\d\\d\\)")
        .contains("| en | sentiment | NEGATIVE | 100 | 1.000 (1.000 to 1.000) |")
        .contains("| en | deal_sentiment | all | 0 | – |");
  }

  private static LabelledText labelled(int no, String valence) {
    return new LabelledText(
        "en",
        "customer",
        "spoken",
        "dairy",
        "scenario-" + no,
        List.of(),
        valence,
        null,
        null,
        List.of(),
        "sentence " + no);
  }
}
