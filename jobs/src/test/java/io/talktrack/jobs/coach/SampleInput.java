package io.talktrack.jobs.coach;

import static io.talktrack.jobs.coach.SampleCalls.CHINESE;
import static io.talktrack.jobs.coach.SampleCalls.FIRST;
import static io.talktrack.jobs.coach.SampleCalls.NOBODYS;
import static io.talktrack.jobs.coach.SampleCalls.PRICE_TALK;
import static io.talktrack.jobs.coach.SampleCalls.SECOND;
import static io.talktrack.jobs.coach.SampleCalls.THIRD;
import static io.talktrack.jobs.coach.SampleCalls.UNKNOWN_VOICES;

import io.talktrack.call.Call;
import io.talktrack.call.CallLink;
import io.talktrack.call.Source;
import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import io.talktrack.coaching.CoachedCall;
import io.talktrack.coaching.Insight;
import io.talktrack.coaching.Insights;
import io.talktrack.crm.Account;
import io.talktrack.crm.Contact;
import io.talktrack.crm.Opportunity;
import io.talktrack.crm.Rep;
import io.talktrack.email.Email;
import io.talktrack.email.MailKind;
import io.talktrack.metric.CallMetric;
import io.talktrack.metric.CallMetrics;
import io.talktrack.objection.Objection;
import io.talktrack.objection.ObjectionType;
import io.talktrack.objection.Stance;
import io.talktrack.playbook.Criterion;
import io.talktrack.playbook.Criterion.Applies;
import io.talktrack.playbook.Criterion.Check;
import io.talktrack.playbook.Criterion.Where;
import io.talktrack.playbook.Playbook;
import io.talktrack.playbook.Playbook.Stage;
import io.talktrack.playbook.PlaybookEvidence;
import io.talktrack.playbook.PlaybookScore;
import io.talktrack.report.ReportLanguage;
import io.talktrack.sentiment.TextLabels;
import io.talktrack.sentiment.TurnLabel;
import io.talktrack.tracker.KeyPhrase;
import io.talktrack.tracker.Tracker;
import io.talktrack.tracker.Tracker.SaidBy;
import io.talktrack.tracker.TrackerHit;
import io.talktrack.tracker.Trackers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that a lake says of {@link SampleCalls}, of two threads, and of the company's two reps. */
final class SampleInput {
  static final Playbook PLAYBOOK =
      new Playbook(
          "default",
          "1",
          List.of("en", "zh"),
          new TreeMap<>(),
          List.of(
              stage("opening", criterion("agrees-agenda", "Agree on an agenda.", false)),
              stage("next-step", criterion("dated-next-step", "Agree on a date.", true))));
  static final Trackers TRACKERS =
      new Trackers(
          List.of(
              new Tracker(
                  "own-tools",
                  new TreeMap<>(Map.of("en", "Own tools", "zh", "自研工具")),
                  SaidBy.ANY,
                  new TreeMap<>())));

  private static final Instant NOON = Instant.parse("2026-09-02T12:00:00Z");

  static ReportSettings settings(Path folder, ReportLanguage language) {
    return new ReportSettings(
        folder, language, ZoneId.of("Asia/Shanghai"), "Brightside", PLAYBOOK, TRACKERS);
  }

  static ReportInput all() {
    List<Objection> objections = List.of(SampleCalls.tooExpensive(true), mailObjection());
    List<TurnLabel> labels =
        List.of(
            SampleCalls.label(PRICE_TALK.get(1), "NEGATIVE", 0.1, "NONE"),
            SampleCalls.label(PRICE_TALK.get(3), null, 0.5, "NONE"),
            SampleCalls.label(PRICE_TALK.get(4), "NEUTRAL", 0.5, "NEXT_STEP"),
            SampleCalls.label(PRICE_TALK.get(5), "POSITIVE", 0.9, "NONE"),
            SampleCalls.unsupported(UNKNOWN_VOICES.get(0)));
    List<Call> calls =
        List.of(
            SampleCalls.call("c1", FIRST, "en", PRICE_TALK),
            SampleCalls.call("c2", SECOND, "en", UNKNOWN_VOICES),
            SampleCalls.call("c3", THIRD, "zh", CHINESE),
            SampleCalls.call("c4", THIRD, "en", NOBODYS));
    List<CallMetric> metrics =
        Stream.of(PRICE_TALK, UNKNOWN_VOICES, CHINESE, NOBODYS)
            .flatMap(turns -> measured(turns, objections, labels).stream())
            .toList();
    List<CallLink> links =
        List.of(
            SampleCalls.link("c1", FIRST, "R1", "a1"),
            SampleCalls.link("c2", SECOND, "R1", "a1"),
            SampleCalls.link("c3", THIRD, "R2", "a1"),
            SampleCalls.link("c4", THIRD, null, null),
            mailLink("t1", "R1", "a1"),
            mailLink("t2", null, null));
    return new ReportInput(
        calls,
        links,
        Stream.of(PRICE_TALK, UNKNOWN_VOICES, CHINESE, NOBODYS).flatMap(List::stream).toList(),
        labels,
        metrics,
        objections,
        List.of(
            score("c1", FIRST, "agrees-agenda", "MET", false),
            score("c1", FIRST, "dated-next-step", "MET", true),
            score("c3", THIRD, "agrees-agenda", "ABSTAINED", false),
            score("c3", THIRD, "dated-next-step", "NOT_MET", true)),
        List.of(
            evidence("c1", FIRST, "agrees-agenda", "EVIDENCE", 0, 0, 5, 36),
            evidence("c1", FIRST, "dated-next-step", "EVIDENCE", 4, 5, 9, 3),
            evidence("c3", THIRD, "dated-next-step", "NEAREST_MISS", 2, 2, 0, 9),
            evidence("c3", THIRD, "dated-next-step", "SEARCHED", 0, 2, 0, 13)),
        List.of(
            new TrackerHit(
                "own-tools",
                Source.CALL,
                "c3",
                THIRD,
                1,
                6,
                8,
                Speaker.CUSTOMER,
                "version-c3",
                "trackers-1"),
            new TrackerHit(
                "no-next-step",
                Source.CALL,
                "c3",
                THIRD,
                null,
                1,
                3,
                null,
                "version-c3",
                "trackers-1")),
        List.of(
            new KeyPhrase("c1", FIRST, "it is", 0.5, 1, "version-c1", "phrases-1"),
            new KeyPhrase("c1", FIRST, "fifteenth", 0.1, 1, "version-c1", "phrases-1")),
        insights(calls, metrics, objections),
        List.of(
            mail("m1", "t1", Speaker.CUSTOMER, NOON, "Re: offer", "Hello.", "No budget for it."),
            mail("m2", "t1", Speaker.REP, NOON.plusSeconds(7_200), "Re: offer", "I see.", "Why?"),
            mail("m3", "t2", Speaker.UNKNOWN, NOON, "Our newsletter", "News.")),
        List.of(
            new Rep("R1", "p_ada", "h1", "Ada Byrne", "North", "Mo Hart", FIRST, "v1"),
            new Rep("R2", "p_bo", "h2", "Bo Chen", "North", "Mo Hart", FIRST, "v2"),
            new Rep("R3", "p_cy", "h3", "Cy Idle", "North", "Mo Hart", FIRST, "v3")),
        List.of(
            new Contact("k1", "a1", "p_cora", "h4", "Cora Lind", "Buyer", "CHAMPION", NOON, "v1")),
        List.of(new Account("a1", "Acre & Sons", "acre.test", "Food", 40, "GB", NOON, "v1")),
        List.of(
            new Opportunity(
                "o1",
                "a1",
                "Acre plan",
                "R1",
                100_00L,
                "GBP",
                FIRST,
                THIRD,
                "Demo",
                false,
                false,
                null,
                NOON,
                "v1")),
        new FileCounts(1, 2));
  }

  /** What the rules say of every call that belongs to a rep. */
  private static List<Insight> insights(
      List<Call> calls, List<CallMetric> metrics, List<Objection> objections) {
    Map<String, String> repByCall = Map.of("c1", "R1", "c2", "R1", "c3", "R2");
    return calls.stream()
        .filter(call -> repByCall.containsKey(call.callId()))
        .flatMap(
            call ->
                Insights.of(
                    new CoachedCall(
                        repByCall.get(call.callId()),
                        call.callId(),
                        call.callDate(),
                        call.durationMillis(),
                        switch (call.callId()) {
                          case "c1" -> PRICE_TALK;
                          case "c2" -> UNKNOWN_VOICES;
                          default -> CHINESE;
                        },
                        metrics.stream()
                            .filter(metric -> metric.callId().equals(call.callId()))
                            .toList(),
                        objections.stream()
                            .filter(one -> one.sourceId().equals(call.callId()))
                            .toList(),
                        List.of(),
                        List.of(),
                        "version"))
                    .stream())
        .toList();
  }

  private static List<CallMetric> measured(
      List<Turn> turns, List<Objection> objections, List<TurnLabel> labels) {
    Turn first = turns.get(0);
    Map<Integer, TextLabels> ofCall =
        labels.stream()
            .filter(label -> label.callId().equals(first.callId()) && label.labels() != null)
            .collect(Collectors.toMap(TurnLabel::turnNo, TurnLabel::labels));
    return CallMetrics.measure(
        first.callId(),
        first.callDate(),
        turns.get(turns.size() - 1).endMillis(),
        turns,
        objections.stream().filter(one -> one.sourceId().equals(first.callId())).toList(),
        ofCall,
        first.sourceVersion());
  }

  static PlaybookScore score(
      String callId, LocalDate day, String criterion, String outcome, boolean isCritical) {
    return new PlaybookScore(
        callId,
        day,
        "default",
        criterion.equals("agrees-agenda") ? "opening" : "next-step",
        criterion,
        outcome,
        outcome.equals("MET") ? Double.valueOf(1) : outcome.equals("NOT_MET") ? 0.0 : null,
        1,
        isCritical,
        0.8,
        outcome.equals("MET") ? null : "no turn is like the playbook's lines",
        "version-" + callId,
        "playbook-1");
  }

  private static PlaybookEvidence evidence(
      String callId,
      LocalDate day,
      String criterion,
      String kind,
      int firstTurn,
      int lastTurn,
      int start,
      int end) {
    return new PlaybookEvidence(
        callId,
        day,
        "default",
        criterion,
        kind,
        firstTurn,
        lastTurn,
        start,
        end,
        0.8,
        "version-" + callId,
        "playbook-1");
  }

  private static Objection mailObjection() {
    return new Objection(
        "objection-2",
        Source.EMAIL,
        "m1",
        LocalDate.of(2026, 9, 2),
        1,
        0,
        17,
        ObjectionType.PRICE_BUDGET,
        0.8,
        Stance.OBJECTION,
        null,
        false,
        null,
        List.of(),
        7_200_000L,
        null,
        "version-t1",
        "email-answers-1");
  }

  private static CallLink mailLink(String threadId, String repId, String accountId) {
    return new CallLink(
        Source.EMAIL,
        threadId,
        LocalDate.of(2026, 9, 2),
        repId,
        accountId,
        null,
        accountId == null ? "NONE" : "ADDRESS",
        accountId == null ? 0 : 0.9,
        "version-" + threadId,
        "links-1");
  }

  private static Email mail(
      String id, String thread, Speaker side, Instant at, String subject, String... sentences) {
    return new Email(
        id,
        LocalDate.of(2026, 9, 2),
        thread,
        at,
        at,
        side,
        "p_mail",
        "acre.test",
        List.of(),
        List.of(),
        List.of(),
        subject,
        List.of(sentences),
        "> What was written before.",
        "-- \nAcre",
        "en",
        MailKind.PERSON,
        null,
        false,
        0,
        0,
        id,
        List.of(),
        "key",
        "emails/" + id + ".eml",
        "version-" + thread,
        "emails-1");
  }

  private static Stage stage(String id, Criterion criterion) {
    return new Stage(id, new TreeMap<>(Map.of("en", id, "zh", id)), List.of(criterion));
  }

  private static Criterion criterion(String id, String instruction, boolean isCritical) {
    return new Criterion(
        id,
        new TreeMap<>(Map.of("en", instruction)),
        1,
        isCritical,
        new Applies.Always(),
        new Where.Anywhere(),
        new Check.MustSay(new TreeMap<>()));
  }

  private SampleInput() {}
}
