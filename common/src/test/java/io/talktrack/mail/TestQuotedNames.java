package io.talktrack.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestQuotedNames {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          On Wed, 3 Jun 2026 at 09:00, Zofia Brandt <z@acre.example> wrote:       | Zofia Brandt
          On Wed, Jun 3, 2026 at 9:00 AM Zofia Brandt <z@acre.example> wrote:     | Zofia Brandt
          On 3 Jun 2026, at 09:00, "Brandt, Zofia" <z@acre.example> wrote:        | Zofia Brandt
          On 3/6/26 09:00 on behalf of Joost van der Berg <j@acre.example> wrote: | Joost van der Berg
          Am 03.06.2026 um 09:00 schrieb Zofia Brandt <z@acre.example>:           | Zofia Brandt
          Am 03.06.2026 um 09:00 schrieb Zofia Brandt:                            | Zofia Brandt
          Le mer. 3 juin 2026 à 09:00, Zofia Brandt <z@acre.example> a écrit :    | Zofia Brandt
          在 2026年6月3日，欧阳建国 <oy@acre.example> 写道：                          | 欧阳建国
          在 2026-06-03 09:00:00，"欧阳建国" <oy@acre.example> 写道：                 | 欧阳建国
          """)
  void theAuthorOfAQuotedMailIsNamedBeforeIt(String introduction, String name) {
    assertThat(names("Fine.\n\n" + introduction + "\n> When?\n")).containsExactly(name);
    assertThat(names("Fine.\n\n> > " + introduction + "\n> >> When?\n")).containsExactly(name);
  }

  @Test
  void anIntroductionOverTwoLinesIsRead() {
    assertThat(
            names("Yes.\n\nOn Wed, 3 Jun 2026 at 09:00, Zofia Brandt\n<z@a.example> wrote:\n> ?\n"))
        .containsExactly("Zofia Brandt");
  }

  @Test
  void authorsAndAddresseesOfAHeaderBlockAreNamed() {
    String block =
        """
        Fine.

        -----Original Message-----
        From: Brandt, Zofia [mailto:z@acre.example]
        Sent: Wednesday, June 3, 2026 9:00 AM
        To: Joost van Dalen; Wernhilde Ostrowska <w@acre.example>,
          Carl Third <c@acre.example>
        Cc: sales@lumen.example
        Subject: Offer for Acre Foods

        When?
        """;

    assertThat(names(block))
        .containsExactly("Zofia Brandt", "Joost van Dalen", "Wernhilde Ostrowska", "Carl Third");
    assertThat(
            names(
                "好的\n\n发件人: 欧阳建国 <oy@acre.example>\n发送时间: 2026年6月3日\n收件人: 李娜；王强\n主题: 报价\n\n何时？\n"))
        .containsExactly("欧阳建国", "李娜", "王强");
  }

  @Test
  void theFirstLineOfASignatureIsANameWhereItIsWrittenLikeOne() {
    assertThat(names("Fine.\n\n-- \nZofia Brandt\nHead of Purchasing\n"))
        .containsExactly("Zofia Brandt");
    assertThat(names("Fine.\n\nKind Regards,\nZofia\n")).containsExactly("Zofia");
    assertThat(names("Fine.\n\n-- \nwe plan your stock\nHead of Purchasing\n")).isEmpty();
  }

  @Test
  void longRunsOfBlanksCostNoMoreThanTheirLength() {
    String blanks = " ".repeat(400_000);
    String block = "Fine.\n\nFrom: Zofia" + blanks + "Brandt\nTo:" + blanks + "x\nSubject: a\n";

    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> names(block));
  }

  @Test
  void whatIsQuotedItselfNamesNobody() {
    assertThat(names("Fine.\n\n> Please ask Zofia Brandt: she knows.\n> To: be decided\n"))
        .isEmpty();
    assertThat(names("Fine.\n")).isEmpty();
  }

  private static Set<String> names(String text) {
    String mail =
        "From: bob@lumen.example\nDate: 3 Jun 2026 09:00:00 +0000\n"
            + "Content-Type: text/plain; charset=utf-8\n\n"
            + text;
    try {
      return QuotedNames.in(MailReader.read(mail.getBytes(UTF_8)));
    } catch (UnreadableMailException e) {
      throw new AssertionError(e);
    }
  }
}
