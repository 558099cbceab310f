package io.talktrack.privacy;

import static io.talktrack.privacy.Pseudonyms.normalisedMailbox;
import static io.talktrack.privacy.Pseudonyms.normalisedName;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestPseudonyms {
  private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);

  @Test
  void pseudonymIsTheHmacOfTheName() {
    // printf 'dana whitlock' | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef
    assertThat(new Pseudonyms(KEY).person("dana whitlock")).isEqualTo("p_9a2da686433f57e36f7b65d2");
  }

  @Test
  void anotherKeyMakesAnotherPerson() {
    byte[] other = KEY.clone();
    other[0]++;

    assertThat(new Pseudonyms(other).person("dana"))
        .isNotEqualTo(new Pseudonyms(KEY).person("dana"));
  }

  @Test
  void shortKeyIsRefusedWithTheNextStep() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Pseudonyms("secret".getBytes(UTF_8)))
        .withMessage(
            "Cannot make pseudonyms: the key has 6 bytes, but fewer than 32 can be guessed. Set"
                + " TALKTRACK_HMAC_KEY to one made by: openssl rand -base64 32");
  }

  @Test
  void nobodyHasNoPseudonym() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Pseudonyms(KEY).person(" "))
        .withMessageStartingWith("Cannot make a pseudonym: the name or mailbox is empty.");
  }

  @Test
  void keyIsNeverPrinted() {
    assertThat(new Pseudonyms(KEY)).hasToString("Pseudonyms[key hidden]");
  }

  @Test
  void copySentToAnExecutorMakesTheSamePseudonyms() throws Exception {
    Pseudonyms pseudonyms = new Pseudonyms(KEY);
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(sent)) {
      out.writeObject(pseudonyms);
    }

    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(sent.toByteArray()))) {
      Pseudonyms copy = (Pseudonyms) in.readObject();

      assertThat(copy.person("dana")).isEqualTo(pseudonyms.person("dana"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Dana Whitlock                  | dana whitlock
          ' DANA  Whitlock (Guest) '     | dana whitlock
          Dana Whitlock (Lumenfold)      | dana whitlock
          Dr. Dana Whitlock              | dana whitlock
          Prof Dr Dana Whitlock          | dana whitlock
          Ｄａｎａ　Ｗｈｉｔｌｏｃｋ      | dana whitlock
          Straße                         | strasse
          陈思远（外部）                 | 陈思远
          【访客】陈思远                 | 陈思远
          陈思远                         | 陈思远
          Dr                             | dr
          Drew Mrazek                    | drew mrazek
          """)
  void namesAreComparedWithoutTitlesAndBrackets(String name, String normalised) {
    assertThat(normalisedName(name)).isEqualTo(normalised);
    assertThat(normalisedName(normalised)).isEqualTo(normalised);
  }

  @ParameterizedTest
  @CsvSource({
    "Dana.Whitlock@Brackenhill.example, dana.whitlock@brackenhill.example",
    "'<mailto:Dana@B.example> ', dana@b.example",
  })
  void mailboxesAreComparedInLowerCase(String mailbox, String normalised) {
    assertThat(normalisedMailbox(mailbox)).isEqualTo(normalised);
  }
}
