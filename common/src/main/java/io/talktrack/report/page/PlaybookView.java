package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A call's scorecard on one playbook.
 *
 * @param score 0 to 1, null where nothing applied
 * @param criteria in the playbook's order
 */
public record PlaybookView(String name, Double score, List<CriterionView> criteria) {
  public PlaybookView {
    requireNonNull(name, "name is null");
    criteria = List.copyOf(criteria);
  }
}
