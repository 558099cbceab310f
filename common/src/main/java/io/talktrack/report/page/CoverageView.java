package io.talktrack.report.page;

import java.util.List;

/**
 * How much of the input the report rests on.
 *
 * @param calls conversations that were read
 * @param linkedCalls of them, those that belong to a rep or an account
 * @param sidesKnownCalls of them, those where rep and customer could be told apart
 * @param timedCalls of them, those with times, so that speed and pauses are known
 * @param quarantinedFiles files that could not be read; each has its reason in the quarantine table
 * @param unlinked the conversations that belong to nobody
 */
public record CoverageView(
    int calls,
    int linkedCalls,
    int sidesKnownCalls,
    int timedCalls,
    int quarantinedFiles,
    int duplicateFiles,
    List<UnlinkedView> unlinked) {
  public CoverageView {
    unlinked = List.copyOf(unlinked);
  }
}
