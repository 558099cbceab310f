package io.talktrack.jobs.ingest;

import io.talktrack.crm.Contact;
import io.talktrack.crm.Rep;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who is known by name: the company's reps and the accounts' contacts. A name that two people bear
 * names nobody.
 */
final class Roster implements Serializable {
  private static final long serialVersionUID = 1;

  private final Map<String, String> reps = new HashMap<>();
  private final Map<String, String> contacts = new HashMap<>();

  Roster(Collection<Rep> reps, Collection<Contact> contacts) {
    Set<String> shared = new HashSet<>();
    for (Rep rep : reps) {
      put(this.reps, rep.nameHash(), rep.personId(), shared);
    }
    for (Contact contact : contacts) {
      put(this.contacts, contact.nameHash(), contact.personId(), shared);
    }
    this.reps.keySet().removeAll(shared);
    this.contacts.keySet().removeAll(shared);
  }

  private static void put(
      Map<String, String> people, String nameHash, String personId, Set<String> shared) {
    if (nameHash == null) {
      return;
    }
    String other = people.put(nameHash, personId);
    if (other != null && !other.equals(personId)) {
      shared.add(nameHash);
    }
  }

  /** The rep of that name; null for none. A contact of the same name leaves it open. */
  String rep(String nameHash) {
    return contacts.containsKey(nameHash) ? null : reps.get(nameHash);
  }

  String contact(String nameHash) {
    return reps.containsKey(nameHash) ? null : contacts.get(nameHash);
  }
}
