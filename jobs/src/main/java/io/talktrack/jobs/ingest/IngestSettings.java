package io.talktrack.jobs.ingest;

import io.talktrack.privacy.NameSource;
import io.talktrack.transcript.TranscriptColumns;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.Set;

/**
 * How the inbox is read.
 *
 * @param zone the company's: it decides a conversation's day
 * @param turnGapMillis a shorter silence within one speaker's cues does not end a turn
 * @param columns what the columns of transcripts that are tables are called
 * @param quarantineLimit share of a run's files or records that may be unreadable, 0 to 1
 * @param ownDomains e-mail domains of the company, in lower case
 * @param names what finds names that no rule knows
 * @param repChannel of recordings with two channels the rep's, 0 or 1; null where nobody says
 * @param originalsLake where the words behind what is masked are kept; null for nowhere
 */
public record IngestSettings(
    ZoneId zone,
    long turnGapMillis,
    TranscriptColumns columns,
    double quarantineLimit,
    Set<String> ownDomains,
    NameSource names,
    Integer repChannel,
    String originalsLake)
    implements Serializable {
  public IngestSettings {
    ownDomains = Set.copyOf(ownDomains);
  }

  /** With names by rules only, sides without channels, and no originals kept. */
  public IngestSettings(
      ZoneId zone,
      long turnGapMillis,
      TranscriptColumns columns,
      double quarantineLimit,
      Set<String> ownDomains) {
    this(
        zone,
        turnGapMillis,
        columns,
        quarantineLimit,
        ownDomains,
        NameSource.RULES_ONLY,
        null,
        null);
  }
}
