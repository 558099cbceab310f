package io.talktrack.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestKnownNames {
  private static final KnownNames NAMES =
      KnownNames.of(
          List.of(
              "Zofia Brandt (Brackenhill)", "Mark Price", "Joost van Dalen", "陈思远", "Speaker 3"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          so zofia brandt said yes | so [NAME] said yes
          thanks Zofia, and Joost | thanks [NAME], and [NAME]
          I'd ask Mark about the Price list | I'd ask [NAME] about the Price list
          mark price is in | [NAME] is in
          Mark, can you hear me | [NAME], can you hear me
          Mark the date please, the price is fine | Mark the date please, the price is fine
          Brandt's offer | [NAME]'s offer
          思远说陈思远可以 | [NAME]说[NAME]可以
          """)
  void participantsAreMaskedInWhatIsSaid(String text, String masked) {
    assertThat(Redactor.redact(text, "en", NAMES).text()).isEqualTo(masked);
  }

  @Test
  void ofTwoNamesThatBeginAlikeTheLongerIsMasked() {
    KnownNames names = KnownNames.of(List.of("Maria Garcia", "Maria Garcia Lopez"));

    assertThat(Redactor.redact("I am Maria Garcia Lopez", "en", names).text())
        .isEqualTo("I am [NAME]");
    assertThat(Redactor.redact("Maria Garcia called", "en", names).text())
        .isEqualTo("[NAME] called");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Speaker 1",
        "spk_0",
        "Sales",
        "Customer",
        "Meeting Room 4",
        "iPhone",
        "客户",
        "销售顾问",
        "info@b.example",
        ""
      })
  void rolesAndRoomsAreNoNames(String label) {
    assertThat(KnownNames.of(List.of(label))).isEqualTo(KnownNames.NONE);
  }

  @Test
  void aMailboxWithTwoNamesNamesAPerson() {
    assertThat(KnownNames.of(List.of("zofia.brandt@b.example")))
        .isEqualTo(
            new KnownNames(
                Set.of(List.of("zofia", "brandt")), Set.of("zofia"), Set.of("brandt"), Set.of()));
  }
}
