package io.talktrack.jobs.ingest;

import static io.talktrack.jobs.TinyCompany.mail;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.inbox.SourceContent;
import io.talktrack.inbox.SourceFile;
import io.talktrack.jobs.ingest.ReadMail.Mail;
import io.talktrack.language.Languages;
import io.talktrack.privacy.Directory;
import io.talktrack.privacy.NameSpotter;
import io.talktrack.privacy.Pseudonyms;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestMailReader {
  private static final Languages LANGUAGES = Languages.load();
  private static final String HEAD =
      mail("1", "Ann Seller <ann@lumen.example>", "Bob Buyer <bob@acre.example>", 3);
  private static final String REPLY =
      HEAD
          + """

          Thursday is fine.

          --\s
          Ann Seller
          Lumen, +44 7700 900111, ann.home@lumen.example

          On Wed, 3 Jun 2026 at 09:00, Thorvald Quistgaard <thor@acre.example> wrote:
          > Bob, does Thursday suit you? Our price stays at 900.
          > Call +44 7700 900733 or write to thor.home@acre.example.
          """;

  @Test
  void whatAMailQuotesAndHowItSignsIsKeptAndMaskedLikeItsBody() {
    Mail mail = read(REPLY);

    assertThat(mail.body()).isEqualTo("Thursday is fine.");
    assertThat(mail.quoted())
        .isEqualTo(
            """
            On Wed, 3 Jun 2026 at 09:00, [NAME] <[EMAIL]> wrote:
            > [NAME], does Thursday suit you? Our price stays at 900.
            > Call [PHONE] or write to [EMAIL].""");
    assertThat(mail.signature()).isEqualTo("-- \n[NAME]\nLumen, [PHONE], [EMAIL]");
    assertThat(mail.quotedCharacters()).isEqualTo(189);
  }

  @Test
  void aMailWithoutThemKeepsEmptyTexts() {
    Mail mail = read(HEAD + "\nIs Thursday fine?\n");

    assertThat(mail.quoted()).isEmpty();
    assertThat(mail.signature()).isEmpty();
  }

  @Test
  void aPrivateMailKeepsNeither() {
    Mail mail = read("Sensitivity: Private\n" + REPLY);

    assertThat(mail.body()).isEmpty();
    assertThat(mail.quoted()).isEmpty();
    assertThat(mail.signature()).isEmpty();
    assertThat(mail.quotedCharacters()).isZero();
  }

  @Test
  void whoIsOnlyNamedInAQuotedMailIsMaskedThereAndLeavesTheBodyAsItWas() {
    Directory people = Directory.of(List.of("Zelda Fitzwarren"));
    Mail mail =
        read(
            HEAD + "\nDoes zelda sign?\n\n> Zelda Fitzwarren decides.\n> I shall ask zelda.\n",
            people,
            NameSpotter.NONE);

    assertThat(mail.quoted()).isEqualTo("> [NAME] decides.\n> I shall ask [NAME].");
    assertThat(mail.body()).isEqualTo(body("Does zelda sign?", people));
  }

  @Test
  void whatIsQuotedIsReadInItsOwnLanguage() {
    List<String> english = new ArrayList<>();
    NameSpotter spotter =
        texts -> {
          english.addAll(texts);
          return NameSpotter.NONE.spot(texts);
        };

    Mail mail = read(HEAD + "\n好的，周四可以，谢谢您的报价。\n\n> Thursday?\n", Directory.of(List.of()), spotter);

    assertThat(mail.language()).isEqualTo("zh");
    assertThat(english).containsExactly("> Thursday?");
  }

  private static String body(String text, Directory people) {
    return read(HEAD + "\n" + text + "\n", people, NameSpotter.NONE).body();
  }

  private static Mail read(String mail) {
    return read(mail, Directory.of(List.of()), NameSpotter.NONE);
  }

  private static Mail read(String mail, Directory people, NameSpotter spotter) {
    byte[] bytes = mail.getBytes(UTF_8);
    Pseudonyms pseudonyms = new Pseudonyms("a key that is long enough for a test".getBytes(UTF_8));
    return new MailReader(ZoneOffset.UTC, pseudonyms, people, Originals.DROPPED, "emails")
        .read(
            new SourceFile("emails/1.eml", bytes.length, 0),
            new SourceContent(bytes, null),
            LANGUAGES,
            spotter)
        .mails()
        .get(0);
  }
}
