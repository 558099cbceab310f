package io.talktrack.jobs.forecast;

import static io.talktrack.call.Source.CALL;
import static io.talktrack.call.Source.EMAIL;
import static io.talktrack.call.Speaker.CUSTOMER;
import static io.talktrack.call.Speaker.REP;
import static io.talktrack.jobs.forecast.DealSketch.at;
import static io.talktrack.jobs.forecast.DealSketch.june;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.talktrack.deal.DealWarning;
import io.talktrack.deal.WarningKind;
import io.talktrack.forecast.ForecastFeatures;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.LocalSpark;
import io.talktrack.jobs.Outcome;
import io.talktrack.metric.BusinessHours;
import io.talktrack.objection.ObjectionType;
import io.talktrack.table.DayRange;
import io.talktrack.table.Lake;
import io.talktrack.table.Tables;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TestBuildFeatures {
  private static final LocalDate DAY = june(15);
  // summer time: the day ends at 23:00 UTC
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final BusinessHours HOURS =
      new BusinessHours(
          LONDON,
          LocalTime.of(9, 0),
          LocalTime.of(17, 0),
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
  private static final FeatureRules RULES = FeatureRules.of(LONDON, HOURS, Set.of("competitor"));

  private static final Written WITHOUT_FUTURE = Written.of(past(), june(7), DAY, june(30));

  /** Two deals until 15 June; the second is won by then. */
  private static DealSketch past() {
    return new DealSketch()
        .opportunity("OPP-1", 1)
        .opportunity("OPP-2", 2)
        .change("OPP-1", at(1, 9), "Discovery")
        .change("OPP-1", at(8, 9), "Proposal")
        .change("OPP-2", at(2, 9), "Discovery")
        .change("OPP-2", at(10, 9), "Closed Won")
        .contact("p1", "ACC-1", "DECISION_MAKER", 1)
        .contact("p9", "ACC-9", "DECISION_MAKER", 1)
        .call("c1", "OPP-1", at(5, 10), "p1", null)
        .call("c2", "OPP-1", at(15, 22), "p1", "p2")
        .call("c3", "OPP-2", at(6, 10), "p1")
        .call("c4", null, at(6, 12), "p1")
        .metric("c1", 5, "talk_ratio_of_speech", 0.4)
        .metric("c2", 15, "talk_ratio_of_speech", 0.6)
        .metric("c1", 5, "next_step_set", 1.0)
        .metric("c2", 15, "next_step_set", null)
        .metric("c2", 15, "sentiment_q1", 1.0)
        .playbook("c1", 5, "default", "agenda", 1.0, 2)
        .playbook("c1", 5, "default", "budget", 0.0, 1)
        .playbook("c1", 5, "default", "pain", null, 5)
        .playbook("c1", 5, "short", "agenda", 1.0, 1)
        .thread("t1", "OPP-1", 9)
        .email("e1", "t1", at(9, 9), REP, "rep-1")
        .email("e2", "t1", at(10, 10), CUSTOMER, "p3")
        .objection(CALL, "c1", 5, ObjectionType.PRICE_BUDGET, true)
        .objection(EMAIL, "e2", 10, ObjectionType.BRUSH_OFF, null)
        .hit("competitor", "c2", 15, 0);
  }

  /** What the job would write of some days, and of the as-of day's risks. */
  private record Written(List<ForecastFeatures> features, List<DealWarning> warnings) {
    static Written of(DealSketch sketch, LocalDate... days) {
      Dataset<DealRows> deals = sketch.tables().byOpportunity().persist();
      try {
        return new Written(
            BuildFeatures.features(deals, new TreeSet<>(List.of(days)), RULES).collectAsList(),
            BuildFeatures.warnings(deals, new TreeSet<>(Set.of(DAY)), RULES).collectAsList());
      } finally {
        deals.unpersist();
      }
    }

    List<ForecastFeatures> until(LocalDate day) {
      return features.stream().filter(row -> !row.asOfDate().isAfter(day)).toList();
    }
  }

  @Test
  void openDealIsDescribedByAllTables() {
    List<ForecastFeatures> rows = Written.of(past(), DAY).features();

    assertThat(rows).extracting(ForecastFeatures::opportunityId).containsExactly("OPP-1");
    ForecastFeatures row = rows.get(0);
    assertThat(row.stage()).isEqualTo("Proposal");
    assertThat(row.daysSinceCreated()).isEqualTo(14);
    assertThat(row.callsTotal()).isEqualTo(2);
    assertThat(row.callsLast7Days()).isEqualTo(1);
    assertThat(row.emailsInTotal()).isEqualTo(1);
    assertThat(row.emailsOutTotal()).isEqualTo(1);
    // 10 to 17 and 9 to 11 o'clock in London
    assertThat(row.medianResponseHoursCustomer()).isEqualTo(9.0, within(1e-9));
    assertThat(row.contactsEngaged()).isEqualTo(3);
    assertThat(row.decisionMakerEngaged()).isTrue();
    assertThat(row.sentimentLastCall()).isEqualTo(1.0);
    assertThat(row.objectionsOpen()).isEqualTo(1);
    assertThat(row.objectionsResolved()).isEqualTo(1);
    assertThat(row.objectionTypesOpen()).containsExactly("BRUSH_OFF");
    // 2/3 on one playbook, 1 on the other
    assertThat(row.playbookScoreMean()).isEqualTo(5.0 / 6, within(1e-9));
    assertThat(row.nextStepSetLastCall()).isNull();
    assertThat(row.competitorMentioned()).isTrue();
    assertThat(row.talkRatioMean()).isEqualTo(0.5, within(1e-9));
  }

  @Test
  void dealThatWasOpenThenIsDescribedAsOfThen() {
    assertThat(Written.of(past(), june(7), DAY).features())
        .extracting(row -> row.opportunityId() + " " + row.asOfDate() + " " + row.stage())
        .containsExactlyInAnyOrder(
            "OPP-1 2026-06-07 Discovery",
            "OPP-2 2026-06-07 Discovery",
            "OPP-1 2026-06-15 Proposal");
  }

  @Test
  void sameWordsTwiceInOneTurnAreOneWarning() {
    List<DealWarning> found =
        Written.of(past().hit("churn-risk", "c2", 15, 0).hit("churn-risk", "c2", 15, 20), DAY)
            .warnings();

    assertThat(found)
        .filteredOn(warning -> warning.kind() == WarningKind.RED_FLAG)
        .extracting(DealWarning::evidenceId)
        .containsExactlyInAnyOrder("c2", "e2");
  }

  static Stream<Arguments> futures() {
    return Stream.of(
        Arguments.of(
            "a call after the day ended, in UTC still the same day",
            past()
                .call("c5", "OPP-1", at(15, 23), "p1", "p4")
                .metric("c5", 15, "sentiment_q1", -5.0)
                .metric("c5", 15, "next_step_set", 1.0)
                .playbook("c5", 15, "default", "agenda", 0.0, 2)
                .objection(CALL, "c5", 15, ObjectionType.PRICE_BUDGET, true)
                .hit("churn-risk", "c5", 15, 0)),
        Arguments.of(
            "later e-mails in an old and a new thread",
            past()
                .email("e3", "t1", at(16, 10), REP, "rep-1")
                .email("e4", "t1", at(17, 10), CUSTOMER, "p5")
                .objection(EMAIL, "e4", 17, ObjectionType.BRUSH_OFF, true)
                .thread("t2", "OPP-1", 18)
                .email("e5", "t2", at(18, 10), CUSTOMER, "p6")),
        Arguments.of("the deal is lost later", past().change("OPP-1", at(16, 9), "Closed Lost")),
        Arguments.of(
            "the deal moves to another account, which has a decision maker of its own",
            past().change("OPP-1", at(16, 9), "Proposal", "ACC-9")),
        Arguments.of(
            "the CRM learns of a decision maker and of a third deal",
            past()
                .contact("p8", "ACC-1", "DECISION_MAKER", 20)
                .opportunity("OPP-3", 16)
                .change("OPP-3", at(16, 9), "Discovery")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("futures")
  void whatBecomesKnownLaterChangesNoRow(String future, DealSketch later) {
    Written with = Written.of(later, june(7), DAY, june(30));

    assertThat(with.until(DAY))
        .as(future)
        .containsExactlyInAnyOrderElementsOf(WITHOUT_FUTURE.until(DAY));
    assertThat(with.warnings())
        .as(future)
        .containsExactlyInAnyOrderElementsOf(WITHOUT_FUTURE.warnings());
    // a future that nobody ever sees would prove nothing
    assertThat(Set.copyOf(with.features())).isNotEqualTo(Set.copyOf(WITHOUT_FUTURE.features()));
  }

  private static BuildFeatures job(Lake lake, LocalDate day, Backfill backfill) {
    return new BuildFeatures(lake, day, LONDON, HOURS, Set.of("competitor"), backfill);
  }

  @Test
  void secondRunWritesNothing(@TempDir Path root) {
    Lake lake = new Lake(LocalSpark.session(), root.toString());
    past().saveTo(lake);

    assertThat(job(lake, DAY, Backfill.mondays()).run())
        .isInstanceOf(Outcome.Wrote.class)
        .extracting(Outcome::message)
        .isEqualTo("1 open opportunities and 1 warnings as of 2026-06-15; days written: 3");
    List<ForecastFeatures> written = lake.read(Tables.FORECAST_FEATURES).collectAsList();
    assertThat(written)
        .extracting(row -> row.opportunityId() + " " + row.asOfDate())
        .containsExactlyInAnyOrder(
            "OPP-1 2026-06-01", "OPP-1 2026-06-08", "OPP-2 2026-06-08", "OPP-1 2026-06-15");
    assertThat(job(lake, DAY, Backfill.mondays()).run())
        .isEqualTo(new Outcome.NothingToDo("features and warnings as of 2026-06-15 stand"));

    // a call that came late changes the day that is made anew and leaves the others
    past().call("c0", "OPP-1", at(7, 10), "p1").saveTo(lake);
    assertThat(job(lake, DAY, Backfill.none()).run())
        .extracting(Outcome::message)
        .asString()
        .endsWith("; days written: 1");
    assertThat(lake.read(Tables.FORECAST_FEATURES).collectAsList())
        .hasSameSizeAs(written)
        .filteredOn(row -> row.asOfDate().isBefore(DAY))
        .isSubsetOf(written)
        .hasSize(3);
  }

  @Test
  void aRangeGivesTheRowsOfItsDaysOneByOne(@TempDir Path root) {
    Lake whole = new Lake(LocalSpark.session(), root.resolve("whole").toString());
    Lake single = new Lake(LocalSpark.session(), root.resolve("single").toString());
    past().saveTo(whole);
    past().saveTo(single);
    Backfill range = Backfill.of(Optional.of(new DayRange(june(14), june(16))));

    assertThat(job(whole, june(16), range).run())
        .extracting(Outcome::message)
        .asString()
        .endsWith("; days written: 3");
    for (int day = 14; day <= 16; day++) {
      job(single, june(day), Backfill.none()).run();
    }

    List<ForecastFeatures> features = whole.read(Tables.FORECAST_FEATURES).collectAsList();
    List<DealWarning> warnings = whole.read(Tables.DEAL_WARNINGS).collectAsList();
    assertThat(features)
        .containsExactlyInAnyOrderElementsOf(single.read(Tables.FORECAST_FEATURES).collectAsList())
        .extracting(ForecastFeatures::asOfDate)
        .contains(june(14), june(15), june(16));
    assertThat(warnings)
        .containsExactlyInAnyOrderElementsOf(single.read(Tables.DEAL_WARNINGS).collectAsList())
        .extracting(DealWarning::asOfDate)
        .contains(june(15), june(16));

    assertThat(job(whole, june(16), range).run())
        .isEqualTo(
            new Outcome.NothingToDo(
                "features and warnings of 3 days from 2026-06-14 to 2026-06-16 stand"));
    SortedSet<LocalDate> lost = new TreeSet<>(Set.of(june(15)));
    whole.replace(
        Tables.FORECAST_FEATURES, lost, whole.read(Tables.FORECAST_FEATURES, lost).limit(0));
    assertThat(job(whole, june(16), range).run())
        .extracting(Outcome::message)
        .asString()
        .endsWith("; days written: 1");
    assertThat(whole.read(Tables.FORECAST_FEATURES).collectAsList())
        .containsExactlyInAnyOrderElementsOf(features);
  }

  @Test
  void aRangeEndsWhereWhatIsKnownEnds(@TempDir Path root) {
    Lake lake = new Lake(LocalSpark.session(), root.toString());
    past().saveTo(lake);
    Backfill range = Backfill.of(Optional.of(new DayRange(june(15), june(28))));

    assertThat(job(lake, june(16), range).run())
        .extracting(Outcome::message)
        .asString()
        .endsWith(
            "; days written: 2; days after 2026-06-16 are left, since no record tells of them yet");
    assertThat(lake.read(Tables.FORECAST_FEATURES).collectAsList())
        .extracting(ForecastFeatures::asOfDate)
        .containsOnly(june(15), june(16));
  }

  @Test
  void aRangeBeforeTheFirstDealIsNothingToDo(@TempDir Path root) {
    Lake lake = new Lake(LocalSpark.session(), root.toString());
    past().saveTo(lake);

    assertThat(
            job(lake, june(-3), Backfill.of(Optional.of(new DayRange(june(-900), june(-3))))).run())
        .isEqualTo(
            new Outcome.NothingToDo(
                "no opportunity was open on 898 days from 2023-12-13 to 2026-05-28"));
    assertThat(lake.exists(Tables.FORECAST_FEATURES)).isFalse();
  }

  @Test
  void theAsOfDayIsAskedForWhenTheJobRuns(@TempDir Path root) {
    Lake lake = new Lake(LocalSpark.session(), root.toString());
    Job job =
        new BuildFeatures(
            lake,
            () -> {
              throw new AssertionError("nobody knows the day yet");
            },
            () -> {
              throw new AssertionError("nobody knows the last day yet");
            },
            LONDON,
            HOURS,
            Set.of(),
            Backfill.none());

    assertThat(job.run()).isInstanceOf(Outcome.Skipped.class);
  }

  @Test
  void withoutCrmTheStageIsSkipped(@TempDir Path root) {
    Lake lake = new Lake(LocalSpark.session(), root.toString());

    assertThat(job(lake, DAY, Backfill.none()).run())
        .isEqualTo(new Outcome.Skipped("there is no CRM: no opportunity was read from crm/"));
    new DealSketch().opportunity("OPP-1", 1).saveTo(lake);
    assertThat(job(lake, DAY, Backfill.none()).run())
        .isEqualTo(
            new Outcome.Skipped(
                "no opportunity says when it became known: give crm/opportunity_history or a modified date"));
    assertThat(lake.exists(Tables.FORECAST_FEATURES)).isFalse();
  }
}
