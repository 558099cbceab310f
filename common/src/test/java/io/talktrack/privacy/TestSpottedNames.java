package io.talktrack.privacy;

import static io.talktrack.privacy.PersonalData.ADDRESS;
import static io.talktrack.privacy.PersonalData.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.privacy.SpottedName.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestSpottedNames {
  private static final Map<String, Kind> KNOWN_TO_THE_MODEL =
      Map.of(
          "Quillfeather", Kind.PERSON,
          "Quillfeather@fairmoor", Kind.PERSON,
          "Rue des Sources 18", Kind.ADDRESS,
          "Tanner's Wharf", Kind.ADDRESS,
          "Fairmoor", Kind.PLACE,
          "Belgium", Kind.PLACE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ask Quillfeather about the invoice | ask [NAME] about the invoice",
        "the depot in Fairmoor ships 400 pallets | the depot in Fairmoor ships 400 pallets",
        "we sit at Rue des Sources 18, Fairmoor, Belgium 4000 | we sit at [ADDRESS]",
        "send it to 77 Tanner's Wharf, Fairmoor SE1 4QB please | send it to [ADDRESS] please",
        "send it to 12 Harbour Street, Fairmoor today | send it to [ADDRESS] today",
        "Tanner's Wharf. Fairmoor is far | [ADDRESS]. Fairmoor is far",
        "Quillfeather@fairmoor.example wrote | [EMAIL] wrote",
      })
  void spottedNamesAreMaskedBesideWhatRulesFind(String text, String expected) {
    assertThat(Redactor.redact(text, "en", KnownNames.NONE, TestSpottedNames::spot).text())
        .isEqualTo(expected);
  }

  @Test
  void aFindingTellsItsProbabilityAndARulesHasNone() {
    List<Finding> findings =
        Redactor.redact(
                "Dear Dr Amara, ask Quillfeather", "en", KnownNames.NONE, TestSpottedNames::spot)
            .findings();

    assertThat(findings)
        .containsExactly(
            new Finding(NAME, 8, 13, "name.introduced"),
            new Finding(NAME, 19, 31, "name.model", 0.8));
    assertThat(findings.get(0).reason())
        .isEqualTo("a title, greeting, introduction or farewell beside it");
    assertThat(findings.get(1).reason())
        .isEqualTo("a model reads it as a person's name (probability 0.80)");
  }

  @Test
  void placesBesideAStreetThatARuleKnowsAreTheModelsFinding() {
    assertThat(
            Redactor.redact(
                    "at 12 Harbour Street, Fairmoor", "en", KnownNames.NONE, TestSpottedNames::spot)
                .findings())
        .containsExactly(new Finding(ADDRESS, 3, 30, "address.model", 0.8));
  }

  @Test
  void onlyEnglishTurnsAreReadByTheModel() {
    List<String> read = new ArrayList<>();
    List<Said> turns =
        List.of(
            new Said("a", "Quillfeather 说的", "zh"),
            new Said("b", "ask Quillfeather", "en"),
            new Said("a", "ja, Quillfeather", "de"));

    List<Redacted> redacted =
        Redactor.redact(
            turns,
            KnownNames.NONE,
            texts -> {
              read.addAll(texts);
              return spot(texts);
            });

    assertThat(read).containsExactly("ask Quillfeather");
    assertThat(redacted.stream().map(Redacted::text))
        .containsExactly("Quillfeather 说的", "ask [NAME]", "ja, Quillfeather");
  }

  @Test
  void marksAreReadAndLeftOut() {
    NamedSentence sentence =
        NamedSentence.of("one", "[[P:Ann Lee]] is at [[A:9 Mill Lane]], [[L:Leeds]]");

    assertThat(sentence.text()).isEqualTo("Ann Lee is at 9 Mill Lane, Leeds");
    assertThat(
            SpelledWord.in(sentence.text()).stream()
                .map(sentence::kindOf)
                .map(kind -> kind.map(Kind::name).orElse("-")))
        .containsExactly("PERSON", "PERSON", "-", "-", "ADDRESS", "ADDRESS", "ADDRESS", "PLACE");
    assertThat(sentence.inSmallLetters().text()).isEqualTo("ann lee is at 9 mill lane, leeds");
  }

  private static List<List<SpottedName>> spot(List<String> texts) {
    return texts.stream().map(TestSpottedNames::spot).toList();
  }

  private static List<SpottedName> spot(String text) {
    List<SpottedName> names = new ArrayList<>();
    KNOWN_TO_THE_MODEL.forEach(
        (name, kind) -> {
          int at = text.indexOf(name);
          if (at >= 0 && !(name.equals("Quillfeather") && text.contains("Quillfeather@"))) {
            names.add(new SpottedName(kind, at, at + name.length(), 0.8));
          }
        });
    return names;
  }
}
