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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All mails, without their words, with the thread and side that they have now. */
final class MailThreads {
  private final List<SilentMail> mails;

  private MailThreads(List<SilentMail> mails) {
    this.mails = mails;
  }

  static MailThreads of(List<SilentMail> kept, List<SilentMail> fresh, MailSides sides) {
    List<SilentMail> all = new ArrayList<>(kept);
    all.addAll(fresh);
    all.sort(Comparator.comparing(silent -> silent.mail().emailId()));
    List<String> keys = Threads.keys(all.stream().map(silent -> head(silent.mail())).toList());
    List<SilentMail> placed = new ArrayList<>();
    for (int row = 0; row < all.size(); row++) {
      SilentMail silent = all.get(row);
      String thread = "t_" + ContentHash.of("thread", keys.get(row)).substring(0, 24);
      Speaker side = sides.of(silent.mail());
      // what was said and what it belongs to: the sentences' rules are in the definition's version,
      // and what is kept beside them changes nothing that a stage makes of a mail
      String version = ContentHash.of(silent.said(), thread, side);
      placed.add(silent.placed(silent.mail().placed(thread, side, version)));
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

  SortedSet<LocalDate> daysThatDiffer(List<SilentMail> before) {
    Set<SilentMail> now = new HashSet<>(mails);
    Set<SilentMail> then = new HashSet<>(before);
    SortedSet<LocalDate> days = new TreeSet<>();
    now.stream().filter(mail -> !then.contains(mail)).forEach(mail -> days.add(dayOf(mail)));
    then.stream().filter(mail -> !now.contains(mail)).forEach(mail -> days.add(dayOf(mail)));
    return days;
  }

  private static LocalDate dayOf(SilentMail mail) {
    return mail.mail().emailDate();
  }

  long changed(List<SilentMail> before) {
    Set<SilentMail> then = new HashSet<>(before);
    return mails.stream().filter(mail -> !then.contains(mail)).count();
  }

  List<Email> on(SortedSet<LocalDate> days) {
    return mails.stream().filter(mail -> days.contains(dayOf(mail))).map(SilentMail::mail).toList();
  }

  List<EmailThread> threads(String definition) {
    List<EmailThread> threads = new ArrayList<>();
    new TreeMap<>(mails.stream().map(SilentMail::mail).collect(groupingBy(Email::threadId)))
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
