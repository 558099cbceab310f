package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One playbook criterion over a rep's calls. A call without a cell was not scored on it.
 *
 * @param stage the playbook stage's id
 * @param criterion the criterion's id or short name
 * @param instruction what is asked of the rep, as the playbook words it; may be null
 * @param rate share of the rep's calls, among those it applies to, that met it: 0 to 1, or null
 * @param teamRate the same of all reps
 */
public record HeatRow(
    String stage,
    String criterion,
    String instruction,
    boolean isCritical,
    Double rate,
    Double teamRate,
    List<HeatCell> cells) {
  public HeatRow {
    requireNonNull(criterion, "criterion is null");
    cells = List.copyOf(cells);
  }
}
