package io.talktrack.model;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.privacy.NameSpotter;
import io.talktrack.privacy.SpelledWord;
import io.talktrack.privacy.SpottedName;
import io.talktrack.privacy.SpottedName.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class TestNameModel {
  private static final String FILLER = "we count every aisle by hand and it takes until noon. ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "i'd have to ask marguerite about that | marguerite",
        "I spoke to Oluwaseun Adebayo and he was fine with it. | Oluwaseun Adebayo",
        "did priyanka ever send you the contract | priyanka",
        "we can ship in may, will you mark the invoice as paid? |",
        "the price went up to 4,500 a month in March |",
        "Salesforce and Excel do not talk to each other |",
      })
  void personsAreSpottedAndWordsThatLookLikeThemAreNot(String text, String expected) {
    Set<String> persons =
        ShippedNames.model().spotter().spot(List.of(text)).get(0).stream()
            .filter(name -> name.kind() == Kind.PERSON)
            .map(name -> text.substring(name.start(), name.end()))
            .collect(toSet());

    assertThat(persons).isEqualTo(expected == null ? Set.of() : Set.of(expected));
  }

  @Test
  void aTextGivesTheSameNamesAndBitsWhateverItsNeighbours() {
    List<String> texts =
        List.of(
            "ask marguerite",
            "yeah",
            "Hi, this is Ifeoma Nwachukwu from Hartmann Logistics in Rotherham, is Graham in today?",
            "12,500 pounds 😀 said Zofia",
            FILLER.repeat(30) + "then we ask Bernadette",
            "it goes to 47 Cropper's Way in Leeds");
    NameSpotter spotter = ShippedNames.model().spotter();
    List<List<SpottedName>> alone = new ArrayList<>();
    texts.forEach(text -> alone.addAll(spotter.spot(List.of(text))));

    Random random = new Random(5);
    for (int round = 0; round < 4; round++) {
      List<Integer> order = new ArrayList<>();
      for (int row = 0; row < 24; row++) {
        order.add(row % texts.size());
      }
      Collections.shuffle(order, random);

      assertThat(spotter.spot(order.stream().map(texts::get).toList()))
          .isEqualTo(order.stream().map(alone::get).toList());
    }
    assertThat(alone.get(0)).hasSize(1);
  }

  @Test
  void namesAtTheEndOfALongTextAreFound() {
    String text = FILLER.repeat(60) + "i would need to ask marguerite first";

    assertThat(ShippedNames.model().spotter().spot(List.of(text)).get(0))
        .extracting(SpottedName::start)
        .contains(text.indexOf("marguerite"));
  }

  @Test
  void tornSignsAreReadOver() {
    String text = "\ud83d ask marguerite \udc00 \u0000 please";

    assertThat(ShippedNames.model().spotter().spot(List.of(text, "", " ")))
        .satisfiesExactly(
            names -> assertThat(names).extracting(SpottedName::start).containsExactly(6),
            names -> assertThat(names).isEmpty(),
            names -> assertThat(names).isEmpty());
  }

  @Test
  void aTornHeadIsRefusedWithTheFolderAndTheWayOut() {
    assertThatThrownBy(() -> NameHead.fromJson("some/folder", "{\"name\": \"x\"}", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot read a names' head from some/folder: names.json is torn or was not made by `talktrack models train-names`. Put the file back, set privacy.names-model to a folder that it made, or privacy.names to rules.");
  }

  @Test
  void piecesCoverATextAndEndWhereSentencesDo() {
    String text = "One two. Three four? Five six";

    assertThat(TextPieces.of(text, 12))
        .extracting(TextPieces.Piece::text)
        .containsExactly("One two.", " Three four?", " Five six");
    assertThat(TextPieces.of("aaaa😀bbbb", 5))
        .extracting(TextPieces.Piece::text)
        .containsExactly("aaaa", "😀bbb", "b");
  }

  @Test
  void aWordTellsHowItAndItsNeighboursAreWritten() {
    List<SpelledWord> words = SpelledWord.in("Ask Zofia's 2 中文");

    assertThat(words).extracting(SpelledWord::start).containsExactly(0, 4, 12);
    assertThat(words).extracting(SpelledWord::end).containsExactly(3, 9, 13);
    assertThat(words.get(1).signs()[0]).isEqualTo(1);
    assertThat(words.get(1).signs()[9]).isEqualTo(1);
    assertThat(words.get(1).signs()[23]).isEqualTo(1);
  }
}
