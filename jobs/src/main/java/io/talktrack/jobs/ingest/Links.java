package io.talktrack.jobs.ingest;

import io.talktrack.call.CallLink;
import io.talktrack.call.Source;
import io.talktrack.crm.Account;
import io.talktrack.crm.Contact;
import io.talktrack.crm.Opportunity;
import io.talktrack.crm.OpportunityChange;
import io.talktrack.crm.Rep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * From a conversation to its deal: the side-car decides; else people or domains lead to an account,
 * and the account to the opportunity that was open at that time. Two that fit equally are none.
 */
final class Links {
  private static final String DEFINITION = "links-1";

  private final Map<String, Account> accountsById = new HashMap<>();
  private final Map<String, String> accountByName = new HashMap<>();
  private final Map<String, String> accountByDomain = new HashMap<>();
  private final Map<String, String> accountByPerson = new HashMap<>();
  private final Map<String, String> repByPerson = new HashMap<>();
  private final Map<String, Opportunity> opportunities = new HashMap<>();
  private final Map<String, Instant> closedAt = new HashMap<>();
  private final Map<String, Instant> firstKnown = new HashMap<>();

  /**
   * @param people pseudonyms of those who took part
   * @param domains of those who took part, the company's own left out
   * @param repPersonId whom the side-car names, null for none
   */
  record Conversation(
      Source source,
      String sourceId,
      LocalDate date,
      Instant at,
      Set<String> people,
      Set<String> domains,
      String repPersonId,
      String account,
      String opportunity,
      String sourceVersion) {}

  Links(
      Collection<Account> accounts,
      Collection<Contact> contacts,
      Collection<Rep> reps,
      Collection<Opportunity> opportunities,
      Collection<OpportunityChange> history) {
    for (Account account : accounts) {
      accountsById.put(account.accountId(), account);
      accountByName.put(account.name().toLowerCase(Locale.ROOT), account.accountId());
      if (account.domain() != null) {
        accountByDomain.put(account.domain().toLowerCase(Locale.ROOT), account.accountId());
      }
    }
    contacts.forEach(contact -> accountByPerson.put(contact.personId(), contact.accountId()));
    reps.forEach(rep -> repByPerson.put(rep.personId(), rep.repId()));
    opportunities.forEach(one -> this.opportunities.put(one.opportunityId(), one));
    for (OpportunityChange change : history) {
      firstKnown.merge(
          change.opportunityId(),
          change.validFrom(),
          (one, other) -> one.isBefore(other) ? one : other);
      if (change.isClosed()) {
        closedAt.merge(
            change.opportunityId(),
            change.validFrom(),
            (one, other) -> one.isBefore(other) ? one : other);
      }
    }
  }

  CallLink of(Conversation conversation) {
    String rep = rep(conversation);
    if (opportunities.containsKey(conversation.opportunity())) {
      Opportunity named = opportunities.get(conversation.opportunity());
      return link(conversation, rep, named.accountId(), named.opportunityId(), "SIDE_CAR", 1);
    }
    String named = account(conversation.account());
    if (named != null) {
      return link(conversation, rep, named, open(named, conversation, rep), "SIDE_CAR", 0.95);
    }
    String byPerson = single(conversation.people().stream().map(accountByPerson::get).toList());
    if (byPerson != null) {
      return link(
          conversation,
          rep,
          byPerson,
          open(byPerson, conversation, rep),
          conversation.source() == Source.CALL ? "PARTICIPANT" : "ADDRESS",
          0.9);
    }
    String byDomain =
        single(
            conversation.domains().stream()
                .map(domain -> accountByDomain.get(domain.toLowerCase(Locale.ROOT)))
                .toList());
    if (byDomain != null) {
      return link(conversation, rep, byDomain, open(byDomain, conversation, rep), "DOMAIN", 0.7);
    }
    return link(conversation, rep, null, null, "NONE", 0);
  }

  private String rep(Conversation conversation) {
    if (repByPerson.containsKey(conversation.repPersonId())) {
      return repByPerson.get(conversation.repPersonId());
    }
    return conversation.people().stream()
        .map(repByPerson::get)
        .filter(rep -> rep != null)
        .findFirst()
        .orElse(null);
  }

  private String account(String idOrName) {
    if (idOrName == null) {
      return null;
    }
    return accountsById.containsKey(idOrName)
        ? idOrName
        : accountByName.get(idOrName.toLowerCase(Locale.ROOT));
  }

  private static String single(List<String> accounts) {
    Set<String> found = new TreeSet<>();
    accounts.stream().filter(account -> account != null).forEach(found::add);
    return found.size() == 1 ? found.iterator().next() : null;
  }

  /** The account's one opportunity open at that time; of several the one that the rep owns. */
  private String open(String account, Conversation conversation, String rep) {
    List<Opportunity> open =
        opportunities.values().stream()
            .filter(one -> account.equals(one.accountId()))
            .filter(one -> isOpen(one, conversation))
            .sorted(Comparator.comparing(Opportunity::opportunityId))
            .toList();
    if (open.size() == 1) {
      return open.get(0).opportunityId();
    }
    Optional<Opportunity> own =
        open.stream().filter(one -> rep != null && rep.equals(one.ownerRepId())).findFirst();
    long owned = open.stream().filter(one -> rep != null && rep.equals(one.ownerRepId())).count();
    return owned == 1 ? own.get().opportunityId() : null;
  }

  // a first call often comes days before somebody opens the opportunity, a thank-you after it
  // closed
  private boolean isOpen(Opportunity one, Conversation conversation) {
    Instant from = firstKnown.get(one.opportunityId());
    Instant to = closedAt.get(one.opportunityId());
    boolean begun = from == null || !conversation.at().isBefore(from.minusSeconds(14L * 24 * 3600));
    boolean ended = to != null && conversation.at().isAfter(to.plusSeconds(14L * 24 * 3600));
    return begun && !ended;
  }

  private static CallLink link(
      Conversation conversation,
      String rep,
      String account,
      String opportunity,
      String method,
      double confidence) {
    return new CallLink(
        conversation.source(),
        conversation.sourceId(),
        conversation.date(),
        rep,
        account,
        opportunity,
        method,
        confidence,
        conversation.sourceVersion(),
        DEFINITION);
  }
}
