package io.talktrack.jobs.models.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.inbox.TrackedLines;
import io.talktrack.jobs.LocalSpark;
import io.talktrack.tracker.TrackedLine;
import io.talktrack.tracker.TrackerReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestTrackerQuality {
  // or Spark NLP opens a session of its own, in which later tests could not open a lake
  static {
    LocalSpark.session();
  }

  private static final TrackerQuality PRICE =
      new TrackerQuality(
          TrackerReader.read(
              """
              trackers:
                - id: pricing
                  title: {en: Pricing}
                  phrases: {en: [price]}
              """),
          List.of("en"),
          (language, text) -> {
            throw new AssertionError("no tracker hears meaning");
          });

  @TempDir private Path folder;

  private static TrackedLine line(boolean holds, String text) {
    return new TrackedLine("en", "pricing", holds, text);
  }

  @Test
  void precisionIsOfWhatWasHeardAndRecallOfWhatHolds() {
    List<TrackedLine> lines =
        List.of(
            line(true, "What is the price?"),
            line(true, "How much is it?"),
            line(true, "How much?"),
            line(true, "Is that the price per site?"),
            line(false, "The price of flour rose."),
            line(false, "Good morning."));

    assertThat(PRICE.table(lines).toString())
        .contains("| pricing | en | 6 | 0.667 ")
        .contains("| 0.500 ");
    assertThat(PRICE.errors(lines))
        .containsExactly(
            "missed by pricing: How much is it?",
            "missed by pricing: How much?",
            "wrong for pricing: The price of flour rose.");
  }

  @Test
  void aVerdictThatIsNoneIsToldWithItsLine() throws IOException {
    Path file = folder.resolve("trackers.tsv");
    Files.writeString(file, "language\ttracker\tholds\ttext\nen\tpricing\tmaybe\tHm\n");

    assertThatThrownBy(() -> TrackedLines.read(file))
        .hasMessage("Cannot read %s, line 2: holds is 'maybe'. Write yes or no.".formatted(file));
  }

  @Test
  void aFolderWithoutSentencesIsToldWhatToPutThere() {
    assertThatThrownBy(() -> TrackedLines.read(folder))
        .hasMessageStartingWith("Cannot measure trackers: %s holds no sentence.".formatted(folder));
  }

  @Test
  void everyTrackerThatShipsHasAsManyLookAlikesAsTrueSentences() {
    List<TrackedLine> lines = TrackedLines.read(Path.of("../data-samples/labelled/checks"));

    assertThat(lines).filteredOn(TrackedLine::holds).hasSize(lines.size() / 2);
    assertThat(lines).extracting(TrackedLine::text).doesNotHaveDuplicates();
    assertThat(lines).filteredOn(TrackedLine::isTest).hasSizeBetween(170, 215);
  }
}
