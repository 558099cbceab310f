package io.talktrack.forecast;

import static io.talktrack.call.Speaker.CUSTOMER;
import static io.talktrack.call.Speaker.REP;
import static io.talktrack.deal.DealSamples.autoReply;
import static io.talktrack.deal.DealSamples.call;
import static io.talktrack.deal.DealSamples.change;
import static io.talktrack.deal.DealSamples.contact;
import static io.talktrack.deal.DealSamples.date;
import static io.talktrack.deal.DealSamples.email;
import static io.talktrack.deal.DealSamples.hit;
import static io.talktrack.deal.DealSamples.noon;
import static io.talktrack.deal.DealSamples.objection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.talktrack.crm.OpportunityChange;
import io.talktrack.deal.LinkedCall;
import io.talktrack.deal.OpportunityFacts;
import io.talktrack.objection.ObjectionType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestFeatureBuilder {
  private static final FeatureBuilder BUILDER =
      new FeatureBuilder(
          (from, to) -> Duration.between(from, to).toMinutes() / 60.0, Set.of("competitors"));
  private static final OpportunityFacts BARE =
      new OpportunityFacts(
          "OPP-1",
          null,
          List.of(change(1, "Discovery", null, null)),
          List.of(),
          List.of(),
          List.of());

  private static LinkedCall scored(String id, int day, double playbook, Double... sentiments) {
    Map<String, Double> metrics = new HashMap<>();
    for (int i = 0; i < sentiments.length; i++) {
      if (sentiments[i] != null) {
        metrics.put("sentiment_q" + (i + 1), sentiments[i]);
      }
    }

    metrics.put("deal_sentiment_mean", sentiments[0] / 2);
    metrics.put("talk_ratio_of_speech", playbook / 2);
    metrics.put("next_step_set", 1.0);
    return new LinkedCall(
        id, noon(day), List.of("p1"), metrics, playbook, List.of(), List.of(), "v" + id);
  }

  private static ForecastFeatures on(int day, OpportunityFacts facts) {
    return BUILDER.asOf(date(day), ZoneOffset.UTC, facts).orElseThrow();
  }

  private static OpportunityFacts with(LinkedCall... calls) {
    return new OpportunityFacts(
        "OPP-1", date(1), BARE.changes(), List.of(calls), List.of(), List.of());
  }

  @Test
  void crmHistoryByHand() {
    OpportunityFacts facts =
        new OpportunityFacts(
            "OPP-1",
            date(1),
            List.of(
                change(1, "Discovery", 100_00L, date(30)),
                change(4, "Proposal", 100_00L, date(30)),
                change(6, "Proposal", 80_00L, date(40)),
                change(8, "Discovery", 80_00L, date(35)),
                change(9, "Proposal", 80_00L, date(45))),
            List.of(),
            List.of(),
            List.of());
    ForecastFeatures row = on(20, facts);

    assertThat(row.daysSinceCreated()).isEqualTo(19);
    assertThat(row.stage()).isEqualTo("Proposal");
    assertThat(row.stageAgeDays()).isEqualTo(11);
    assertThat(row.stageChanges()).isEqualTo(3);
    // 30 -> 40 and 35 -> 45; 40 -> 35 was pulled in
    assertThat(row.closeDatePushes()).isEqualTo(2);
    assertThat(row.daysToClose()).isEqualTo(25);
    assertThat(row.amountMinor()).isEqualTo(8000);
    assertThat(row.currency()).isEqualTo("GBP");
    assertThat(row.amountChangeRatio()).isEqualTo(-0.2, within(1e-12));
    assertThat(row.forecastCategory()).isEqualTo("pipeline");
    assertThat(on(50, facts).daysToClose()).isEqualTo(-5);
  }

  @Test
  void unknownIsNullAndNeverZero() {
    ForecastFeatures row = on(3, BARE);

    assertThat(row.daysSinceCreated()).isEqualTo(2);
    assertThat(row.daysToClose()).isNull();
    assertThat(row.amountMinor()).isNull();
    assertThat(row.amountChangeRatio()).isNull();
    assertThat(row.daysSinceLastTouch()).isNull();
    assertThat(row.daysSinceLastCustomerTouch()).isNull();
    assertThat(row.medianResponseHoursCustomer()).isNull();
    assertThat(row.medianResponseHoursRep()).isNull();
    assertThat(row.decisionMakerEngaged()).isNull();
    assertThat(row.sentimentLastCall()).isNull();
    assertThat(row.sentimentTrendPerCall()).isNull();
    assertThat(row.dealSentimentLastCall()).isNull();
    assertThat(row.playbookScoreMean()).isNull();
    assertThat(row.nextStepSetLastCall()).isNull();
    assertThat(row.talkRatioMean()).isNull();
    assertThat(row.competitorMentioned()).isFalse();
  }

  @Test
  void activityByHand() {
    OpportunityFacts facts =
        new OpportunityFacts(
            "OPP-1",
            date(-40),
            List.of(change(-40, "Discovery", 1L, null)),
            List.of(
                call("c1", -12, List.of("p1"), Map.of()),
                call("c2", 13, List.of("p2"), Map.of()),
                call("c3", 14, List.of("p1"), Map.of())),
            List.of(
                email("e1", "t1", 10, REP),
                email("e2", "t1", 12, REP),
                email("e3", "t1", 13, CUSTOMER),
                email("e4", "t1", 18, REP),
                email("e5", "t2", 15, REP),
                email("e6", "t2", 16, CUSTOMER),
                autoReply("e7", "t2", 19)),
            List.of(contact("p1", "USER", 1), contact("p2", "DECISION_MAKER", 19)));
    ForecastFeatures row = on(20, facts);

    // the last seven days begin with day 14
    assertThat(row.callsLast7Days()).isEqualTo(1);
    assertThat(row.callsLast30Days()).isEqualTo(2);
    assertThat(row.callsTotal()).isEqualTo(3);
    assertThat(row.emailsInLast7Days()).isEqualTo(1);
    assertThat(row.emailsInLast30Days()).isEqualTo(2);
    assertThat(row.emailsInTotal()).isEqualTo(2);
    assertThat(row.emailsOutLast7Days()).isEqualTo(2);
    assertThat(row.emailsOutLast30Days()).isEqualTo(4);
    assertThat(row.emailsOutTotal()).isEqualTo(4);
    assertThat(row.daysSinceLastTouch()).isEqualTo(2);
    assertThat(row.daysSinceLastCustomerTouch()).isEqualTo(4);
    // three days for e1, one for e5
    assertThat(row.medianResponseHoursCustomer()).isEqualTo(48);
    // five days for e3; e6 still waits
    assertThat(row.medianResponseHoursRep()).isEqualTo(120);
    assertThat(row.contactsEngaged()).isEqualTo(2);
    assertThat(row.decisionMakerEngaged()).isTrue();
    // the role became known on day 19
    assertThat(on(18, facts).decisionMakerEngaged()).isFalse();
  }

  @Test
  void callFiguresByHand() {
    ForecastFeatures row =
        on(
            20,
            with(
                scored("c1", 2, 0.2, 5.0),
                scored("c2", 3, 0.4, 1.0, 3.0),
                scored("c3", 4, 0.6, 1.0),
                call("c4", 5, List.of("p1"), Map.of()),
                scored("c5", 6, 0.6, 3.0),
                scored("c6", 7, 0.7, 0.0),
                scored("c7", 8, 0.5, -1.0, null, -2.0)));

    assertThat(row.sentimentLastCall()).isEqualTo(-1.5);
    // 2, 1, 3, 0, -1.5: the newest five that have one
    assertThat(row.sentimentTrendPerCall()).isEqualTo(-0.8, within(1e-12));
    assertThat(row.dealSentimentLastCall()).isEqualTo(-0.5);
    assertThat(row.playbookScoreMean()).isEqualTo(0.5, within(1e-12));
    assertThat(row.talkRatioMean()).isEqualTo(0.25, within(1e-12));
    assertThat(row.nextStepSetLastCall()).isTrue();
  }

  @Test
  void objectionsByHand() {
    ForecastFeatures row =
        on(
            20,
            with(
                call(
                    "c1",
                    2,
                    List.of(
                        objection("c1", 2, ObjectionType.PRODUCT_FIT, null),
                        objection("c1", 2, ObjectionType.PRICE_BUDGET, false),
                        objection("c1", 2, ObjectionType.TRUST_PROOF, true)),
                    List.of()),
                call(
                    "c2",
                    3,
                    List.of(
                        objection("c2", 3, ObjectionType.PRICE_BUDGET, true),
                        objection("c2", 3, ObjectionType.AUTHORITY_PROCESS, false)),
                    List.of(hit("competitors", "c2", 3, REP)))));

    assertThat(row.objectionsOpen()).isEqualTo(2);
    assertThat(row.objectionsResolved()).isEqualTo(3);
    assertThat(row.objectionTypesOpen()).containsExactly("AUTHORITY_PROCESS", "PRODUCT_FIT");
    assertThat(row.competitorMentioned()).isTrue();
  }

  @Test
  void closedOrNotYetCreatedDealsHaveNoRow() {
    OpportunityFacts facts =
        new OpportunityFacts(
            "OPP-1",
            date(1),
            List.of(
                change(1, "Discovery", 1L, null),
                change(5, "Closed Lost", 1L, null),
                change(9, "Discovery", 1L, null)),
            List.of(),
            List.of(),
            List.of());

    assertThat(BUILDER.asOf(date(0), ZoneOffset.UTC, facts)).isEmpty();
    assertThat(BUILDER.asOf(date(4), ZoneOffset.UTC, facts)).isPresent();
    assertThat(BUILDER.asOf(date(5), ZoneOffset.UTC, facts)).isEmpty();
    assertThat(BUILDER.asOf(date(9), ZoneOffset.UTC, facts)).isPresent();
    assertThat(
            BUILDER.asOf(
                date(4),
                ZoneOffset.UTC,
                new OpportunityFacts(
                    "OPP-1", date(6), facts.changes(), List.of(), List.of(), List.of())))
        .isEmpty();
  }

  @Test
  void theDayEndsInTheCompanysZone() {
    LinkedCall lateCall =
        new LinkedCall(
            "c",
            Instant.parse("2026-06-10T22:30:00Z"),
            List.of("p1"),
            Map.of(),
            null,
            List.of(),
            List.of(),
            "v");
    LocalDate day = LocalDate.of(2026, 6, 10);
    Optional<ForecastFeatures> utc = BUILDER.asOf(day, ZoneOffset.UTC, with(lateCall));
    Optional<ForecastFeatures> shanghai =
        BUILDER.asOf(day, ZoneId.of("Asia/Shanghai"), with(lateCall));

    assertThat(utc.orElseThrow().callsTotal()).isEqualTo(1);
    assertThat(shanghai.orElseThrow().callsTotal()).isZero();
  }

  @Test
  void currencyChangeHasNoRatio() {
    OpportunityChange first = change(1, "Discovery", 100L, null);
    OpportunityChange euros =
        new OpportunityChange(
            "OPP-1",
            noon(3),
            null,
            "Discovery",
            120L,
            "EUR",
            null,
            null,
            false,
            false,
            null,
            null,
            noon(3),
            "v");

    assertThat(
            on(
                    5,
                    new OpportunityFacts(
                        "OPP-1", date(1), List.of(first, euros), List.of(), List.of(), List.of()))
                .amountChangeRatio())
        .isNull();
  }
}
