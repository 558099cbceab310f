package io.talktrack.deal;

import io.talktrack.call.Source;
import java.time.LocalDate;
import java.util.List;

/**
 * A sign that a deal is at risk. One row per opportunity, as-of date, kind and piece of evidence.
 *
 * @param since the day from which it has held
 * @param evidenceSource null where the evidence is in the CRM or is an absence
 * @param evidenceUnit turn of a call or sentence of an e-mail, null for the whole
 * @param reasonArguments what the report's sentence for the kind needs, in the order that {@link
 *     DealWarnings} states
 */
public record DealWarning(
    String opportunityId,
    LocalDate asOfDate,
    WarningKind kind,
    LocalDate since,
    Source evidenceSource,
    String evidenceId,
    Integer evidenceUnit,
    List<String> reasonArguments,
    String sourceVersion,
    String definitionVersion) {
  public DealWarning {
    reasonArguments = List.copyOf(reasonArguments);
  }
}
