package io.talktrack.deal;

import static java.util.stream.Collectors.joining;

import io.talktrack.identity.ContentHash;
import io.talktrack.objection.ObjectionType;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * When a deal is warned of. Gong publishes the kinds and lets its users set the days; the defaults
 * are ours.
 *
 * @param noActivityDays without a call or e-mail of either side
 * @param ghostedDays that an e-mail of the rep has waited for the customer
 * @param contactCount people of the customer who should have spoken or written
 * @param contactsAfterDays of the deal, from when on contacts are counted
 * @param powerAfterDays of the deal, from when on a decision maker is missed
 * @param pricingAfterDays of the deal, from when on the price is missed
 * @param stageDays that a deal may be in any other stage
 * @param daysByStage that a deal may be in a stage, by the CRM's name for it
 * @param redFlagDays for which what was said stays a red flag
 * @param pricingTrackers that hear talk about the price; none = no warning about it
 */
public record WarningRules(
    int noActivityDays,
    int ghostedDays,
    int contactCount,
    int contactsAfterDays,
    int powerAfterDays,
    int pricingAfterDays,
    int stageDays,
    Map<String, Integer> daysByStage,
    int redFlagDays,
    Set<ObjectionType> redFlagTypes,
    Set<String> redFlagTrackers,
    Set<String> pricingTrackers) {
  public WarningRules {
    if (Stream.of(
            noActivityDays,
            ghostedDays,
            contactCount,
            contactsAfterDays,
            powerAfterDays,
            pricingAfterDays,
            stageDays,
            redFlagDays)
        .anyMatch(number -> number < 1)) {
      throw new IllegalArgumentException(
          "Cannot warn by days or counts below 1: raise the settings that are below");
    }

    daysByStage = Map.copyOf(daysByStage);
    redFlagTypes = Set.copyOf(redFlagTypes);
    redFlagTrackers = Set.copyOf(redFlagTrackers);
    pricingTrackers = Set.copyOf(pricingTrackers);
  }

  public static WarningRules defaults() {
    return new WarningRules(
        14,
        7,
        2,
        14,
        21,
        30,
        30,
        Map.of(),
        30,
        Set.of(
            ObjectionType.BRUSH_OFF,
            ObjectionType.COMPETITOR_INCUMBENT,
            ObjectionType.NEED_STATUS_QUO,
            ObjectionType.TIMING_PRIORITY),
        Set.of("churn-risk"),
        Set.of("pricing"));
  }

  int daysIn(String stage) {
    return stage == null ? stageDays : daysByStage.getOrDefault(stage, stageDays);
  }

  /** Changes when a rule does. */
  String version() {
    return "deal-warnings-1-"
        + ContentHash.of(
            noActivityDays,
            ghostedDays,
            contactCount,
            contactsAfterDays,
            powerAfterDays,
            pricingAfterDays,
            stageDays,
            new TreeMap<>(daysByStage),
            redFlagDays,
            sorted(redFlagTypes),
            sorted(redFlagTrackers),
            sorted(pricingTrackers));
  }

  private static String sorted(Set<?> names) {
    return names.stream().map(Object::toString).sorted().collect(joining(" "));
  }
}
