package io.talktrack.jobs.models.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.talktrack.inbox.OutsideTexts.OutsideText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestTalkSets {
  private static final String ONE =
      """
      labelled = [{
        name = "Mine", source = "me", language = en, head = sentiment, file = "mine.tsv"
        text = said, label = mood, group = talk
        labels { good = POSITIVE, bad = NEGATIVE }
        measure = WEIGHTED_F1
      }]
      recognised = []
      """;

  @TempDir private Path folder;

  @Test
  void aTableIsReadByItsColumnsNames() throws IOException {
    Files.writeString(
        folder.resolve("mine.tsv"),
        "talk\tmood\tsaid\n1\tgood\tGreat \"stuff\"\n1\todd\tHm\n2\tbad\tNo\n3\tbad\t \n");

    OutsideSet set = TalkSets.parse("test", ONE).labelled().get(0);

    assertThat(set.measure()).isEqualTo(Measure.WEIGHTED_F1);
    assertThat(set.read(folder))
        .containsExactly(
            new OutsideText("1", "Great \"stuff\"", "POSITIVE"),
            new OutsideText("2", "No", "NEGATIVE"));
  }

  @Test
  void aColumnThatIsNotThereIsToldWithThoseThatAre() throws IOException {
    Files.writeString(folder.resolve("mine.tsv"), "talk\tmood\ttext\n1\tgood\tGreat\n");

    assertThatThrownBy(() -> TalkSets.parse("test", ONE).labelled().get(0).read(folder))
        .hasMessageContaining("it has no column 'said', only [talk, mood, text]")
        .hasMessageContaining("Name its columns in the description of the set.");
  }

  @Test
  void linesAndLabelsBelongTogetherByTheirPlace() throws IOException {
    Files.writeString(folder.resolve("said.txt"), "one\ntwo\n");
    Files.writeString(folder.resolve("labels.txt"), "1\n0\n");
    OutsideSet set =
        TalkSets.parse(
                "test",
                """
                labelled = [{
                  name = a, source = b, language = en, head = sentiment
                  file = "said.txt", labels-file = "labels.txt", labels { "0" = NEGATIVE, "1" = POSITIVE }
                }]
                recognised = []
                """)
            .labelled()
            .get(0);

    assertThat(set.read(folder))
        .extracting(OutsideText::text, OutsideText::label)
        .containsExactly(tuple("one", "POSITIVE"), tuple("two", "NEGATIVE"));
  }

  @Test
  void aDescriptionThatIsWrongIsToldWithItsName() {
    assertThatThrownBy(() -> TalkSets.parse("mine.conf", "labelled = [{name = a}]"))
        .hasMessageStartingWith("Cannot read the description of outside sets mine.conf:")
        .hasMessageContaining("source");
  }

  @Test
  void theDescriptionThatShipsReadsTheSetsThatAreHere() {
    Path data =
        Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
            .map(above -> above.resolve("shared/data"))
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(Path.of("shared/data"));
    assumeTrue(Files.isDirectory(data.resolve("meld")), "shared/data/meld is not here: skipped");
    Path description = Path.of("../data-samples/labelled/checks/talk.conf");

    Map<String, Integer> sizes = new TreeMap<>();
    for (OutsideSet set : TalkSets.read(description).labelled()) {
      List<OutsideText> texts = set.read(data);
      sizes.put(set.name(), texts.size());
      assertThat(texts)
          .as(set.name())
          .allMatch(text -> !set.isLabelled() || set.labels().containsValue(text.label()));
    }

    assertThat(sizes)
        .containsEntry("MELD, dev: English conversation", 1109)
        .containsEntry("TweetEval sentiment, val: English short posts", 2000)
        .allSatisfy((name, size) -> assertThat(size).as(name).isGreaterThan(900));
  }
}
