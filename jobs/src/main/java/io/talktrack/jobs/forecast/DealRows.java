package io.talktrack.jobs.forecast;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.talktrack.call.Source;
import io.talktrack.call.Speaker;
import io.talktrack.crm.Contact;
import io.talktrack.crm.OpportunityChange;
import io.talktrack.deal.LinkedCall;
import io.talktrack.deal.LinkedEmail;
import io.talktrack.deal.OpportunityFacts;
import io.talktrack.email.MailKind;
import io.talktrack.objection.Objection;
import io.talktrack.playbook.PlaybookScore;
import io.talktrack.playbook.PlaybookTotals;
import io.talktrack.tracker.TrackerHit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What the tables hold of one opportunity, at whatever time it became known. One row per
 * opportunity.
 *
 * @param createdDate null where the CRM does not say
 * @param contacts of every account that the opportunity ever had
 */
public record DealRows(
    String opportunityId,
    LocalDate createdDate,
    List<OpportunityChange> changes,
    List<Contact> contacts,
    List<CallRow> calls,
    List<CustomerVoice> voices,
    List<MetricValue> metrics,
    List<PlaybookScore> playbookScores,
    List<EmailRow> emails,
    List<Objection> objections,
    List<TrackerHit> trackerHits) {
  /** A call about the opportunity. */
  public record CallRow(String callId, Instant knownAt, String sourceVersion) {}

  /** A customer who spoke on a call. */
  public record CustomerVoice(String callId, String personId) {}

  /** A value that a call was measured to have. */
  public record MetricValue(String callId, String metric, double value) {}

  /** An e-mail about the opportunity. */
  public record EmailRow(
      String emailId,
      String threadId,
      Instant knownAt,
      Speaker side,
      String fromPersonId,
      MailKind kind,
      String sourceVersion) {}

  /** All facts, with the contacts of every account. */
  OpportunityFacts facts() {
    Map<String, List<CustomerVoice>> voicesByCall =
        voices.stream().collect(groupingBy(CustomerVoice::callId));
    Map<String, Map<String, Double>> metricsByCall =
        metrics.stream()
            .collect(
                groupingBy(MetricValue::callId, toMap(MetricValue::metric, MetricValue::value)));
    Map<String, List<PlaybookScore>> scoresByCall =
        playbookScores.stream().collect(groupingBy(PlaybookScore::callId));
    Map<Source, Map<String, List<Objection>>> objectionsOf =
        objections.stream().collect(groupingBy(Objection::source, groupingBy(Objection::sourceId)));
    Map<Source, Map<String, List<TrackerHit>>> hitsOf =
        trackerHits.stream()
            .collect(groupingBy(TrackerHit::source, groupingBy(TrackerHit::sourceId)));
    return new OpportunityFacts(
        opportunityId,
        createdDate,
        changes,
        calls.stream()
            .map(
                call ->
                    new LinkedCall(
                        call.callId(),
                        call.knownAt(),
                        people(voicesByCall.getOrDefault(call.callId(), List.of())),
                        metricsByCall.getOrDefault(call.callId(), Map.of()),
                        playbookScore(scoresByCall.getOrDefault(call.callId(), List.of())),
                        said(objectionsOf, Source.CALL, call.callId()),
                        said(hitsOf, Source.CALL, call.callId()),
                        call.sourceVersion()))
            .toList(),
        emails.stream()
            .map(
                email ->
                    new LinkedEmail(
                        email.emailId(),
                        email.threadId(),
                        email.knownAt(),
                        email.side(),
                        email.fromPersonId(),
                        email.kind() != MailKind.PERSON,
                        said(objectionsOf, Source.EMAIL, email.emailId()),
                        said(hitsOf, Source.EMAIL, email.emailId()),
                        email.sourceVersion()))
            .toList(),
        contacts);
  }

  /** The same facts with the contacts of the account that the opportunity had on a day's end. */
  static OpportunityFacts withContactsOn(LocalDate day, ZoneId zone, OpportunityFacts facts) {
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    String account =
        facts.changes().stream()
            .filter(change -> change.knownAt().isBefore(end))
            .max(comparing(OpportunityChange::validFrom))
            .map(OpportunityChange::accountId)
            .orElse(null);
    return new OpportunityFacts(
        facts.opportunityId(),
        facts.createdDate(),
        facts.changes(),
        facts.calls(),
        facts.emails(),
        facts.contacts().stream().filter(one -> one.accountId().equals(account)).toList());
  }

  private static List<String> people(List<CustomerVoice> voices) {
    return voices.stream()
        .map(CustomerVoice::personId)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }

  /** The mean of the call's playbooks, null where none scored it. */
  private static Double playbookScore(List<PlaybookScore> scores) {
    double[] totals =
        scores.stream()
            .collect(
                groupingBy(
                    PlaybookScore::playbook,
                    TreeMap::new,
                    collectingAndThen(toList(), all -> PlaybookTotals.of(all))))
            .values()
            .stream()
            .map(PlaybookTotals::score)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    return totals.length == 0 ? null : Arrays.stream(totals).sum() / totals.length;
  }

  private static <T> List<T> said(
      Map<Source, Map<String, List<T>>> rows, Source source, String id) {
    return rows.getOrDefault(source, Map.of()).getOrDefault(id, List.of());
  }
}
