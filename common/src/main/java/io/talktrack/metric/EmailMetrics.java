package io.talktrack.metric;

import static io.talktrack.call.Speaker.CUSTOMER;
import static io.talktrack.call.Speaker.REP;
import static java.util.Comparator.comparing;

import io.talktrack.call.Evidence;
import io.talktrack.call.Source;
import io.talktrack.call.Speaker;
import io.talktrack.email.Email;
import io.talktrack.email.MailKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Measures of one e-mail thread at an instant: mails that were not known by then do not exist.
 *
 * <p>Mails that no person wrote and authors of unknown side are left out. Mails that one side
 * writes in a row wait for one answer, from the first of them on.
 */
public final class EmailMetrics {
  public static final String VERSION = "email-metrics-1";

  private final List<Email> mails;
  private final Instant asOf;

  private EmailMetrics(List<Email> mails, Instant asOf) {
    this.mails = mails;
    this.asOf = asOf;
  }

  /** What was written in a thread up to an instant. */
  public static EmailMetrics of(List<Email> thread, Instant asOf) {
    List<Email> known =
        thread.stream()
            .filter(mail -> mail.kind() == MailKind.PERSON && mail.side() != Speaker.UNKNOWN)
            .filter(mail -> !mail.knownAt().isAfter(asOf))
            .sorted(comparing(Email::sentAt).thenComparing(Email::emailId))
            .toList();
    return new EmailMetrics(known, asOf);
  }

  /**
   * All measures in one row.
   *
   * @param silentAfterMinutes business minutes without an answer from which on a side is silent
   */
  public ThreadMetrics row(
      String threadId, BusinessHours hours, long silentAfterMinutes, String sourceVersion) {
    return new ThreadMetrics(
        threadId,
        asOf,
        messages(),
        median(responseMinutes(REP, hours)),
        median(responseMinutes(CUSTOMER, hours)),
        boxed(replyRate(REP)),
        boxed(replyRate(CUSTOMER)),
        lastTouchAge().map(Duration::toMinutes).orElse(null),
        openQuestions(CUSTOMER).size(),
        openQuestions(REP).size(),
        silentSide(hours, silentAfterMinutes).orElse(null),
        sourceVersion,
        VERSION);
  }

  public int messages() {
    return mails.size();
  }

  /** Business minutes that each answer of a side took, in the order of the answers. */
  public List<Long> responseMinutes(Speaker side, BusinessHours hours) {
    return waits(side).stream()
        .filter(wait -> wait.answer() != null)
        .map(wait -> hours.minutesBetween(wait.asked().sentAt(), wait.answer().sentAt()))
        .toList();
  }

  /** The share of the other side's turns to write that a side has answered. */
  public OptionalDouble replyRate(Speaker side) {
    List<Wait> waits = waits(side);
    long answered = waits.stream().filter(wait -> wait.answer() != null).count();
    return waits.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) answered / waits.size());
  }

  public Optional<Duration> lastTouchAge() {
    return mails.isEmpty()
        ? Optional.empty()
        : Optional.of(Duration.between(mails.get(mails.size() - 1).sentAt(), asOf));
  }

  /** Sentences of a side that ask something and that no mail of the other side follows. */
  public List<Evidence> openQuestions(Speaker asker) {
    List<Evidence> open = new ArrayList<>();
    for (int i = mails.size() - 1; i >= 0 && mails.get(i).side() == asker; i--) {
      open.addAll(0, questions(mails.get(i)));
    }

    return open;
  }

  /** Who has owed an answer for longer than the minutes given. */
  public Optional<Speaker> silentSide(BusinessHours hours, long silentAfterMinutes) {
    for (Speaker side : List.of(REP, CUSTOMER)) {
      List<Wait> waits = waits(side);
      Wait last = waits.isEmpty() ? null : waits.get(waits.size() - 1);
      if (last != null
          && last.answer() == null
          && hours.minutesBetween(last.asked().sentAt(), asOf) > silentAfterMinutes) {
        return Optional.of(side);
      }
    }

    return Optional.empty();
  }

  /** What a side had to answer, with its answer or null. */
  private List<Wait> waits(Speaker side) {
    List<Wait> waits = new ArrayList<>();
    Email asked = null;
    for (Email mail : mails) {
      if (mail.side() != side) {
        asked = asked == null ? mail : asked;
      } else if (asked != null) {
        waits.add(new Wait(asked, mail));
        asked = null;
      }
    }

    if (asked != null) {
      waits.add(new Wait(asked, null));
    }

    return waits;
  }

  private static List<Evidence> questions(Email mail) {
    List<Evidence> questions = new ArrayList<>();
    for (int i = 0; i < mail.sentences().size(); i++) {
      String sentence = mail.sentences().get(i);
      if (Questions.in(sentence) > 0) {
        questions.add(Evidence.whole(Source.EMAIL, mail.emailId(), i, sentence));
      }
    }

    return questions;
  }

  private static Double median(List<Long> minutes) {
    List<Long> sorted = minutes.stream().sorted().toList();
    return sorted.isEmpty()
        ? null
        : (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2.0;
  }

  private static Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private record Wait(Email asked, Email answer) {}
}
