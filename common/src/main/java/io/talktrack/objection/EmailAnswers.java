package io.talktrack.objection;

import static io.talktrack.call.Speaker.CUSTOMER;
import static io.talktrack.call.Speaker.REP;
import static java.util.Comparator.comparing;

import io.talktrack.call.Evidence;
import io.talktrack.call.Source;
import io.talktrack.email.Email;
import io.talktrack.email.MailKind;
import io.talktrack.sentiment.TextLabels;
import io.talktrack.sentiment.TextLabels.TypeScore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a customer objected to by e-mail, sentence by sentence: rules of version {@value #VERSION}.
 *
 * <p>The answer is the rep's next mail of the thread; automatic mails neither object nor answer. It
 * addresses the objection if one of its sentences handles an objection as a turn would ({@link
 * Answers}); null where no rep mail follows or it has no labels. The latency counts around the
 * clock. Whether the customer let it go is not told, and there are no response units, for they
 * would be sentences of another mail.
 */
public final class EmailAnswers {
  public static final String VERSION = "email-answers-4";

  /** The version that the objections of a model carry: the model's and that of these rules. */
  public static String definitionVersion(String modelVersion) {
    return modelVersion + "+" + VERSION;
  }

  /**
   * The objections of one thread, in the order of its mails and sentences.
   *
   * @param labels by mail id and then by sentence number
   * @param sourceVersion of the thread: a later answer changes the row of an earlier mail
   * @param modelVersion the bundle that made the labels
   */
  public static List<Objection> of(
      List<Email> thread,
      Map<String, Map<Integer, TextLabels>> labels,
      Map<String, ObjectionThresholds> thresholds,
      String sourceVersion,
      String modelVersion) {
    List<Email> written =
        thread.stream()
            .filter(mail -> mail.kind() == MailKind.PERSON)
            .sorted(comparing(Email::sentAt).thenComparing(Email::emailId))
            .toList();
    List<Objection> objections = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      Email mail = written.get(i);
      ObjectionThresholds own = thresholds.get(mail.language());
      if (mail.side() == CUSTOMER && own != null) {
        Answer answer = Answer.to(mail, written.subList(i + 1, written.size()), labels);
        Map<Integer, TextLabels> said = labels.getOrDefault(mail.emailId(), Map.of());
        for (int sentence = 0; sentence < mail.sentences().size(); sentence++) {
          for (TypeScore raised : own.raised(said.get(sentence))) {
            objections.add(
                objection(
                    mail,
                    sentence,
                    said.get(sentence),
                    raised,
                    answer,
                    sourceVersion,
                    definitionVersion(modelVersion)));
          }
        }
      }
    }

    return objections;
  }

  private static Objection objection(
      Email mail,
      int sentence,
      TextLabels labels,
      TypeScore raised,
      Answer answer,
      String sourceVersion,
      String version) {
    ObjectionType type = ObjectionType.valueOf(raised.type());
    Evidence evidence =
        RaisedWords.of(
            Source.EMAIL,
            mail.emailId(),
            sentence,
            mail.sentences().get(sentence),
            labels,
            raised.type());
    return new Objection(
        ObjectionId.of(evidence, type, version),
        evidence.source(),
        evidence.sourceId(),
        mail.emailDate(),
        evidence.unitNo(),
        evidence.start(),
        evidence.end(),
        type,
        raised.probability(),
        Stance.of(labels),
        labels.dealNegative(),
        answer.isAddressed(),
        null,
        List.of(),
        answer.latencyMillis(),
        null,
        sourceVersion,
        version);
  }

  private record Answer(Boolean isAddressed, Long latencyMillis) {
    static Answer to(Email mail, List<Email> after, Map<String, Map<Integer, TextLabels>> labels) {
      return after.stream()
          .filter(later -> later.side() == REP)
          .findFirst()
          .map(
              rep ->
                  new Answer(
                      handles(labels.getOrDefault(rep.emailId(), Map.of())),
                      Duration.between(mail.sentAt(), rep.sentAt()).toMillis()))
          .orElse(new Answer(null, null));
    }

    private static Boolean handles(Map<Integer, TextLabels> said) {
      return said.isEmpty() ? null : said.values().stream().anyMatch(Answers::handles);
    }
  }

  private EmailAnswers() {}
}
