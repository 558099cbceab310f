package io.talktrack.jobs.ingest;

import io.talktrack.call.Speaker;
import io.talktrack.crm.Account;
import io.talktrack.crm.Contact;
import io.talktrack.crm.Rep;
import io.talktrack.privacy.Pseudonyms;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Who is known: the company's reps, the accounts' contacts, and the domains and names of the
 * companies on both sides. A name that two bear names nobody.
 */
final class Roster {
  private final Unique<Person> names = new Unique<>();
  private final Unique<Person> givenNames = new Unique<>();
  private final Unique<Person> mailboxes = new Unique<>();
  private final Unique<Speaker> domains = new Unique<>();
  private final Unique<Speaker> companies = new Unique<>();

  /** Somebody known, and the side they are on. */
  record Person(Speaker side, String personId) {}

  /** Values by key; a key with two different values has none. */
  private static final class Unique<V> {
    private final Map<String, V> values = new HashMap<>();
    private final Set<String> shared = new HashSet<>();

    void put(String key, V value) {
      V other = key == null ? value : values.put(key, value);
      if (other != null && !other.equals(value)) {
        shared.add(key);
      }
    }

    V get(String key) {
      return key == null || shared.contains(key) ? null : values.get(key);
    }
  }

  /**
   * @param ownDomains e-mail domains of the company, in lower case
   */
  Roster(
      Collection<Rep> reps,
      Collection<Contact> contacts,
      Collection<Account> accounts,
      Set<String> ownDomains,
      Pseudonyms pseudonyms) {
    for (Rep rep : reps) {
      put(new Person(Speaker.REP, rep.personId()), rep.nameHash(), rep.name(), pseudonyms);
    }
    for (Contact contact : contacts) {
      put(
          new Person(Speaker.CUSTOMER, contact.personId()),
          contact.nameHash(),
          contact.name(),
          pseudonyms);
    }
    for (String domain : ownDomains) {
      put(domain, Speaker.REP, pseudonyms);
    }
    for (Account account : accounts) {
      CompanyName.hash(account.name(), pseudonyms)
          .ifPresent(hash -> companies.put(hash, Speaker.CUSTOMER));
      if (account.domain() != null) {
        put(account.domain().toLowerCase(Locale.ROOT), Speaker.CUSTOMER, pseudonyms);
      }
    }
  }

  private void put(Person person, String nameHash, String name, Pseudonyms pseudonyms) {
    names.put(nameHash, person);
    mailboxes.put(person.personId(), person);
    String normalised = name == null ? "" : Pseudonyms.normalisedName(name);
    int space = normalised.indexOf(' ');
    if (space > 1) {
      givenNames.put(pseudonyms.person(normalised.substring(0, space)), person);
    }
  }

  private void put(String domain, Speaker side, Pseudonyms pseudonyms) {
    domains.put(domain, side);
    CompanyName.hash(CompanyName.ofDomain(domain), pseudonyms)
        .ifPresent(hash -> companies.put(hash, side));
  }

  /** The rep or contact of that name; null for none. */
  Person named(String nameHash) {
    return names.get(nameHash);
  }

  /** The one person whose first name it is, or who has no other; null for none. */
  Person called(String nameHash) {
    Person named = names.get(nameHash);
    Person called = givenNames.get(nameHash);
    return named == null ? called : called == null || Objects.equals(named, called) ? named : null;
  }

  /** The rep or contact with that address; null for none. */
  Person at(String mailboxHash) {
    return mailboxes.get(mailboxHash);
  }

  /** The side of a domain, or of the domain that it is below; null for none. */
  Speaker domain(String domain) {
    String rest = domain.toLowerCase(Locale.ROOT);
    while (domains.get(rest) == null && rest.indexOf('.') >= 0) {
      rest = rest.substring(rest.indexOf('.') + 1);
    }
    return domains.get(rest);
  }

  Speaker company(String nameHash) {
    return companies.get(nameHash);
  }
}
