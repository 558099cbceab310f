package io.talktrack.jobs.coach;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import io.talktrack.call.CallLink;
import io.talktrack.metric.MetricDefinition;
import io.talktrack.report.page.CallPage;
import io.talktrack.report.page.CallRow;
import io.talktrack.report.page.MetricView;
import io.talktrack.report.page.PhraseView;
import io.talktrack.report.page.PlaybookView;
import io.talktrack.report.page.TrackerView;
import io.talktrack.tracker.KeyPhrase;
import io.talktrack.tracker.TrackerHit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The page of a call: every score beside the words that caused it. */
final class CallPages {
  private static final String NOT_LINKED = "NONE";
  private static final int PHRASES = 12;

  static CallPage of(ReportedCall call, Names names) {
    List<MetricView> metrics = MetricViews.of(call);
    PlaybookView playbook = PlaybookViews.of(call, names);
    CallRow row = row(call, metrics, playbook, names);
    CallLink link = call.link();
    boolean isLinked = link != null && !link.method().equals(NOT_LINKED);
    return new CallPage(
        row,
        call.call().language(),
        link == null ? NOT_LINKED : link.method(),
        isLinked ? link.confidence() : null,
        metrics,
        playbook,
        ObjectionViews.of(call, row),
        trackers(call, names),
        phrases(call),
        TurnViews.of(call, names));
  }

  private static CallRow row(
      ReportedCall call, List<MetricView> metrics, PlaybookView playbook, Names names) {
    CallLink link = call.link();
    Reps.Named rep = link == null ? null : names.reps().of(link.repId());
    Double nextStep = value(MetricDefinition.NEXT_STEP_SET, metrics);
    return new CallRow(
        call.call().callId(),
        call.startedAt(),
        call.call().title(),
        rep == null ? null : rep.pageId(),
        rep == null ? null : rep.name(),
        link == null ? null : names.account(link.accountId()),
        link == null ? null : names.opportunity(link.opportunityId()),
        call.call().durationMillis(),
        value(MetricDefinition.TALK_RATIO_OF_CALL, metrics),
        playbook == null ? null : playbook.score(),
        value(MetricDefinition.SENTIMENT_CHANGE, metrics),
        nextStep == null ? null : nextStep > 0,
        call.objections().size());
  }

  private static Double value(MetricDefinition definition, List<MetricView> metrics) {
    return metrics.stream()
        .filter(metric -> metric.metric().equals(definition.id()) && metric.value() != null)
        .map(MetricView::value)
        .findFirst()
        .orElse(null);
  }

  private static List<TrackerView> trackers(ReportedCall call, Names names) {
    Map<String, TreeSet<Integer>> turns =
        call.trackerHits().stream()
            .filter(TrackerHit::isHeard)
            .collect(
                groupingBy(
                    hit -> names.tracker(hit.tracker()),
                    TreeMap::new,
                    mapping(TrackerHit::unitNo, toCollection(TreeSet::new))));
    return Stream.concat(
            turns.entrySet().stream()
                .map(entry -> TrackerView.heard(entry.getKey(), List.copyOf(entry.getValue()))),
            call.trackerHits().stream()
                .filter(hit -> !hit.isHeard())
                .sorted(comparing(TrackerHit::tracker))
                .map(
                    hit ->
                        TrackerView.missed(
                            names.tracker(hit.tracker()), hit.start(), hit.end() - 1)))
        .toList();
  }

  /** The most telling ones, with the turns that hold them, in whatever case. */
  private static List<PhraseView> phrases(ReportedCall call) {
    Map<Integer, String> texts = new TreeMap<>();
    call.turns().forEach((turnNo, turn) -> texts.put(turnNo, turn.text().toLowerCase(Locale.ROOT)));
    return call.keyPhrases().stream()
        .sorted(comparing(KeyPhrase::score).thenComparing(KeyPhrase::phrase))
        .limit(PHRASES)
        .map(
            phrase ->
                new PhraseView(
                    phrase.phrase(),
                    phrase.mentions(),
                    texts.entrySet().stream()
                        .filter(
                            text ->
                                text.getValue().contains(phrase.phrase().toLowerCase(Locale.ROOT)))
                        .map(Map.Entry::getKey)
                        .toList()))
        .toList();
  }

  private CallPages() {}
}
