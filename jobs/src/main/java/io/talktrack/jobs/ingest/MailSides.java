package io.talktrack.jobs.ingest;

import io.talktrack.call.Speaker;
import io.talktrack.email.Email;
import java.io.Serializable;
import java.util.Set;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;

/**
 * Whose side a mail's author is on: a rep or contact by address, else by the company's own domains.
 */
record MailSides(Set<String> reps, Set<String> contacts, Set<String> ownDomains)
    implements Serializable {
  Speaker of(Email mail) {
    if (mail.fromPersonId() == null) {
      return Speaker.UNKNOWN;
    }
    if (reps.contains(mail.fromPersonId()) || ownDomains.contains(mail.fromDomain())) {
      return Speaker.REP;
    }
    if (contacts.contains(mail.fromPersonId())) {
      return Speaker.CUSTOMER;
    }
    // a stranger who writes to the company about a deal is on the customer's side of the thread
    boolean isToUs =
        mail.recipientDomains().stream().anyMatch(ownDomains::contains)
            || mail.toPersonIds().stream().anyMatch(reps::contains);
    return isToUs ? Speaker.CUSTOMER : Speaker.UNKNOWN;
  }

  /** Whether a mail in the lake would now be told otherwise. */
  boolean changes(Dataset<Email> emails) {
    return !emails.filter((FilterFunction<Email>) mail -> mail.side() != of(mail)).isEmpty();
  }
}
