package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

import io.talktrack.call.Source;
import java.time.LocalDate;

/**
 * A conversation that could not be linked to a rep or an account.
 *
 * @param sourceId the call's or e-mail thread's id
 * @param hasPage whether a page is written for it: true for a call of this report
 */
public record UnlinkedView(
    Source source, String sourceId, LocalDate date, String title, boolean hasPage) {
  public UnlinkedView {
    requireNonNull(source, "source is null");
    requireNonNull(sourceId, "sourceId is null");
  }
}
