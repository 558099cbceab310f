package io.talktrack.jobs.models.quality;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.inbox.LabelledTexts;
import io.talktrack.jobs.models.HeadTask;
import io.talktrack.sentiment.LabelledText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestParityPairs {
  private static final List<LabelledText> TEXTS =
      LabelledTexts.read(Path.of("../data-samples/labelled/checks/parity.tsv"));

  @Test
  void everySentenceHasOneTranslationWithTheSameLabels() {
    assertThat(TEXTS.stream().collect(groupingBy(LabelledText::scenario)).values())
        .hasSize(60)
        .allSatisfy(
            pair -> {
              assertThat(pair).extracting(LabelledText::language).containsExactly("en", "zh");
              for (HeadTask task : HeadTask.values()) {
                assertThat(pair.stream().map(task::labelsOf).distinct()).hasSize(1);
              }
            });
  }

  @Test
  void everyLabelIsOneOfItsHead() {
    for (HeadTask task : HeadTask.values()) {
      assertThat(TEXTS.stream().filter(task::covers).flatMap(text -> task.labelsOf(text).stream()))
          .isSubsetOf(task.labels())
          .containsAll(task.labels());
    }
  }

  @Test
  void noSentenceIsAmongThoseThatAreTrainedOn() {
    List<String> labelled =
        LabelledTexts.read(Path.of("../data-samples/labelled")).stream()
            .map(LabelledText::text)
            .toList();

    assertThat(TEXTS).extracting(LabelledText::text).doesNotContainAnyElementsOf(labelled);
  }
}
