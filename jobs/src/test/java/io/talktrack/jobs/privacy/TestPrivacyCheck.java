package io.talktrack.jobs.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.jobs.privacy.PrivacyCheck.Originals;
import io.talktrack.language.Languages;
import io.talktrack.privacy.Directory;
import io.talktrack.privacy.NameSpotter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestPrivacyCheck {
  private static final String CALL =
      """
      WEBVTT

      00:00:01.000 --> 00:00:04.000
      <v Zofia Brandt>What's your phone number, Joost?

      00:00:05.000 --> 00:00:07.000
      <v Joost van Dalen>It's two oh two, five five five

      00:00:07.500 --> 00:00:08.000
      <v Zofia Brandt>Uh huh.

      00:00:08.500 --> 00:00:10.000
      <v Joost van Dalen>oh one two three. We pay $12,500.
      """;

  @Test
  void findingsOfACallTellPlaceAndReason() {
    assertThat(check(CALL, "call.vtt", Originals.HIDDEN))
        .containsExactly(
            "turn 0, 26-31: [NAME], name.known: the name of one who takes part",
            "    What's your phone number, [NAME]?",
            "turn 1, 5-31: [PHONE], phone.spoken.over-turns: spoken digits of a phone's form, or called a phone, read together with the turns around it",
            "    It's [PHONE]",
            "turn 3, 0-16: [PHONE], phone.spoken.over-turns: spoken digits of a phone's form, or called a phone, read together with the turns around it",
            "    [PHONE]. We pay $12,500.",
            "3 would be masked in 4 turns: PHONE 2, NAME 1.");
  }

  @Test
  void findingsOfAMailKnowItsPeople() {
    String mail =
        """
        From: Zofia Brandt <z@brackenhill.example>
        To: Joost van Dalen <j@lumenfold.example>
        Date: Tue, 14 Apr 2026 10:00:00 +0100
        Subject: Quote 2041 for Joost

        Write to zofia@brackenhill.example about order 4155550123.
        """;

    assertThat(check(mail, "one.eml", Originals.HIDDEN))
        .containsExactly(
            "mail 0, subject, 15-20: [NAME], name.known: the name of one who takes part",
            "    Quote 2041 for [NAME]",
            "mail 0, body, 9-34: [EMAIL], email.written: the form of a mailbox",
            "    Write to [EMAIL] about order 4155550123.",
            "2 would be masked in 1 mails: EMAIL 1, NAME 1.");
  }

  @Test
  void whatAMailQuotesAndSignsIsToldToo() {
    String mail =
        """
        From: Zofia Brandt <z@brackenhill.example>
        Date: Tue, 14 Apr 2026 10:00:00 +0100
        Subject: Quote 2041

        Fine.

        --\s
        Zofia Brandt

        > Write to thor@lumenfold.example.
        """;

    assertThat(check(mail, "one.eml", Originals.HIDDEN))
        .containsExactly(
            "mail 0, quoted, 11-33: [EMAIL], email.written: the form of a mailbox",
            "    > Write to [EMAIL].",
            "mail 0, signature, 4-16: [NAME], name.known: the name of one who takes part",
            "    -- [NAME]",
            "2 would be masked in 1 mails: EMAIL 1, NAME 1.");
  }

  @Test
  void plainTextIsReadByLinesAndOriginalsAreShownWhenAskedFor() {
    String text = "Minutes of the meeting\n\n电话13800138000，报价12万元\n";

    assertThat(check(text, "notes", Originals.SHOWN))
        .containsExactly(
            "line 3, 2-13: [PHONE] = 13800138000, phone.chinese: the form of a Chinese mobile or service number",
            "    电话[PHONE]，报价12万元",
            "1 would be masked in 3 lines: PHONE 1.");
    assertThat(String.join("\n", check(text, "notes", Originals.HIDDEN))).doesNotContain("138");
  }

  @Test
  void aFileWithoutFindingsSaysWhatRulesCannotSee() {
    assertThat(check("The list price is 90 a month.", "notes", Originals.HIDDEN))
        .containsExactly(
            "Nothing would be masked in 1 lines. Neither rules nor a model know every name: look yourself, too.");
  }

  private static List<String> check(String text, String path, Originals originals) {
    return PrivacyCheck.of(
        text.getBytes(UTF_8),
        path,
        Languages.load(),
        2_000,
        Directory.of(List.of()),
        NameSpotter.NONE,
        originals);
  }
}
