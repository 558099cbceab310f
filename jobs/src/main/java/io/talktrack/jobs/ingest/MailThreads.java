package io.talktrack.jobs.ingest;

import static java.util.stream.Collectors.groupingBy;

import io.talktrack.call.Speaker;
import io.talktrack.email.Email;
import io.talktrack.email.EmailThread;
import io.talktrack.email.MailKind;
import io.talktrack.email.Threads;
import io.talktrack.email.Threads.Head;
import io.talktrack.identity.ContentHash;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All mails, without their words, with the thread and side that they have now. */
final class MailThreads {
  private final List<Email> emails;

  private MailThreads(List<Email> emails) {
    this.emails = emails;
  }

  static MailThreads of(List<SilentMail> kept, List<SilentMail> fresh, MailSides sides) {
    List<SilentMail> all = new ArrayList<>(kept);
    all.addAll(fresh);
    all.sort(Comparator.comparing(silent -> silent.mail().emailId()));
    List<String> keys = Threads.keys(all.stream().map(silent -> head(silent.mail())).toList());
    List<Email> placed = new ArrayList<>();
    for (int row = 0; row < all.size(); row++) {
      SilentMail silent = all.get(row);
      String thread = "t_" + ContentHash.of("thread", keys.get(row)).substring(0, 24);
      Speaker side = sides.of(silent.mail());
      // what was said and what it belongs to: the sentences' rules are in the definition's version
      String version = ContentHash.of(silent.said(), thread, side);
      placed.add(silent.mail().placed(thread, side, version));
    }
    return new MailThreads(placed);
  }

  private static Head head(Email mail) {
    Set<String> people = new HashSet<>(mail.toPersonIds());
    people.addAll(mail.ccPersonIds());
    if (mail.fromPersonId() != null) {
      people.add(mail.fromPersonId());
    }
    return new Head(
        mail.messageKey(),
        mail.referenceKeys(),
        null,
        mail.subjectKey() == null ? "" : mail.subjectKey(),
        people,
        mail.sentAt());
  }

  SortedSet<LocalDate> daysThatDiffer(List<Email> before) {
    Map<String, Email> now = new HashMap<>();
    emails.forEach(mail -> now.put(mail.emailId(), mail));
    Map<String, Email> then = new HashMap<>();
    before.forEach(mail -> then.put(mail.emailId(), mail));

    SortedSet<LocalDate> days = new TreeSet<>();
    now.forEach(
        (id, mail) -> {
          if (!mail.equals(then.get(id))) {
            days.add(mail.emailDate());
          }
        });
    then.forEach(
        (id, mail) -> {
          if (!mail.equals(now.get(id))) {
            days.add(mail.emailDate());
          }
        });
    return days;
  }

  long changed(List<Email> before) {
    Set<Email> then = new HashSet<>(before);
    return emails.stream().filter(mail -> !then.contains(mail)).count();
  }

  List<Email> on(SortedSet<LocalDate> days) {
    return emails.stream().filter(mail -> days.contains(mail.emailDate())).toList();
  }

  List<EmailThread> threads(String definition) {
    List<EmailThread> threads = new ArrayList<>();
    new TreeMap<>(emails.stream().collect(groupingBy(Email::threadId)))
        .forEach((id, mails) -> threads.add(thread(id, mails, definition)));
    return threads;
  }

  private static EmailThread thread(String id, List<Email> mails, String definition) {
    List<Email> inOrder =
        mails.stream()
            .sorted(Comparator.comparing(Email::sentAt).thenComparing(Email::emailId))
            .toList();
    return new EmailThread(
        id,
        inOrder.get(0).emailDate(),
        inOrder.get(0).sentAt(),
        inOrder.get(inOrder.size() - 1).sentAt(),
        inOrder.size(),
        count(inOrder, Speaker.REP),
        count(inOrder, Speaker.CUSTOMER),
        ContentHash.of(inOrder.stream().map(Email::sourceVersion).toArray()),
        definition);
  }

  private static int count(List<Email> mails, Speaker side) {
    return (int)
        mails.stream()
            .filter(mail -> mail.side() == side && mail.kind() == MailKind.PERSON)
            .count();
  }
}
