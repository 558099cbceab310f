package io.talktrack.jobs.forecast;

import io.talktrack.deal.DealWarning;
import io.talktrack.deal.DealWarnings;
import io.talktrack.deal.OpportunityFacts;
import io.talktrack.deal.WarningRules;
import io.talktrack.forecast.FeatureBuilder;
import io.talktrack.forecast.ForecastFeatures;
import io.talktrack.metric.BusinessHours;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a deal's facts are read by, in a form that travels to tasks. */
record FeatureRules(
    ZoneId zone,
    ZoneId officeZone,
    LocalTime opens,
    LocalTime closes,
    Set<DayOfWeek> workDays,
    Set<String> competitorTrackers)
    implements Serializable {
  static FeatureRules of(ZoneId zone, BusinessHours hours, Set<String> competitorTrackers) {
    return new FeatureRules(
        zone,
        hours.zone(),
        hours.start(),
        hours.end(),
        Set.copyOf(hours.days()),
        Set.copyOf(competitorTrackers));
  }

  List<ForecastFeatures> features(DealRows deal, Collection<LocalDate> days) {
    BusinessHours hours = new BusinessHours(officeZone, opens, closes, workDays);
    FeatureBuilder builder =
        new FeatureBuilder((from, to) -> hours.minutesBetween(from, to) / 60.0, competitorTrackers);
    OpportunityFacts facts = deal.facts();
    return days.stream()
        .map(day -> builder.asOf(day, zone, DealRows.withContactsOn(day, zone, facts)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Twice the same words in one place are one warning. */
  List<DealWarning> warnings(DealRows deal, Collection<LocalDate> days) {
    return days.stream().flatMap(day -> warnings(deal, day).stream()).toList();
  }

  private List<DealWarning> warnings(DealRows deal, LocalDate day) {
    return DealRows.withContactsOn(day, zone, deal.facts())
        .asOf(day, zone)
        .map(open -> DealWarnings.of(open, WarningRules.defaults()))
        .orElse(List.of())
        .stream()
        .distinct()
        .toList();
  }
}
