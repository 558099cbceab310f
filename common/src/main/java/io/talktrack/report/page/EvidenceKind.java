package io.talktrack.report.page;

/**
 * What a stretch of turns says about a criterion: it was met there, sought there, or nearly met.
 */
public enum EvidenceKind {
  EVIDENCE,
  SEARCHED,
  NEAREST_MISS
}
