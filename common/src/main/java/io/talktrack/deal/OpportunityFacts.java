package io.talktrack.deal;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import io.talktrack.crm.Contact;
import io.talktrack.crm.OpportunityChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is known of an opportunity, at whatever time it became known.
 *
 * @param createdDate null where the CRM does not say: then the first change counts
 * @param contacts of the opportunity's account
 */
public record OpportunityFacts(
    String opportunityId,
    LocalDate createdDate,
    List<OpportunityChange> changes,
    List<LinkedCall> calls,
    List<LinkedEmail> emails,
    List<Contact> contacts) {
  public OpportunityFacts {
    requireNonNull(opportunityId, "opportunityId is null");
    changes = List.copyOf(changes);
    calls = List.copyOf(calls);
    emails = List.copyOf(emails);
    contacts = List.copyOf(contacts);
  }

  /**
   * What was known of the opportunity when a day ended, or empty if it was not open then. This is
   * the only way to facts as of a day: nothing later passes.
   */
  public Optional<DealFacts> asOf(LocalDate day, ZoneId zone) {
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    List<OpportunityChange> known =
        changes.stream()
            .filter(change -> change.knownAt().isBefore(end))
            .sorted(comparing(OpportunityChange::validFrom))
            .toList();
    if (known.isEmpty() || known.get(known.size() - 1).isClosed()) {
      return Optional.empty();
    }

    LocalDate created =
        createdDate == null ? known.get(0).validFrom().atZone(zone).toLocalDate() : createdDate;
    if (created.isAfter(day)) {
      return Optional.empty();
    }

    return Optional.of(
        new DealFacts(
            opportunityId,
            day,
            zone,
            created,
            known,
            calls.stream()
                .filter(call -> call.knownAt().isBefore(end))
                .sorted(comparing(LinkedCall::knownAt).thenComparing(LinkedCall::callId))
                .toList(),
            emails.stream()
                .filter(email -> email.knownAt().isBefore(end))
                .sorted(comparing(LinkedEmail::knownAt).thenComparing(LinkedEmail::emailId))
                .toList(),
            contacts.stream()
                .filter(contact -> contact.knownAt() == null || contact.knownAt().isBefore(end))
                .sorted(comparing(Contact::contactId))
                .toList()));
  }
}
