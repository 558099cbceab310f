package io.talktrack.report.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One call: what was said, and every score beside the words that caused it.
 *
 * @param language "en", "zh" or another ISO 639-1 code of the transcript
 * @param linkMethod how it was linked to its rep and account: SIDE_CAR, ADDRESS, DOMAIN,
 *     PARTICIPANT or NONE
 * @param linkConfidence 0 to 1, null where it was not linked
 * @param playbook null where none applies
 * @param turns in the order of speaking
 */
public record CallPage(
    CallRow call,
    String language,
    String linkMethod,
    Double linkConfidence,
    List<MetricView> metrics,
    PlaybookView playbook,
    List<ObjectionView> objections,
    List<TrackerView> trackers,
    List<PhraseView> phrases,
    List<TurnView> turns) {
  public CallPage {
    requireNonNull(call, "call is null");
    metrics = List.copyOf(metrics);
    objections = List.copyOf(objections);
    trackers = List.copyOf(trackers);
    phrases = List.copyOf(phrases);
    turns = List.copyOf(turns);
  }
}
