package io.talktrack.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TestMailExamples {
  @Test
  void everyFormatHasOne() {
    assertThat(MailFormat.values()).allMatch(format -> MailExamples.of(format) != null);
  }

  @Test
  void aMailsAndAnMboxsExampleAreRead() throws Exception {
    for (MailFormat format : new MailFormat[] {MailFormat.EML, MailFormat.MBOX}) {
      byte[] example = MailExamples.of(format).getBytes(StandardCharsets.UTF_8);

      assertThat(MailFormats.read(example, "any").format()).isEqualTo(format);
      assertThat(MailFormats.read(example, "any").messages()).hasSize(1);
    }
  }
}
