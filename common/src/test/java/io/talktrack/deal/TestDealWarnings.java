package io.talktrack.deal;

import static io.talktrack.call.Speaker.CUSTOMER;
import static io.talktrack.call.Speaker.REP;
import static io.talktrack.deal.DealSamples.autoReply;
import static io.talktrack.deal.DealSamples.call;
import static io.talktrack.deal.DealSamples.change;
import static io.talktrack.deal.DealSamples.contact;
import static io.talktrack.deal.DealSamples.date;
import static io.talktrack.deal.DealSamples.email;
import static io.talktrack.deal.DealSamples.hit;
import static io.talktrack.deal.DealSamples.missed;
import static io.talktrack.deal.DealSamples.objection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.talktrack.call.Source;
import io.talktrack.crm.Contact;
import io.talktrack.crm.OpportunityChange;
import io.talktrack.objection.ObjectionType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestDealWarnings {
  private static final LocalDate LATER = date(90);
  private static final List<OpportunityChange> OPEN = List.of(change(1, "Discovery", 100L, LATER));
  private static final List<Contact> BUYERS =
      List.of(contact("p1", "CHAMPION", 1), contact("p2", "DECISION_MAKER", 1));

  private static List<DealWarning> warnings(
      int day,
      List<OpportunityChange> changes,
      List<LinkedCall> calls,
      List<LinkedEmail> emails,
      List<Contact> contacts) {
    return new OpportunityFacts("OPP-1", date(1), changes, calls, emails, contacts)
        .asOf(date(day), ZoneOffset.UTC)
        .map(deal -> DealWarnings.of(deal, WarningRules.defaults()))
        .orElse(List.of());
  }

  /** A call of both buyers about the price: nothing is wrong with such a deal for a while. */
  private static LinkedCall goodCall(int day) {
    return call("good" + day, day, List.of(), List.of(hit("pricing", "good" + day, day, CUSTOMER)));
  }

  @Test
  void livelyDealHasNoWarning() {
    assertThat(warnings(29, OPEN, List.of(goodCall(20)), List.of(), BUYERS)).isEmpty();
  }

  @Test
  void noActivityPointsAtTheLastTouch() {
    assertThat(warnings(16, OPEN, List.of(goodCall(3)), List.of(), BUYERS)).isEmpty();
    assertThat(warnings(17, OPEN, List.of(goodCall(3)), List.of(autoReply("a", "t", 9)), BUYERS))
        .containsExactly(
            warning(
                17,
                WarningKind.NO_ACTIVITY,
                3,
                Source.CALL,
                "good3",
                null,
                List.of("14"),
                OPEN,
                List.of(goodCall(3)),
                List.of(autoReply("a", "t", 9))));
  }

  private static DealWarning warning(
      int day,
      WarningKind kind,
      int since,
      Source source,
      String id,
      Integer unit,
      List<String> arguments,
      List<OpportunityChange> changes,
      List<LinkedCall> calls,
      List<LinkedEmail> emails) {
    DealFacts deal =
        new OpportunityFacts("OPP-1", date(1), changes, calls, emails, BUYERS)
            .asOf(date(day), ZoneOffset.UTC)
            .orElseThrow();
    return new DealWarning(
        "OPP-1",
        date(day),
        kind,
        date(since),
        source,
        id,
        unit,
        arguments,
        deal.sourceVersion(),
        WarningRules.defaults().version());
  }

  @Test
  void ghostedPointsAtTheFirstUnansweredEmail() {
    List<LinkedEmail> emails =
        List.of(
            email("e1", "t", 4, REP),
            email("e2", "t", 5, CUSTOMER),
            email("e3", "t", 6, REP),
            email("e4", "t", 10, REP));

    assertThat(warnings(12, OPEN, List.of(goodCall(3)), emails, BUYERS)).isEmpty();
    assertThat(warnings(13, OPEN, List.of(goodCall(3)), emails, BUYERS))
        .containsExactly(
            warning(
                13,
                WarningKind.GHOSTED,
                6,
                Source.EMAIL,
                "e3",
                null,
                List.of("2", "7"),
                OPEN,
                List.of(goodCall(3)),
                emails));
    // a call is an answer too
    assertThat(warnings(13, OPEN, List.of(goodCall(11)), emails, BUYERS)).isEmpty();
  }

  @Test
  void overdueBeginsTheDayAfterTheCloseDate() {
    List<OpportunityChange> changes = List.of(change(1, "Discovery", 100L, date(10)));

    assertThat(warnings(10, changes, List.of(goodCall(5)), List.of(), BUYERS)).isEmpty();
    assertThat(warnings(11, changes, List.of(goodCall(5)), List.of(), BUYERS))
        .containsExactly(
            warning(
                11,
                WarningKind.OVERDUE,
                10,
                null,
                null,
                null,
                List.of("2026-06-10", "1"),
                changes,
                List.of(goodCall(5)),
                List.of()));
  }

  @Test
  void onePersonIsNotEnough() {
    List<LinkedCall> calls = List.of(call("c", 10, List.of("p2"), Map.of()));

    assertThat(warnings(14, OPEN, calls, List.of(), BUYERS)).isEmpty();
    assertThat(warnings(15, OPEN, calls, List.of(), BUYERS))
        .extracting(DealWarning::kind, DealWarning::since, DealWarning::reasonArguments)
        .containsExactly(tuple(WarningKind.NOT_ENOUGH_CONTACTS, date(15), List.of("1", "2")));
  }

  @Test
  void powerIsMissedOnlyWhereRolesAreKnown() {
    List<Contact> users = List.of(contact("p1", "USER", 1), contact("p3", "DECISION_MAKER", 1));
    List<Contact> unknown = List.of(contact("p1", null, 1));

    assertThat(kinds(22, List.of(goodCall(15)), users)).containsExactly(WarningKind.NO_POWER);
    assertThat(kinds(21, List.of(goodCall(15)), users)).isEmpty();
    assertThat(kinds(22, List.of(goodCall(15)), unknown)).isEmpty();
  }

  private static List<WarningKind> kinds(int day, List<LinkedCall> calls, List<Contact> contacts) {
    return warnings(day, OPEN, calls, List.of(), contacts).stream().map(DealWarning::kind).toList();
  }

  @Test
  void pricingIsMissedOnceTheDealIsOld() {
    List<OpportunityChange> moved = List.of(OPEN.get(0), change(20, "Proposal", 100L, LATER));
    LinkedCall silent = call("c", 25, List.of(), List.of());
    LinkedCall price =
        call("c", 25, List.of(objection("c", 25, ObjectionType.PRICE_BUDGET, null)), List.of());

    assertThat(warnings(31, moved, List.of(silent), List.of(), BUYERS))
        .extracting(DealWarning::kind, DealWarning::reasonArguments)
        .containsExactly(tuple(WarningKind.PRICING_NOT_MENTIONED, List.of("1")));
    LinkedCall missed = call("c", 25, List.of(), List.of(missed("pricing", "c", 25)));
    assertThat(warnings(31, moved, List.of(missed), List.of(), BUYERS))
        .extracting(DealWarning::kind)
        .containsExactly(WarningKind.PRICING_NOT_MENTIONED);
    assertThat(warnings(30, moved, List.of(silent), List.of(), BUYERS)).isEmpty();
    assertThat(warnings(31, moved, List.of(price), List.of(), BUYERS)).isEmpty();
  }

  @Test
  void redFlagsPointAtTheirTurnsUntilResolved() {
    LinkedCall flagged =
        call(
            "c1",
            5,
            List.of(
                objection("c1", 5, ObjectionType.BRUSH_OFF, null),
                objection("c1", 5, ObjectionType.COMPETITOR_INCUMBENT, false),
                objection("c1", 5, ObjectionType.PRICE_BUDGET, false)),
            List.of(hit("churn-risk", "c1", 5, CUSTOMER), hit("churn-risk", "c1", 5, REP)));
    LinkedCall resolving =
        call(
            "c2",
            6,
            List.of(objection("c2", 6, ObjectionType.COMPETITOR_INCUMBENT, true)),
            List.of());

    assertThat(warnings(8, OPEN, List.of(resolving, flagged), List.of(), BUYERS))
        .extracting(
            DealWarning::kind,
            DealWarning::evidenceId,
            DealWarning::evidenceUnit,
            DealWarning::reasonArguments)
        .containsExactly(
            tuple(WarningKind.RED_FLAG, "c1", 7, List.of("BRUSH_OFF")),
            tuple(WarningKind.RED_FLAG, "c1", 3, List.of("churn-risk")));
  }

  @Test
  void stalledCountsFromTheStageNotFromItsLastEdit() {
    List<OpportunityChange> edited = List.of(OPEN.get(0), change(20, "Discovery", 200L, LATER));

    assertThat(warnings(31, edited, List.of(goodCall(25)), List.of(), BUYERS))
        .containsExactly(
            warning(
                31,
                WarningKind.STALLED_IN_STAGE,
                1,
                null,
                null,
                null,
                List.of("Discovery", "30", "30"),
                edited,
                List.of(goodCall(25)),
                List.of()));
  }

  @Test
  void closedDealsAndTheFutureWarnOfNothing() {
    List<OpportunityChange> lost = List.of(OPEN.get(0), change(9, "Closed Lost", 100L, date(9)));

    assertThat(warnings(40, lost, List.of(), List.of(), BUYERS)).isEmpty();
    // the day before, nobody knew
    assertThat(warnings(8, lost, List.of(goodCall(5)), List.of(), BUYERS)).isEmpty();
    assertThat(warnings(0, OPEN, List.of(), List.of(), BUYERS)).isEmpty();
  }

  @Test
  void versionFollowsTheRules() {
    WarningRules rules = WarningRules.defaults();
    WarningRules stricter =
        new WarningRules(
            7, 7, 2, 14, 21, 30, 30, Map.of(), 30, rules.redFlagTypes(), Set.of(), Set.of());

    assertThat(rules.version()).isEqualTo(WarningRules.defaults().version());
    assertThat(stricter.version()).isNotEqualTo(rules.version());
    assertThatThrownBy(
            () ->
                new WarningRules(
                    0, 7, 2, 14, 21, 30, 30, Map.of(), 30, Set.of(), Set.of(), Set.of()))
        .hasMessage("Cannot warn by days or counts below 1: raise the settings that are below");
  }
}
