package io.talktrack.crm;

/** Turns what names a person into the pseudonym that stands for the person in every table. */
public interface PersonIds {
  /** The pseudonym of an e-mail address. */
  String ofMailbox(String mailbox);

  /** The pseudonym of a name as people and transcripts write it. */
  String ofName(String name);
}
