package io.talktrack.deal;

import static io.talktrack.call.Speaker.CUSTOMER;
import static io.talktrack.call.Speaker.REP;

import io.talktrack.call.Source;
import io.talktrack.deal.DealFacts.Raised;
import io.talktrack.deal.DealFacts.Touch;
import io.talktrack.objection.Objection;
import io.talktrack.objection.ObjectionType;
import io.talktrack.tracker.TrackerHit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds what puts an open deal at risk. */
public final class DealWarnings {
  private final DealFacts deal;
  private final WarningRules rules;
  private final String sourceVersion;
  private final List<DealWarning> warnings = new ArrayList<>();

  private DealWarnings(DealFacts deal, WarningRules rules) {
    this.deal = deal;
    this.rules = rules;
    this.sourceVersion = deal.sourceVersion();
  }

  /** The warnings of a deal, in the order of their kinds; evidence of one kind oldest first. */
  public static List<DealWarning> of(DealFacts deal, WarningRules rules) {
    DealWarnings found = new DealWarnings(deal, rules);
    found.noActivity();
    found.ghosted();
    found.overdue();
    found.notEnoughContacts();
    found.noPower();
    found.pricingNotMentioned();
    found.redFlags();
    found.stalledInStage();
    return List.copyOf(found.warnings);
  }

  /** Arguments: days without a touch. */
  private void noActivity() {
    Optional<Touch> last = deal.lastTouch();
    LocalDate since = last.map(touch -> deal.dayOf(touch.at())).orElse(deal.createdDate());
    if (deal.daysSince(since) >= rules.noActivityDays()) {
      warn(
          WarningKind.NO_ACTIVITY,
          since,
          last.map(Touch::source).orElse(null),
          last.map(Touch::sourceId).orElse(null),
          null,
          deal.daysSince(since));
    }
  }

  /** Arguments: e-mails without an answer, days since the first of them. */
  private void ghosted() {
    Instant answered = deal.lastCustomerTouch().map(Touch::at).orElse(Instant.MIN);
    List<LinkedEmail> waiting =
        deal.emailsFrom(REP).stream().filter(email -> email.knownAt().isAfter(answered)).toList();
    if (waiting.isEmpty()) {
      return;
    }

    LinkedEmail first = waiting.get(0);
    LocalDate since = deal.dayOf(first.knownAt());
    if (deal.daysSince(since) >= rules.ghostedDays()) {
      warn(
          WarningKind.GHOSTED,
          since,
          Source.EMAIL,
          first.emailId(),
          null,
          waiting.size(),
          deal.daysSince(since));
    }
  }

  /** Arguments: the close date, days since. */
  private void overdue() {
    LocalDate closeDate = deal.present().closeDate();
    if (closeDate != null && closeDate.isBefore(deal.asOfDate())) {
      warnOfAbsence(WarningKind.OVERDUE, closeDate, closeDate, deal.daysSince(closeDate));
    }
  }

  /** Arguments: people engaged, people that there should be. */
  private void notEnoughContacts() {
    int engaged = deal.engagedPersonIds().size();
    if (engaged < rules.contactCount() && isAsOldAs(rules.contactsAfterDays())) {
      warnOfAbsence(
          WarningKind.NOT_ENOUGH_CONTACTS,
          deal.createdDate().plusDays(rules.contactsAfterDays()),
          engaged,
          rules.contactCount());
    }
  }

  /** Arguments: the deal's age in days. */
  private void noPower() {
    boolean isMissed = deal.isDecisionMakerEngaged().map(engaged -> !engaged).orElse(false);
    if (isMissed && isAsOldAs(rules.powerAfterDays())) {
      warnOfAbsence(
          WarningKind.NO_POWER,
          deal.createdDate().plusDays(rules.powerAfterDays()),
          deal.daysSince(deal.createdDate()));
    }
  }

  /** Arguments: calls and e-mails that were searched. */
  private void pricingNotMentioned() {
    boolean isMentioned =
        deal.trackerHits().stream().anyMatch(hit -> rules.pricingTrackers().contains(hit.tracker()))
            || deal.objections().stream()
                .anyMatch(raised -> raised.objection().type() == ObjectionType.PRICE_BUDGET);
    int searched = deal.touches().size();
    if (!rules.pricingTrackers().isEmpty()
        && searched > 0
        && !isMentioned
        && isAsOldAs(rules.pricingAfterDays())) {
      warnOfAbsence(
          WarningKind.PRICING_NOT_MENTIONED,
          deal.createdDate().plusDays(rules.pricingAfterDays()),
          searched);
    }
  }

  /** Arguments: the objection's type or the tracker's name. One warning per place. */
  private void redFlags() {
    for (Raised raised : deal.openObjections()) {
      Objection one = raised.objection();
      if (rules.redFlagTypes().contains(one.type()) && isRecent(deal.dayOf(raised.at()))) {
        warn(
            WarningKind.RED_FLAG,
            deal.dayOf(raised.at()),
            one.source(),
            one.sourceId(),
            one.unitNo(),
            one.type());
      }
    }

    Map<String, Instant> knownAt = new HashMap<>();
    deal.touches().forEach(touch -> knownAt.put(touch.sourceId(), touch.at()));
    for (TrackerHit hit : deal.trackerHits()) {
      Instant at = knownAt.get(hit.sourceId());
      if (rules.redFlagTrackers().contains(hit.tracker())
          && hit.speaker() == CUSTOMER
          && at != null
          && isRecent(deal.dayOf(at))) {
        warn(
            WarningKind.RED_FLAG,
            deal.dayOf(at),
            hit.source(),
            hit.sourceId(),
            hit.unitNo(),
            hit.tracker());
      }
    }
  }

  /** Arguments: the stage, days in it, days that are usual. */
  private void stalledInStage() {
    String stage = deal.present().stage();
    LocalDate since = deal.stageSince();
    if (deal.daysSince(since) >= rules.daysIn(stage)) {
      warnOfAbsence(
          WarningKind.STALLED_IN_STAGE, since, stage, deal.daysSince(since), rules.daysIn(stage));
    }
  }

  private boolean isAsOldAs(int days) {
    return deal.daysSince(deal.createdDate()) >= days;
  }

  private boolean isRecent(LocalDate day) {
    return deal.daysSince(day) < rules.redFlagDays();
  }

  private void warnOfAbsence(WarningKind kind, LocalDate since, Object... arguments) {
    warn(kind, since, null, null, null, arguments);
  }

  private void warn(
      WarningKind kind,
      LocalDate since,
      Source source,
      String sourceId,
      Integer unit,
      Object... arguments) {
    warnings.add(
        new DealWarning(
            deal.opportunityId(),
            deal.asOfDate(),
            kind,
            since,
            source,
            sourceId,
            unit,
            List.of(arguments).stream().map(Objects::toString).toList(),
            sourceVersion,
            rules.version()));
  }
}
