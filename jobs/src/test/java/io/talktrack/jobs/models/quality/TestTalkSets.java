package io.talktrack.jobs.models.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.talktrack.inbox.Bargains;
import io.talktrack.inbox.Bargains.Bargain;
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
  void aTableWithoutAHeaderIsReadByTheNamesThatAreGiven() throws IOException {
    Files.writeString(folder.resolve("mails.txt"), "Yes\tCall \"me\"\nNo\tHello\ntorn\n");
    ContrastedSet set = mails();

    assertThat(set.read(folder))
        .containsExactly(
            new OutsideText("1", "Call \"me\"", "Yes"), new OutsideText("2", "Hello", "No"));
    assertThat(set.given()).containsExactly(entry("stage", "NEXT_STEP"));
  }

  @Test
  void aLabelThatNoTextHasIsTold() throws IOException {
    Files.writeString(folder.resolve("mails.txt"), "No\tHello\n");

    assertThatThrownBy(() -> mails().read(folder))
        .hasMessage(
            "Cannot measure on a: no text of mails.txt has the label 'Yes'. Set its 'is' and 'label' in the description of the sets.");
  }

  private static ContrastedSet mails() {
    return TalkSets.parse(
            "test",
            """
            labelled = []
            contrasted = [{
              name = a, source = b, language = en, file = "mails.txt"
              header = [intent, sentence], text = sentence, label = intent
              is = "Yes", given { stage = NEXT_STEP }
            }]
            recognised = []
            """)
        .contrasted()
        .get(0);
  }

  @Test
  void ofSetsWithConversationsThoseCountInWhichTheLabelIs() throws IOException {
    Files.writeString(
        folder.resolve("acts.csv"),
        "id,act,said\n1,reject,No\n1,question,Why\n2,question,\"Oh, what\"\n");
    ContrastedSet set =
        TalkSets.parse(
                "test",
                """
                labelled = []
                contrasted = [{
                  name = a, source = b, language = en, file = "acts.csv"
                  text = said, label = act, group = id, is = reject, given { objection = any }
                }]
                recognised = []
                """)
            .contrasted()
            .get(0);

    assertThat(set.read(folder)).extracting(OutsideText::text).containsExactly("No", "Why");
  }

  @Test
  void usersTurnsOfDialoguesAreRead() throws IOException {
    Files.writeString(
        folder.resolve("talk.json"),
        "{\"7\": {\"goal\": [], \"messages\": [{\"role\": \"usr\", \"content\": \"你好\"}, {\"role\": \"sys\", \"content\": \"好\"}]}}");
    OutsideSet set =
        TalkSets.parse(
                "test",
                """
                labelled = [{name = a, source = b, language = zh, head = objection, file = "talk.json"}]
                recognised = []
                """)
            .labelled()
            .get(0);

    assertThat(set.read(folder)).containsExactly(new OutsideText("7", "你好", ""));
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
    TalkSets sets = TalkSets.read(description);
    for (OutsideSet set : sets.labelled()) {
      List<OutsideText> texts = set.read(data);
      sizes.put(set.name(), texts.size());
      assertThat(texts)
          .as(set.name())
          .allMatch(text -> !set.isLabelled() || set.labels().containsValue(text.label()));
    }

    assertThat(sizes)
        .containsEntry("MELD, dev: English conversation", 1109)
        .containsEntry("TweetEval sentiment, val: English short posts", 2000)
        .allSatisfy((name, size) -> assertThat(size).as(name).isBetween(900, 4_000));
    assertThat(sets.contrasted())
        .allSatisfy(set -> assertThat(set.read(data)).as(set.name()).hasSizeBetween(400, 1_500));
    assertThat(Bargains.read(data.resolve(sets.bargained().get(0).file().path())))
        .hasSize(643)
        .filteredOn(Bargain::isDeal)
        .hasSize(461);
  }
}
