package io.talktrack.deal;

/** Why a deal is at risk: the eight warnings that Gong publishes for its deal boards. */
public enum WarningKind {
  /** Nobody on either side called or wrote for too long. */
  NO_ACTIVITY,
  /** The customer leaves the rep's e-mails without an answer. */
  GHOSTED,
  /** The close date is over and the deal is open. */
  OVERDUE,
  /** Too few people of the customer take part. */
  NOT_ENOUGH_CONTACTS,
  /** No decision maker takes part. */
  NO_POWER,
  /** Nobody has spoken about the price yet. */
  PRICING_NOT_MENTIONED,
  /** The customer said something that deals die of, and it still stands. */
  RED_FLAG,
  /** The deal has been in its stage for too long. */
  STALLED_IN_STAGE
}
