package io.talktrack.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.call.Speaker;
import io.talktrack.email.Email;
import io.talktrack.email.EmailThread;
import io.talktrack.email.MailKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TestMailThreads {
  private static final MailSides SIDES = new MailSides(Set.of("ann"), Set.of("bob"), Set.of());
  private static final String QUOTED = "> Good morning.";
  private static final String SIGNED = "-- \nAnn";
  private static final TreeSet<LocalDate> EVERY_DAY = new TreeSet<>();

  static {
    for (int day = 1; day <= 30; day++) {
      EVERY_DAY.add(LocalDate.of(2026, 6, day));
    }
  }

  @RepeatedTest(200)
  void mailsInAnyOrderAndAnyPortionsEndInTheSameThreads(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<SilentMail> mails = new ArrayList<>();
    for (int id = 0; id < 10; id++) {
      String answers = random.nextInt(3) == 0 ? null : "m" + random.nextInt(10);
      mails.add(mail("m" + id, 1 + random.nextInt(28), answers));
    }
    MailThreads together = MailThreads.of(List.of(), mails, SIDES);

    Collections.shuffle(mails, random);
    List<SilentMail> kept = List.of();
    for (int from = 0; from < mails.size(); ) {
      int to = Math.min(mails.size(), from + 1 + random.nextInt(4));
      kept = written(MailThreads.of(kept, mails.subList(from, to), SIDES));
      from = to;
    }

    assertThat(emails(kept)).isEqualTo(together.on(EVERY_DAY));
    assertThat(MailThreads.of(kept, List.of(), SIDES).threads("d"))
        .isEqualTo(together.threads("d"));
    assertThat(MailThreads.of(kept, List.of(), SIDES).daysThatDiffer(kept)).isEmpty();
  }

  @Test
  void aLinkBetweenTwoThreadsRewritesTheDaysOfWhatItMoves() {
    List<SilentMail> before =
        written(
            MailThreads.of(List.of(), List.of(mail("m1", 1, null), mail("m3", 9, "m2")), SIDES));
    assertThat(emails(before)).extracting(Email::threadId).doesNotHaveDuplicates();

    MailThreads after = MailThreads.of(before, List.of(mail("m2", 5, "m1")), SIDES);

    assertThat(after.threads("d")).extracting(EmailThread::threadId).hasSize(1);
    assertThat(after.daysThatDiffer(before))
        .contains(LocalDate.of(2026, 6, 5))
        .hasSizeBetween(2, 3);
  }

  @Test
  void aMailThatIsGoneRewritesItsDay() {
    List<SilentMail> before =
        written(
            MailThreads.of(List.of(), List.of(mail("m1", 1, null), mail("m7", 7, null)), SIDES));

    MailThreads after = MailThreads.of(before.subList(0, 1), List.of(), SIDES);

    assertThat(after.daysThatDiffer(before)).containsExactly(LocalDate.of(2026, 6, 7));
  }

  @Test
  void aMailThatSaysSomethingElseRewritesItsDay() {
    SilentMail first = mail("m1", 1, null);
    List<SilentMail> before = written(MailThreads.of(List.of(), List.of(first), SIDES));

    SilentMail corrected =
        SilentMail.of(first.mail().saying("subject", List.of("Good bye."), QUOTED, SIGNED));

    assertThat(first.mail().sentences()).isEmpty();
    assertThat(first.mail().subject()).isEmpty();
    assertThat(MailThreads.of(List.of(), List.of(corrected), SIDES).daysThatDiffer(before))
        .containsExactly(LocalDate.of(2026, 6, 1));
  }

  @Test
  void aMailThatQuotesSomethingElseRewritesItsDayAndKeepsItsVersion() {
    SilentMail first = mail("m1", 1, null);
    List<SilentMail> before = written(MailThreads.of(List.of(), List.of(first), SIDES));

    SilentMail masked =
        SilentMail.of(first.mail().saying("subject", List.of("Hello."), "> [NAME]", SIGNED));
    MailThreads after = MailThreads.of(List.of(), List.of(masked), SIDES);

    assertThat(first.mail().quoted()).isEmpty();
    assertThat(first.mail().signature()).isEmpty();
    assertThat(after.daysThatDiffer(before)).containsExactly(LocalDate.of(2026, 6, 1));
    assertThat(after.changed(before)).isEqualTo(1);
    assertThat(after.on(EVERY_DAY))
        .extracting(Email::sourceVersion)
        .isEqualTo(emails(before).stream().map(Email::sourceVersion).toList());
  }

  // as the lake gives them back, with the words that stayed there
  private static List<SilentMail> written(MailThreads threads) {
    return threads.on(EVERY_DAY).stream()
        .map(
            placed ->
                SilentMail.of(placed.saying("subject", List.of("Hello."), QUOTED, SIGNED))
                    .placed(placed))
        .toList();
  }

  private static List<Email> emails(List<SilentMail> mails) {
    return mails.stream().map(SilentMail::mail).toList();
  }

  private static SilentMail mail(String id, int day, String answers) {
    Instant at = LocalDate.of(2026, 6, day).atTime(9, 0).toInstant(ZoneOffset.UTC);
    return SilentMail.of(
        new Email(
            id,
            LocalDate.of(2026, 6, day),
            null,
            at,
            at,
            Speaker.UNKNOWN,
            "ann",
            "lumen.example",
            List.of("bob"),
            List.of(),
            List.of("acre.example"),
            "subject",
            List.of("Hello."),
            QUOTED,
            SIGNED,
            "en",
            MailKind.PERSON,
            null,
            false,
            0,
            0,
            id,
            answers == null ? List.of() : List.of(answers),
            "subject of " + id,
            "emails/" + id,
            null,
            "d"));
  }
}
