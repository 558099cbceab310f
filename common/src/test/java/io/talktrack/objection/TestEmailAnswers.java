package io.talktrack.objection;

import static io.talktrack.call.Speaker.CUSTOMER;
import static io.talktrack.call.Speaker.REP;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.call.Speaker;
import io.talktrack.email.Email;
import io.talktrack.email.MailKind;
import io.talktrack.metric.CallSketch;
import io.talktrack.sentiment.TextLabels;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestEmailAnswers {
  private static final TextLabels NOTHING = CallSketch.labels(0, 0, "NONE", 0.9);
  private static final TextLabels TOO_DEAR =
      CallSketch.labels(0, 0.8, "NONE", 0.9, ObjectionType.PRICE_BUDGET);
  private static final TextLabels HANDLES = CallSketch.labels(0, 0, "OBJECTION_HANDLING", 0.9);

  private static final Email ASKS =
      mail(
          "m1",
          CUSTOMER,
          "2026-03-06T16:00:00Z",
          MailKind.PERSON,
          "Thank you.",
          "That is beyond us.");
  private static final Email ABSENT =
      mail("m2", REP, "2026-03-06T16:00:05Z", MailKind.AUTO_REPLY, "I am out of office.");
  private static final Email ANSWERS =
      mail("m3", REP, "2026-03-06T17:00:00Z", MailKind.PERSON, "We can split it.");
  private static final Map<Integer, TextLabels> SAID = Map.of(0, NOTHING, 1, TOO_DEAR);

  @Test
  void theNextMailOfARepAnswersAndAnAutomaticOneDoesNot() {
    List<Objection> objections =
        of(List.of(ANSWERS, ABSENT, ASKS), Map.of("m1", SAID, "m3", Map.of(0, HANDLES)));

    assertThat(objections).hasSize(1);
    assertThat(objections.get(0).unitNo()).isEqualTo(1);
    assertThat(objections.get(0).end()).isEqualTo(18);
    assertThat(objections.get(0).isAddressed()).isTrue();
    assertThat(objections.get(0).responseLatencyMillis()).isEqualTo(3_600_000);
    assertThat(objections.get(0).sourceVersion()).isEqualTo("thread-1");
  }

  @Test
  void anAnswerAboutSomethingElseDoesNotAddress() {
    assertThat(of(List.of(ASKS, ANSWERS), Map.of("m1", SAID, "m3", Map.of(0, NOTHING))))
        .extracting(Objection::isAddressed)
        .containsExactly(false);
  }

  @Test
  void withoutAnAnswerNothingIsTold() {
    Objection objection = of(List.of(ASKS), Map.of("m1", SAID)).get(0);

    assertThat(objection.isAddressed()).isNull();
    assertThat(objection.responseLatencyMillis()).isNull();
  }

  @Test
  void aMailInALanguageThatNoModelReadsLeavesTheOthersTheirs() {
    Email invitation =
        mail("de", "m0", CUSTOMER, "2026-03-01T09:00:00Z", MailKind.PERSON, "Einladung");

    assertThat(of(List.of(invitation, ASKS), Map.of("m1", SAID)))
        .extracting(Objection::type)
        .containsExactly(ObjectionType.PRICE_BUDGET);
  }

  private static List<Objection> of(
      List<Email> thread, Map<String, Map<Integer, TextLabels>> labels) {
    return EmailAnswers.of(
        thread, labels, Map.of("en", ObjectionThresholds.same(0.5)), "thread-1", "model-1");
  }

  private static Email mail(
      String id, Speaker side, String sentAt, MailKind kind, String... sentences) {
    return mail("en", id, side, sentAt, kind, sentences);
  }

  private static Email mail(
      String language, String id, Speaker side, String sentAt, MailKind kind, String... sentences) {
    Instant sent = Instant.parse(sentAt);
    return new Email(
        id,
        sent.atZone(ZoneOffset.UTC).toLocalDate(),
        "t1",
        sent,
        sent,
        side,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        "Offer",
        List.of(sentences),
        "",
        "",
        language,
        kind,
        null,
        false,
        0,
        0,
        null,
        List.of(),
        null,
        id + ".eml",
        "source-1",
        "emails-1");
  }
}
