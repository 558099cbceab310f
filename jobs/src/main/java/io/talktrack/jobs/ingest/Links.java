package io.talktrack.jobs.ingest;

import io.talktrack.call.CallLink;
import io.talktrack.call.Source;
import io.talktrack.crm.Account;
import io.talktrack.crm.Contact;
import io.talktrack.crm.Opportunity;
import io.talktrack.crm.OpportunityChange;
import io.talktrack.crm.Rep;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * From a conversation to its deal: the side-car decides; else people or domains lead to an account,
 * and the account to the opportunity that was open at that time. Two that fit equally are none.
 */
final class Links {
  private static final String DEFINITION = "links-3";

  private static final Duration BEFORE_AND_AFTER = Duration.ofDays(14);

  private final Map<String, Account> accountsById = new HashMap<>();
  private final Map<String, Set<String>> accountsByName = new HashMap<>();
  private final Map<String, Set<String>> accountsByDomain = new HashMap<>();
  private final Map<String, Set<String>> accountsByPerson = new HashMap<>();
  private final Map<String, String> repByPerson = new HashMap<>();
  private final Map<String, Opportunity> opportunities = new HashMap<>();
  private final Map<String, TreeMap<Instant, Boolean>> closings = new HashMap<>();

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
      add(accountsByName, account.name(), account.accountId());
      if (account.domain() != null) {
        add(accountsByDomain, account.domain(), account.accountId());
      }
    }
    contacts.forEach(contact -> add(accountsByPerson, contact.personId(), contact.accountId()));
    reps.forEach(rep -> repByPerson.put(rep.personId(), rep.repId()));
    opportunities.forEach(one -> this.opportunities.put(one.opportunityId(), one));
    for (OpportunityChange change : history) {
      closings
          .computeIfAbsent(change.opportunityId(), none -> new TreeMap<>())
          .merge(change.validFrom(), change.isClosed(), Boolean::logicalAnd);
    }
  }

  private static void add(Map<String, Set<String>> accounts, String key, String account) {
    accounts.computeIfAbsent(key.toLowerCase(Locale.ROOT), none -> new TreeSet<>()).add(account);
  }

  CallLink of(Conversation conversation) {
    if (opportunities.containsKey(conversation.opportunity())) {
      Opportunity named = opportunities.get(conversation.opportunity());
      return link(conversation, named.accountId(), List.of(named), "SIDE_CAR", 1);
    }
    String named = account(conversation.account());
    if (named != null) {
      return ofAccount(conversation, named, "SIDE_CAR", 0.95);
    }
    String byPerson = single(conversation.people(), accountsByPerson);
    if (byPerson != null) {
      String method = conversation.source() == Source.CALL ? "PARTICIPANT" : "ADDRESS";
      return ofAccount(conversation, byPerson, method, 0.9);
    }
    String byDomain = single(conversation.domains(), accountsByDomain);
    if (byDomain != null) {
      return ofAccount(conversation, byDomain, "DOMAIN", 0.7);
    }
    return link(conversation, null, List.of(), "NONE", 0);
  }

  private CallLink ofAccount(
      Conversation conversation, String account, String method, double confidence) {
    return link(conversation, account, open(account, conversation), method, confidence);
  }

  /** Whom the side-car names, else all reps who took part. */
  private NavigableSet<String> reps(Conversation conversation) {
    String named = repByPerson.get(conversation.repPersonId());
    NavigableSet<String> reps = new TreeSet<>();
    (named == null ? conversation.people().stream().map(repByPerson::get) : Stream.of(named))
        .filter(Objects::nonNull)
        .forEach(reps::add);
    return reps;
  }

  private String account(String idOrName) {
    if (idOrName == null) {
      return null;
    }
    return accountsById.containsKey(idOrName) ? idOrName : single(Set.of(idOrName), accountsByName);
  }

  /** The account that all of these lead to; who leads to several says nothing. */
  private static String single(Set<String> keys, Map<String, Set<String>> accounts) {
    Set<String> found = new TreeSet<>();
    for (String key : keys) {
      Set<String> own = accounts.getOrDefault(key.toLowerCase(Locale.ROOT), Set.of());
      if (own.size() == 1) {
        found.addAll(own);
      }
    }
    return found.size() == 1 ? found.iterator().next() : null;
  }

  private List<Opportunity> open(String account, Conversation conversation) {
    return opportunities.values().stream()
        .filter(one -> account.equals(one.accountId()))
        .filter(one -> isOpen(one, conversation.at()))
        .toList();
  }

  // a first call often comes days before somebody opens the opportunity, a thank-you after it
  // closed; a deal that was lost may be open again
  private boolean isOpen(Opportunity one, Instant at) {
    TreeMap<Instant, Boolean> changes = closings.getOrDefault(one.opportunityId(), new TreeMap<>());
    Instant from = changes.isEmpty() ? null : changes.firstKey();
    if (one.createdDate() != null) {
      Instant created = one.createdDate().atStartOfDay(ZoneOffset.UTC).toInstant();
      from = from == null || created.isBefore(from) ? created : from;
    }
    boolean begun = from == null || !at.isBefore(from.minus(BEFORE_AND_AFTER));
    Instant closed = null;
    for (Map.Entry<Instant, Boolean> change : changes.headMap(at, true).entrySet()) {
      closed = !change.getValue() ? null : closed == null ? change.getKey() : closed;
    }
    boolean ended = closed != null && at.isAfter(closed.plus(BEFORE_AND_AFTER));
    return begun && !ended;
  }

  // of several deals the only one that a rep on the call owns; of several reps the only one who
  // owns any of the deals, else the first by id
  private CallLink link(
      Conversation conversation,
      String account,
      List<Opportunity> deals,
      String method,
      double confidence) {
    NavigableSet<String> reps = reps(conversation);
    List<Opportunity> own =
        deals.stream()
            .filter(one -> one.ownerRepId() != null && reps.contains(one.ownerRepId()))
            .toList();
    List<String> owners = own.stream().map(Opportunity::ownerRepId).distinct().toList();
    List<Opportunity> meant = deals.size() == 1 ? deals : own;
    String first = reps.isEmpty() ? null : reps.first();
    return new CallLink(
        conversation.source(),
        conversation.sourceId(),
        conversation.date(),
        owners.size() == 1 ? owners.get(0) : first,
        account,
        meant.size() == 1 ? meant.get(0).opportunityId() : null,
        method,
        confidence,
        conversation.sourceVersion(),
        DEFINITION);
  }
}
