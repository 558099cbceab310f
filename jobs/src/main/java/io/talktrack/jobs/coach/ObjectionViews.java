package io.talktrack.jobs.coach;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.talktrack.call.CallLink;
import io.talktrack.call.Source;
import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import io.talktrack.email.Email;
import io.talktrack.email.MailKind;
import io.talktrack.objection.Objection;
import io.talktrack.report.page.CallRow;
import io.talktrack.report.page.ObjectionView;
import io.talktrack.report.page.SaidWords;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Objections with the customer's words and the rep's. */
final class ObjectionViews {
  private static final Comparator<Email> ORDER =
      comparing(Email::sentAt).thenComparing(Email::emailId);
  private static final int SENTENCES_OF_AN_ANSWER = 3;

  /** Those of a call, in the order in which they were raised. */
  static List<ObjectionView> of(ReportedCall call, CallRow row) {
    return call.objections().stream()
        .sorted(comparingInt(Objection::unitNo).thenComparing(Objection::type))
        .map(
            objection ->
                view(
                    objection,
                    row.title(),
                    row.repId(),
                    row.repName(),
                    said(call.turns().get(objection.unitNo()).text(), objection),
                    answer(objection, call)))
        .toList();
  }

  /** Those of all e-mails, the newest first. */
  static List<ObjectionView> ofEmails(ReportInput input, Names names) {
    Map<String, Email> mails =
        input.emails().stream().collect(toMap(Email::emailId, Function.identity()));
    Map<String, List<Email>> threads = input.emails().stream().collect(groupingBy(Email::threadId));
    Map<String, CallLink> links =
        input.links().stream()
            .filter(link -> link.source() == Source.EMAIL)
            .collect(toMap(CallLink::sourceId, Function.identity()));
    return input.objections().stream()
        .filter(objection -> objection.source() == Source.EMAIL)
        .sorted(
            comparing(Objection::sourceDate)
                .reversed()
                .thenComparing(Objection::sourceId)
                .thenComparing(Objection::unitNo)
                .thenComparing(Objection::type))
        .map(
            objection -> {
              Email mail = mails.get(objection.sourceId());
              CallLink link = links.get(mail.threadId());
              Reps.Named rep = names.reps().of(link == null ? null : link.repId());
              return view(
                  objection,
                  mail.subject(),
                  rep == null ? null : rep.pageId(),
                  rep == null ? null : rep.name(),
                  said(mail.sentences().get(objection.unitNo()), objection),
                  answer(mail, threads.get(mail.threadId())).orElse(null));
            })
        .toList();
  }

  private static SaidWords said(String text, Objection objection) {
    return new SaidWords(
        CodePoints.between(text, 0, objection.start()),
        CodePoints.between(text, objection.start(), objection.end()),
        CodePoints.from(text, objection.end()));
  }

  private static ObjectionView view(
      Objection objection,
      String title,
      String repId,
      String repName,
      SaidWords said,
      String answered) {
    return new ObjectionView(
        objection.source(),
        objection.sourceId(),
        objection.sourceDate(),
        title,
        repId,
        repName,
        objection.type(),
        objection.probability(),
        objection.stance(),
        objection.strength(),
        objection.unitNo(),
        said,
        answered,
        objection.responseUnits(),
        objection.responseLatencyMillis(),
        objection.responseMillis(),
        objection.isAddressed(),
        objection.isResolved());
  }

  private static String answer(Objection objection, ReportedCall call) {
    return objection.responseUnits().isEmpty()
        ? null
        : objection.responseUnits().stream()
            .map(turnNo -> call.turns().get(turnNo))
            .map(Turn::text)
            .collect(joining(" "));
  }

  /** The beginning of the rep's next mail in the thread, which is what counts as the answer. */
  private static Optional<String> answer(Email mail, List<Email> thread) {
    return thread.stream()
        .filter(later -> later.side() == Speaker.REP && later.kind() == MailKind.PERSON)
        .filter(later -> ORDER.compare(later, mail) > 0)
        .min(ORDER)
        .map(
            later ->
                later.sentences().stream().limit(SENTENCES_OF_AN_ANSWER).collect(joining(" ")));
  }

  private ObjectionViews() {}
}
