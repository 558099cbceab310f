package io.talktrack.jobs.coach;

import static java.util.Comparator.comparing;
import static java.util.function.BinaryOperator.minBy;
import static java.util.stream.Collectors.toMap;

import io.talktrack.call.CallLink;
import io.talktrack.call.Source;
import io.talktrack.email.Email;
import io.talktrack.metric.MetricDefinition;
import io.talktrack.report.page.CallPage;
import io.talktrack.report.page.CallRow;
import io.talktrack.report.page.CoverageView;
import io.talktrack.report.page.TurnView;
import io.talktrack.report.page.UnlinkedView;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How much of the input a report rests on. */
final class Coverage {
  static CoverageView of(ReportInput input, List<CallPage> calls) {
    return new CoverageView(
        calls.size(),
        count(calls, page -> isLinked(page.call())),
        count(calls, Coverage::knowsSides),
        count(calls, page -> page.turns().stream().anyMatch(TurnView::isTimed)),
        input.files().quarantined(),
        input.files().duplicates(),
        Stream.concat(unlinkedCalls(calls), unlinkedThreads(input)).toList());
  }

  private static int count(List<CallPage> calls, Predicate<CallPage> condition) {
    return (int) calls.stream().filter(condition).count();
  }

  private static boolean isLinked(CallRow call) {
    return call.repId() != null || call.account() != null;
  }

  /** As the measures have it: this one can be told of every call whose two sides are known. */
  private static boolean knowsSides(CallPage page) {
    return page.metrics().stream()
        .anyMatch(
            metric ->
                metric.metric().equals(MetricDefinition.TALK_RATIO_OF_SPEECH.id())
                    && metric.value() != null);
  }

  private static Stream<UnlinkedView> unlinkedCalls(List<CallPage> calls) {
    return calls.stream()
        .filter(page -> !isLinked(page.call()))
        .map(
            page ->
                new UnlinkedView(
                    Source.CALL,
                    page.call().callId(),
                    Selling.day(page),
                    page.call().title(),
                    true));
  }

  /** By the subject of a thread's first mail. */
  private static Stream<UnlinkedView> unlinkedThreads(ReportInput input) {
    Map<String, Email> first =
        input.emails().stream()
            .collect(
                toMap(
                    Email::threadId,
                    Function.identity(),
                    minBy(comparing(Email::sentAt).thenComparing(Email::emailId))));
    return input.links().stream()
        .filter(link -> link.source() == Source.EMAIL)
        .filter(link -> link.repId() == null && link.accountId() == null)
        .sorted(comparing(CallLink::linkDate).reversed().thenComparing(CallLink::sourceId))
        .map(
            link ->
                new UnlinkedView(
                    Source.EMAIL,
                    link.sourceId(),
                    link.linkDate(),
                    first.containsKey(link.sourceId())
                        ? first.get(link.sourceId()).subject()
                        : null,
                    false));
  }

  private Coverage() {}
}
