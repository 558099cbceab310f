package io.talktrack.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/**
 * Whatever a file of rules for kinds of mail says, it is read or refused with all that is wrong. In
 * a build the seeds beside this class are tried; CONTRIBUTING tells how to search on.
 */
class TestMailKindsFuzz {
  @FuzzTest
  void textIsRulesOrRefused(byte[] content) {
    try {
      assertThat(MailKinds.parse(new String(content, StandardCharsets.UTF_8)).rules()).isNotEmpty();
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageStartingWith("Cannot use the rules for kinds of mail");
    }
  }
}
