package io.talktrack.forecast;

import java.time.LocalDate;
import java.util.List;

/**
 * What was known of an open opportunity when a day ended. One row per opportunity and as-of date.
 *
 * <p>Days are the company's; "last 7 days" includes the as-of day. Null is unknown, never 0.
 *
 * @param stageChanges from one known stage to another
 * @param closeDatePushes times that the close date moved to a later day
 * @param daysToClose negative once the close date is over
 * @param amountChangeRatio (amount − first amount) / first amount; null if either is missing, the
 *     first is 0, or the currency changed
 * @param emailsInTotal written by customers; automatic mails do not count
 * @param medianResponseHoursCustomer business hours from the rep's first unanswered e-mail to the
 *     customer's next
 * @param decisionMakerEngaged whether one spoke or wrote; null where the CRM knows nobody's role
 * @param sentimentLastCall of the customers' words, −5 to 5: mean over the call's quarters
 * @param sentimentTrendPerCall slope over the last five calls that have a sentiment
 * @param dealSentimentLastCall attitude to the purchase, −5 to 5
 * @param objectionTypesOpen in the order of the types
 * @param playbookScoreMean over scored calls, 0 to 1
 * @param talkRatioMean the reps' share of speech over calls where it is known, 0 to 1
 */
public record ForecastFeatures(
    String opportunityId,
    LocalDate asOfDate,
    int daysSinceCreated,
    String stage,
    int stageAgeDays,
    int stageChanges,
    int closeDatePushes,
    Integer daysToClose,
    Long amountMinor,
    String currency,
    Double amountChangeRatio,
    String forecastCategory,
    int callsLast7Days,
    int callsLast30Days,
    int callsTotal,
    int emailsInLast7Days,
    int emailsInLast30Days,
    int emailsInTotal,
    int emailsOutLast7Days,
    int emailsOutLast30Days,
    int emailsOutTotal,
    Integer daysSinceLastTouch,
    Integer daysSinceLastCustomerTouch,
    Double medianResponseHoursCustomer,
    Double medianResponseHoursRep,
    int contactsEngaged,
    Boolean decisionMakerEngaged,
    Double sentimentLastCall,
    Double sentimentTrendPerCall,
    Double dealSentimentLastCall,
    int objectionsOpen,
    int objectionsResolved,
    List<String> objectionTypesOpen,
    Double playbookScoreMean,
    Boolean nextStepSetLastCall,
    boolean competitorMentioned,
    Double talkRatioMean,
    String sourceVersion,
    String definitionVersion) {
  public ForecastFeatures {
    objectionTypesOpen = List.copyOf(objectionTypesOpen);
  }
}
