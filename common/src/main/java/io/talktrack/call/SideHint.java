package io.talktrack.call;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * Something by which a voice's side may be told, as the transcript has it. Kept with the voice, so
 * that it can be told anew when the CRM knows more.
 *
 * @param value a side, a channel, a domain, or a pseudonym; never a name or an address
 */
public record SideHint(Kind kind, String value) implements Serializable {
  /** What the value is. */
  public enum Kind {
    /** REP or CUSTOMER, as the source itself says by a role or a channel. */
    STATED,
    /** 0 for the first channel of a recording that has exactly two, 1 for the second. */
    CHANNEL,
    /** Says that the label is a person's name rather than "Speaker 1"; the value is empty. */
    NAMED,
    /** Pseudonym of the e-mail address in the label. */
    MAILBOX,
    /** Domain of that address. */
    DOMAIN,
    /** Pseudonym of the company that the label names beside the person. */
    COMPANY,
    /** Pseudonym of a name by which the voice may have introduced itself. */
    SAID_NAME,
    /** Pseudonym of a company from which the voice may have said it is. */
    SAID_COMPANY
  }

  public SideHint {
    requireNonNull(kind, "kind is null");
    requireNonNull(value, "value is null");
  }
}
