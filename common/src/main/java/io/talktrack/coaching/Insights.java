package io.talktrack.coaching;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.stream.Stream;

/**
 * What to tell a rep about a call: rules over its measures, objections and playbook scores, of
 * version {@value #VERSION}. What could not be measured says nothing.
 */
public final class Insights {
  public static final String VERSION = "insights-1";

  /** At most one insight of each kind; warnings first, then advice, then praise. */
  public static List<Insight> of(CoachedCall call) {
    return Stream.of(MetricRules.of(call), ObjectionRules.of(call), PlaybookRules.of(call))
        .flatMap(List::stream)
        .sorted(comparing(Insight::severity).thenComparing(Insight::kind))
        .toList();
  }

  private Insights() {}
}
