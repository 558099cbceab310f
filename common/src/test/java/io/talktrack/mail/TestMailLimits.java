package io.talktrack.mail;

import static io.talktrack.mail.UnreadableMailException.Reason.HEADER_TOO_LONG;
import static io.talktrack.mail.UnreadableMailException.Reason.LINE_TOO_LONG;
import static io.talktrack.mail.UnreadableMailException.Reason.TOO_DEEP;
import static io.talktrack.mail.UnreadableMailException.Reason.TOO_MANY_HEADERS;
import static io.talktrack.mail.UnreadableMailException.Reason.TOO_MANY_PARTS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.talktrack.mail.UnreadableMailException.Reason;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TestMailLimits {
  private static final String HEAD = "From: a@b.example\n";

  static Stream<Arguments> bombs() {
    StringBuilder nested = new StringBuilder(HEAD);
    for (int i = 0; i < 100_000; i++) {
      nested.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
    }

    String same = "Content-Type: multipart/mixed; boundary=b\n\n--b\n";
    String inner = "Content-Type: message/rfc822\n\n";
    String parts = HEAD + "Content-Type: multipart/mixed; boundary=b\n\n";
    return Stream.of(
        Arguments.of("multiparts in one another", nested.toString(), TOO_DEEP),
        Arguments.of("mails in one another", HEAD + inner.repeat(200_000), TOO_DEEP),
        Arguments.of("multiparts of parts", parts + "--b\n\nx\n".repeat(1_000_000), TOO_MANY_PARTS),
        Arguments.of("multiparts of one boundary", HEAD + same.repeat(1_900), null),
        Arguments.of("fields", HEAD + "X: y\n".repeat(2_000_000), TOO_MANY_HEADERS),
        Arguments.of("a folded field", HEAD + "X: y\n" + " y\n".repeat(3_000_000), HEADER_TOO_LONG),
        Arguments.of("a line", HEAD + "X: " + "y".repeat(20_000_000) + "\n\nz", LINE_TOO_LONG),
        Arguments.of("a line of text", HEAD + "\n" + "y".repeat(20_000_000), null));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bombs")
  void bombIsRefusedInTime(String name, String mail, Reason reason) throws Exception {
    byte[] content = mail.getBytes(UTF_8);
    long start = System.nanoTime();

    if (reason == null) {
      assertThat(MailFormats.read(content, name).messages()).hasSize(1);
    } else {
      assertThatExceptionOfType(UnreadableMailException.class)
          .isThrownBy(() -> MailFormats.read(content, name))
          .withMessageStartingWith("Cannot read the mail: ")
          .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          base64           | aGVsbG8gd29ybGQ=                 | hello world
          base64           | aGVs!bG8g*d29y{bGQ=              | hello world
          base64           | aGVsbG8\\ngd2 9\\n\\nybGQ=\\n==    | hello world
          quoted-printable | hel=6Co =\\nworld                | hello world
          quoted-printable | 100=ZZ =                         | 100=ZZ
          x-no-such        | hello world                      | hello world
          """)
  void bodiesWithGarbageAreReadAsFarAsTheyGo(String encoding, String body, String text)
      throws Exception {
    String mail =
        "From: a@b.example\nContent-Transfer-Encoding: %s\n\n%s\n"
            .formatted(encoding, body.replace("\\n", "\n"));

    assertThat(Mails.read(mail).body()).isEqualTo(text);
  }

  @Test
  void ofBase64WithoutItsEndTheWholeGroupsAreRead() throws Exception {
    String mail = HEAD + "Content-Transfer-Encoding: base64\n\naGVsbG8gd29ybGQ";

    assertThat(Mails.read(mail).body()).isEqualTo("hello wor");
  }

  @Test
  void limitsAreThoseThatTheMessagesName() {
    assertThat(MimeParser.MAX_BYTES).isEqualTo(32 << 20);
    assertThat(MimeParser.MAX_DEPTH).isEqualTo(30);
    assertThat(MimeParser.MAX_PARTS).isEqualTo(2_000);
    assertThat(MimeParser.MAX_HEADERS).isEqualTo(2_000);
    assertThat(MimeParser.MAX_HEADER_LENGTH).isEqualTo(256 << 10);
  }
}
