package io.talktrack.forecast;

import static io.talktrack.call.Speaker.CUSTOMER;
import static io.talktrack.call.Speaker.REP;
import static java.util.Objects.requireNonNull;

import io.talktrack.crm.OpportunityChange;
import io.talktrack.deal.DealFacts;
import io.talktrack.deal.DealFacts.Raised;
import io.talktrack.deal.DealFacts.Touch;
import io.talktrack.deal.LinkedCall;
import io.talktrack.deal.LinkedEmail;
import io.talktrack.deal.OpportunityFacts;
import io.talktrack.objection.ObjectionType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;

/** Computes the forecast's features from what was known when a day ended. */
public final class FeatureBuilder {
  public static final String DEFINITION_VERSION = "forecast-features-1";

  private static final int TREND_CALLS = 5;

  private final ToDoubleBiFunction<Instant, Instant> businessHours;
  private final Set<String> competitorTrackers;

  /**
   * @param businessHours hours at work between two instants
   * @param competitorTrackers trackers that hear the names of competitors
   */
  public FeatureBuilder(
      ToDoubleBiFunction<Instant, Instant> businessHours, Set<String> competitorTrackers) {
    this.businessHours = requireNonNull(businessHours, "businessHours is null");
    this.competitorTrackers = Set.copyOf(competitorTrackers);
  }

  /** The features of an opportunity, or empty if it was not open when the day ended. */
  public Optional<ForecastFeatures> asOf(LocalDate day, ZoneId zone, OpportunityFacts facts) {
    return facts.asOf(day, zone).map(this::features);
  }

  private ForecastFeatures features(DealFacts deal) {
    OpportunityChange present = deal.present();
    List<LinkedCall> calls = deal.calls();
    Optional<LinkedCall> lastCall = calls.stream().reduce((earlier, later) -> later);
    List<Raised> open = deal.openObjections();
    return new ForecastFeatures(
        deal.opportunityId(),
        deal.asOfDate(),
        deal.daysSince(deal.createdDate()),
        present.stage(),
        deal.daysSince(deal.stageSince()),
        Moves.count(deal.changes().stream().map(OpportunityChange::stage), (from, to) -> true),
        Moves.count(
            deal.changes().stream().map(OpportunityChange::closeDate),
            (from, to) -> to.isAfter(from)),
        present.closeDate() == null ? null : -deal.daysSince(present.closeDate()),
        present.amountMinor(),
        present.currency(),
        Moves.amountChangeRatio(deal.changes()),
        present.forecastCategory(),
        within(deal, 7, calls.stream().map(LinkedCall::knownAt)),
        within(deal, 30, calls.stream().map(LinkedCall::knownAt)),
        calls.size(),
        within(deal, 7, deal.emailsFrom(CUSTOMER).stream().map(LinkedEmail::knownAt)),
        within(deal, 30, deal.emailsFrom(CUSTOMER).stream().map(LinkedEmail::knownAt)),
        deal.emailsFrom(CUSTOMER).size(),
        within(deal, 7, deal.emailsFrom(REP).stream().map(LinkedEmail::knownAt)),
        within(deal, 30, deal.emailsFrom(REP).stream().map(LinkedEmail::knownAt)),
        deal.emailsFrom(REP).size(),
        age(deal, deal.lastTouch()),
        age(deal, deal.lastCustomerTouch()),
        Series.median(ReplyHours.of(CUSTOMER, deal.emails(), businessHours)),
        Series.median(ReplyHours.of(REP, deal.emails(), businessHours)),
        deal.engagedPersonIds().size(),
        deal.isDecisionMakerEngaged().orElse(null),
        lastCall.map(CallFigures::sentiment).orElse(null),
        Series.slope(newest(TREND_CALLS, numbers(calls.stream().map(CallFigures::sentiment)))),
        lastCall.map(CallFigures::dealSentiment).orElse(null),
        open.size(),
        deal.objections().size() - open.size(),
        open.stream()
            .map(raised -> raised.objection().type())
            .distinct()
            .sorted()
            .map(ObjectionType::name)
            .toList(),
        Series.mean(numbers(calls.stream().map(LinkedCall::playbookScore))),
        lastCall.map(CallFigures::nextStepSet).orElse(null),
        isCompetitorMentioned(deal),
        Series.mean(numbers(calls.stream().map(CallFigures::talkRatio))),
        deal.sourceVersion(),
        DEFINITION_VERSION);
  }

  /** How many instants lie on the as-of day or the days before it, so many in all. */
  private static int within(DealFacts deal, int days, Stream<Instant> instants) {
    return (int) instants.filter(at -> deal.daysSince(deal.dayOf(at)) < days).count();
  }

  private static Integer age(DealFacts deal, Optional<Touch> touch) {
    return touch.map(one -> deal.daysSince(deal.dayOf(one.at()))).orElse(null);
  }

  private boolean isCompetitorMentioned(DealFacts deal) {
    return deal.trackerHits().stream().anyMatch(hit -> competitorTrackers.contains(hit.tracker()))
        || deal.objections().stream()
            .anyMatch(one -> one.objection().type() == ObjectionType.COMPETITOR_INCUMBENT);
  }

  private static double[] numbers(Stream<Double> values) {
    return values.filter(Objects::nonNull).mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] newest(int count, double... values) {
    return Arrays.copyOfRange(values, Math.max(0, values.length - count), values.length);
  }
}
