package io.talktrack.jobs.models.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.call.Speaker;
import io.talktrack.inbox.TrackedLines;
import io.talktrack.jobs.LocalSpark;
import io.talktrack.sentiment.LabelledText;
import io.talktrack.sentiment.ScenarioSplit;
import io.talktrack.sentiment.TextLabels;
import io.talktrack.tracker.TrackedLine;
import io.talktrack.tracker.TrackedTalk;
import io.talktrack.tracker.TrackerReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
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

  private static final String TEST =
      IntStream.range(0, 100)
          .mapToObj(no -> "scenario-" + no)
          .filter(ScenarioSplit::isTest)
          .findFirst()
          .orElseThrow();

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

    assertThat(PRICE.table(lines, List.of()).toString())
        .contains("| pricing | en | 6 | 0.667 ")
        .contains("| 0.500 ");
    assertThat(PRICE.errors(lines))
        .containsExactly(
            "missed by pricing: How much is it?",
            "missed by pricing: How much?",
            "wrong for pricing: The price of flour rose.");
  }

  @Test
  void meaningIsMeasuredAloneAndWithThePhrases() {
    String yaml =
        """
        trackers:
          - id: pricing
            title: {en: Pricing}
            phrases: {en: [price]}
            meaning:
              en:
                like: [cost 1, cost 2, cost 3, cost 4, cost 5]
                unlike: [sun 1, sun 2, sun 3, sun 4, sun 5]
        """;
    TrackerQuality quality =
        new TrackerQuality(
            TrackerReader.read(yaml),
            List.of("en"),
            (language, text) -> text.contains("cost") ? new float[] {1, 0} : new float[] {0, 1});
    List<TrackedLine> lines =
        List.of(
            line(true, "the price"),
            line(true, "the cost"),
            line(true, "the cost of it"),
            line(true, "the bill"),
            line(false, "the sun costs nothing"),
            line(false, "rain"));

    String[] cells =
        quality.table(lines, List.of()).toString().lines().toList().get(2).split(" \\| ");

    assertThat(cells).hasSize(10);
    assertThat(cells[3]).startsWith("1.000 (");
    assertThat(cells[4]).startsWith("0.250 (");
    assertThat(cells[5]).startsWith("0.667 (");
    assertThat(cells[6]).startsWith("0.500 (");
    assertThat(cells[7]).startsWith("0.750 (");
    assertThat(cells[8]).startsWith("0.750 (");
    assertThat(cells[9]).startsWith("–");
  }

  @Test
  void aTextThatIsHeardCountsOnceForEachTracker() {
    assertThat(PRICE.hits("en", List.of("the price, what a price", "rain", "a price")))
        .isEqualTo(2);
  }

  @Test
  void whatNeedsTheCallIsNotMeasuredAndAQuestionIs() {
    TrackerQuality quality =
        new TrackerQuality(
            TrackerReader.read(
                """
                trackers:
                  - id: pricing
                    title: {en: Pricing, zh: 价格}
                    phrases: {en: [price], zh: [价格]}
                  - id: asked
                    title: {en: Asked, zh: 问价}
                    words_of: pricing
                    in_question: true
                  - id: early
                    title: {en: Early, zh: 早}
                    words_of: pricing
                    within: {first_minutes: 5}
                """),
            List.of("en", "zh"),
            (language, text) -> {
              throw new AssertionError("no tracker hears meaning");
            });
    List<TrackedLine> lines =
        List.of(
            new TrackedLine("en", "asked", true, "What is the price?"),
            new TrackedLine("en", "asked", false, "The price is fine. Shall we start?"),
            new TrackedLine("zh", "asked", true, "价格多少？"),
            new TrackedLine("zh", "asked", true, "价格呢，跟别家比。"),
            new TrackedLine("en", "early", true, "Good morning."));

    assertThat(quality.table(lines, List.of()).toString())
        .contains("| early | – | not measurable on single sentences | – | – | – |")
        .contains("| asked | en | 2 | 1.000 (0.207 to 1.000) | 1.000 (0.207 to 1.000) | – | 0.000 ")
        .contains("| asked | zh | 2 | 1.000 (0.207 to 1.000) | 0.500 ")
        .contains("| **all** | en | 2 | ")
        .doesNotContain("| early | en ");
    assertThat(quality.errors(lines)).containsExactly("missed by asked: 价格呢，跟别家比。");
  }

  @Test
  void rulesOfAWholeCallAreMeasuredOnCalls() {
    TrackerQuality quality =
        new TrackerQuality(
            TrackerReader.read(
                """
                trackers:
                  - id: pricing
                    title: {en: Pricing}
                    phrases: {en: [price]}
                  - id: early
                    title: {en: Early}
                    words_of: pricing
                    within: {first_minutes: 5}
                """),
            List.of("en", "zh"),
            (language, text) -> {
              throw new AssertionError("no tracker hears meaning");
            });
    List<TrackedTalk> calls =
        List.of(
            call(true, 20, "So what is the price?"),
            call(true, 40, "What does it come to?"),
            call(false, 30, "The price of milk fell."),
            call(false, 600, "Now the price."));

    MarkdownTable table =
        quality.callTable(
            calls,
            (language, text) -> new TextLabels(null, 0, 1, 0, null, 0, 1, 0, null, 0, List.of()));

    assertThat(table.toString().lines().skip(2))
        .containsExactly("| early | en | 4 | 0.500 (0.095 to 0.905) | 0.500 (0.095 to 0.905) |");
  }

  private static TrackedTalk call(boolean holds, int seconds, String said) {
    return new TrackedTalk(
        "en-" + seconds,
        "en",
        "early",
        holds,
        List.of(
            new TrackedTalk.Line(Speaker.REP, 0, "Good morning."),
            new TrackedTalk.Line(Speaker.CUSTOMER, 1_000L * seconds, said)));
  }

  @Test
  void ordinaryTurnsAreOfTheSideThatIsListenedToAndOfNoObjectionOrStage() {
    TrackerQuality quality =
        new TrackerQuality(
            TrackerReader.read(
                """
                trackers:
                  - id: pricing
                    title: {en: Pricing}
                    said_by: CUSTOMER
                    phrases: {en: [price]}
                """),
            List.of("en"),
            (language, text) -> {
              throw new AssertionError("no tracker hears meaning");
            });
    List<LabelledText> labelled =
        List.of(
            labelled("customer", List.of(), null, "the price of milk"),
            labelled("customer", List.of(), null, "rain"),
            labelled("customer", List.of(), null, "sun"),
            labelled("customer", List.of(), null, "snow"),
            labelled("customer", List.of("PRICE_BUDGET"), null, "the price is high"),
            labelled("rep", List.of(), "NONE", "my price"),
            labelled("rep", List.of(), "VALUE", "a price"));

    assertThat(TrackerQuality.ordinary(labelled)).hasSize(5);
    assertThat(
            quality
                .table(List.of(line(true, "price")), TrackerQuality.ordinary(labelled))
                .toString())
        .contains("| 250.0 (45.6 to 699.4) |\n| **all** ");
  }

  private static LabelledText labelled(
      String side, List<String> objections, String stage, String text) {
    return new LabelledText(
        "en", side, "spoken", "dairy", TEST, objections, null, null, stage, List.of(), text);
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
