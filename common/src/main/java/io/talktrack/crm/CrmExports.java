package io.talktrack.crm;

/** What it means that an export leaves a record out that an older one has. */
public enum CrmExports {
  /** Nothing: an export may hold only what changed, or one month. */
  PARTIAL,
  /** Every dated export lists all opportunities: one that is missing was deleted by then. */
  FULL
}
