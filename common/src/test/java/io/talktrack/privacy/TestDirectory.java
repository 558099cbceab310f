package io.talktrack.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestDirectory {
  private static final Directory CRM =
      Directory.of(
          List.of(
              "Zofia Brandt (Brackenhill)",
              "Dr. Will Price",
              "Joost van Dalen",
              "陈思远",
              "高明",
              "Test"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          I met Zofia Brandt's team | zofia brandt
          so zofia brandt said yes | zofia brandt
          joost  van dalen | -
          Joost van Dalen and Zofia. Brandt | joost van dalen
          what will price be | -
          Will Price asked | will price
          Price, will | -
          我问过陈思远了 | 陈思远
          这一招很高明 | -
          Zofia said that | -
          """)
  void onlyWhoIsNamedInFullIsFound(String text, String named) {
    assertThat(CRM.namedIn(List.of(text)))
        .containsExactlyElementsOf(named == null ? List.of() : List.of(named));
  }

  @Test
  void whoIsNamedInFullIsMaskedByTheGivenNameToo() {
    List<String> texts = List.of("Ask Zofia Brandt about it.", "Fine, zofia will know.");
    KnownNames names = KnownNames.of(CRM.namedIn(texts));

    assertThat(texts)
        .extracting(text -> Redactor.redact(text, "en", names).text())
        .containsExactly("Ask [NAME] about it.", "Fine, [NAME] will know.");
  }

  @Test
  void theVersionFollowsTheNamesAndNotTheirOrderOrSpelling() {
    assertThat(Directory.of(List.of("B A", "a b")).version())
        .isEqualTo(Directory.of(List.of("A  B", "B, A", "A B")).version())
        .isNotEqualTo(Directory.of(List.of("A B")).version());
    assertThat(Directory.of(List.of(" ")).version()).isEmpty();
  }

  @Test
  void thousandsOfNamesOfOneGivenNameTakeNoLongTime() {
    List<String> names = new ArrayList<>();
    for (int no = 0; no < 20_000; no++) {
      names.add("Given" + no % 5000 + "x Surname");
      names.add("Zofia Brandt" + "abcdefghij".charAt(no % 10));
    }
    Directory many = Directory.of(names);

    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThat(many.namedIn(List.of("zofia ".repeat(200_000)))).isEmpty());
  }
}
