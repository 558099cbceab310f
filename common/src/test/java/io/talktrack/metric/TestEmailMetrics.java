package io.talktrack.metric;

import static io.talktrack.call.Speaker.CUSTOMER;
import static io.talktrack.call.Speaker.REP;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.call.Evidence;
import io.talktrack.call.Source;
import io.talktrack.call.Speaker;
import io.talktrack.email.Email;
import io.talktrack.email.MailKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestEmailMetrics {
  private static final BusinessHours LONDON =
      new BusinessHours(
          ZoneId.of("Europe/London"),
          LocalTime.of(9, 0),
          LocalTime.of(17, 0),
          Set.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY));

  // 6 March 2026 is a Friday
  private static final List<Email> THREAD =
      List.of(
          mail("m1", CUSTOMER, "2026-03-06T16:00:00Z", "What does it cost?", "We are forty."),
          mail("m2", CUSTOMER, "2026-03-06T16:30:00Z", "And is there a trial?"),
          mail("m3", REP, "2026-03-09T10:00:00Z", "Here is the offer.", "Does that suit you?"),
          mail("m4", CUSTOMER, "2026-03-10T10:00:00Z", "Thank you."),
          mail("m5", REP, "2026-03-10T10:15:00Z", "When can we talk?"));

  @Test
  void nightsAndWeekendsAreNoBusinessHours() {
    assertThat(minutes("2026-03-06T16:00:00Z", "2026-03-09T10:00:00Z")).isEqualTo(120);
    assertThat(minutes("2026-03-07T10:00:00Z", "2026-03-08T10:00:00Z")).isZero();
  }

  @Test
  void summerTimeMovesTheHours() {
    // the clocks change on 29 March 2026
    assertThat(minutes("2026-03-27T16:30:00Z", "2026-03-30T08:30:00Z")).isEqualTo(60);
  }

  @Test
  void minutesAreNotCountedBackwards() {
    assertThatThrownBy(() -> minutes("2026-03-09T10:00:00Z", "2026-03-06T16:00:00Z"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot count minutes from 2026-03-09T10:00:00Z back to 2026-03-06T16:00:00Z."
                + " Swap them.");
  }

  @Test
  void anAnswerWaitsFromTheFirstUnansweredMailOn() {
    EmailMetrics thread = at("2026-03-10T10:15:00Z");

    assertThat(thread.responseMinutes(REP, LONDON)).containsExactly(120L, 15L);
    assertThat(thread.responseMinutes(CUSTOMER, LONDON)).containsExactly(480L);
    assertThat(thread.replyRate(REP)).hasValue(1.0);
    assertThat(thread.replyRate(CUSTOMER)).hasValue(0.5);
  }

  @Test
  void openQuestionsPointAtTheirSentences() {
    assertThat(at("2026-03-06T17:00:00Z").openQuestions(CUSTOMER))
        .containsExactly(
            new Evidence(Source.EMAIL, "m1", 0, 0, 18), new Evidence(Source.EMAIL, "m2", 0, 0, 21));
    assertThat(at("2026-03-09T12:00:00Z").openQuestions(CUSTOMER)).isEmpty();
  }

  @Test
  void whoOwesAnAnswerForTooLongIsSilent() {
    assertThat(at("2026-03-11T10:15:00Z").silentSide(LONDON, 480)).isEmpty();
    assertThat(at("2026-03-11T10:16:00Z").silentSide(LONDON, 480)).contains(CUSTOMER);
    assertThat(at("2026-03-09T09:31:00Z").silentSide(LONDON, 60)).contains(REP);
  }

  @Test
  void theFutureDoesNotChangeThePast() {
    EmailMetrics before = at("2026-03-09T09:00:00Z");

    assertThat(before.messages()).isEqualTo(2);
    assertThat(before.replyRate(REP)).hasValue(0.0);
    assertThat(before.lastTouchAge()).contains(Duration.ofMinutes(64 * 60 + 30));
    assertThat(at("2026-03-06T15:00:00Z").lastTouchAge()).isEmpty();
  }

  @Test
  void aRowHoldsAllOfIt() {
    assertThat(at("2026-03-12T10:15:00Z").row("t1", LONDON, 480, "source-1"))
        .isEqualTo(
            new ThreadMetrics(
                "t1",
                Instant.parse("2026-03-12T10:15:00Z"),
                5,
                67.5,
                480.0,
                1.0,
                0.5,
                2_880L,
                0,
                1,
                CUSTOMER,
                "source-1",
                EmailMetrics.VERSION));
  }

  private static EmailMetrics at(String instant) {
    return EmailMetrics.of(THREAD, Instant.parse(instant));
  }

  private static long minutes(String from, String to) {
    return LONDON.minutesBetween(Instant.parse(from), Instant.parse(to));
  }

  private static Email mail(String id, Speaker side, String sentAt, String... sentences) {
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
        "en",
        MailKind.PERSON,
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
