package io.talktrack.crm;

/** Turns what names a person into the pseudonym that stands for the person in every table. */
public interface PersonIds {
  /** The pseudonym of an e-mail address, null where it is only brackets and blanks. */
  String ofMailbox(String mailbox);

  /** The pseudonym of a name as people and transcripts write it, null for one like "(unknown)". */
  String ofName(String name);
}
