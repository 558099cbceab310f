package io.talktrack.deal;

import static io.talktrack.call.Speaker.CUSTOMER;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toCollection;

import io.talktrack.call.Source;
import io.talktrack.call.Speaker;
import io.talktrack.crm.Contact;
import io.talktrack.crm.OpportunityChange;
import io.talktrack.identity.ContentHash;
import io.talktrack.objection.Objection;
import io.talktrack.tracker.TrackerHit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An open opportunity as it was known when a day ended; made by {@link OpportunityFacts#asOf}.
 *
 * @param zone of the company: its days are counted
 * @param changes in their order, the present state last; the last one's end is not known yet
 * @param calls in the order of their ends
 * @param emails in the order of their dates
 */
public record DealFacts(
    String opportunityId,
    LocalDate asOfDate,
    ZoneId zone,
    LocalDate createdDate,
    List<OpportunityChange> changes,
    List<LinkedCall> calls,
    List<LinkedEmail> emails,
    List<Contact> contacts) {
  private static final String DECISION_MAKER = "DECISION_MAKER";

  /** One sign of life of a deal; a call is one of both sides. */
  public record Touch(Source source, String sourceId, Instant at, boolean isByCustomer) {}

  /** An objection and when it was raised. */
  public record Raised(Objection objection, Instant at) {}

  public OpportunityChange present() {
    return changes.get(changes.size() - 1);
  }

  public LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  /** Whole days from a day to the as-of day. */
  public int daysSince(LocalDate day) {
    return Math.toIntExact(ChronoUnit.DAYS.between(day, asOfDate));
  }

  /** The day on which the present stage began, other changes within the stage notwithstanding. */
  public LocalDate stageSince() {
    Instant since = present().validFrom();
    for (int i = changes.size() - 1; i >= 0; i--) {
      if (!Objects.equals(changes.get(i).stage(), present().stage())) {
        break;
      }

      since = changes.get(i).validFrom();
    }

    return dayOf(since);
  }

  /** E-mails that a person of a side wrote. */
  public List<LinkedEmail> emailsFrom(Speaker side) {
    return emails.stream().filter(email -> !email.isAutomatic() && email.side() == side).toList();
  }

  /** Calls and e-mails of people on either side, oldest first. */
  public List<Touch> touches() {
    return Stream.concat(
            calls.stream().map(call -> new Touch(Source.CALL, call.callId(), call.knownAt(), true)),
            Stream.of(Speaker.REP, CUSTOMER)
                .flatMap(side -> emailsFrom(side).stream())
                .map(
                    email ->
                        new Touch(
                            Source.EMAIL,
                            email.emailId(),
                            email.knownAt(),
                            email.side() == CUSTOMER)))
        .sorted(comparing(Touch::at).thenComparing(Touch::sourceId))
        .toList();
  }

  public Optional<Touch> lastTouch() {
    return touches().stream().reduce((earlier, later) -> later);
  }

  public Optional<Touch> lastCustomerTouch() {
    return touches().stream().filter(Touch::isByCustomer).reduce((earlier, later) -> later);
  }

  /** Customers who spoke or wrote. */
  public Set<String> engagedPersonIds() {
    return Stream.concat(
            calls.stream().flatMap(call -> call.customerPersonIds().stream()),
            emailsFrom(CUSTOMER).stream().map(LinkedEmail::fromPersonId))
        .filter(Objects::nonNull)
        .collect(toCollection(TreeSet::new));
  }

  /** Whether a decision maker spoke or wrote; empty where the CRM knows nobody's role. */
  public Optional<Boolean> isDecisionMakerEngaged() {
    if (contacts.stream().allMatch(contact -> contact.buyingRole() == null)) {
      return Optional.empty();
    }

    Set<String> engaged = engagedPersonIds();
    return Optional.of(
        contacts.stream()
            .filter(contact -> DECISION_MAKER.equals(contact.buyingRole()))
            .anyMatch(contact -> engaged.contains(contact.personId())));
  }

  /** Objections on calls and in e-mails, oldest first. */
  public List<Raised> objections() {
    List<Raised> raised = new ArrayList<>();
    calls.forEach(
        call -> call.objections().forEach(one -> raised.add(new Raised(one, call.knownAt()))));
    emails.forEach(
        email -> email.objections().forEach(one -> raised.add(new Raised(one, email.knownAt()))));
    raised.sort(
        comparing(Raised::at)
            .thenComparing(one -> one.objection().sourceId())
            .thenComparingInt(one -> one.objection().unitNo())
            .thenComparing(one -> one.objection().type()));
    return raised;
  }

  /** Objections neither resolved themselves nor followed by a resolved one of their type. */
  public List<Raised> openObjections() {
    List<Raised> all = objections();
    List<Raised> open = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Objection one = all.get(i).objection();
      if (all.subList(i, all.size()).stream()
          .map(Raised::objection)
          .noneMatch(later -> later.type() == one.type() && isResolved(later))) {
        open.add(all.get(i));
      }
    }

    return open;
  }

  /** Tracked phrases that were said on calls and in e-mails. */
  public List<TrackerHit> trackerHits() {
    return Stream.concat(
            calls.stream().flatMap(call -> call.trackerHits().stream()),
            emails.stream().flatMap(email -> email.trackerHits().stream()))
        .filter(TrackerHit::isHeard)
        .toList();
  }

  /** Content hash of what these facts were made of. */
  public String sourceVersion() {
    List<Object> parts = new ArrayList<>();
    // an end that came later was not known, so it is no part of the content
    changes.forEach(
        change ->
            parts.add(
                ContentHash.of(
                    change.validFrom(),
                    change.stage(),
                    change.amountMinor(),
                    change.currency(),
                    change.closeDate(),
                    change.forecastCategory())));
    calls.forEach(call -> parts.add(call.callId() + " " + call.sourceVersion()));
    emails.forEach(email -> parts.add(email.emailId() + " " + email.sourceVersion()));
    contacts.forEach(contact -> parts.add(contact.contactId() + " " + contact.sourceVersion()));
    return ContentHash.of(parts.toArray());
  }

  private static boolean isResolved(Objection objection) {
    return Boolean.TRUE.equals(objection.isResolved());
  }
}
