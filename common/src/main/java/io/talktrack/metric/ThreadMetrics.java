package io.talktrack.metric;

import io.talktrack.call.Speaker;
import java.time.Instant;

/**
 * How an e-mail conversation stood at an instant. One row per thread and instant.
 *
 * @param messages written by people; automatic mails do not count
 * @param repResponseMinutes median, business hours, from a customer's first unanswered mail to the
 *     next of a rep; null where no rep answered
 * @param customerResponseMinutes the same for the customer's answers
 * @param repReplyRate 0 to 1; null where the customer wrote nothing
 * @param customerReplyRate 0 to 1; null where no rep wrote
 * @param lastTouchMinutes around the clock since anybody's last mail; null before the first
 * @param openCustomerQuestions sentences that ask and that no later rep mail follows
 * @param silentSide who has owed an answer for longer than was allowed, null if nobody
 */
public record ThreadMetrics(
    String threadId,
    Instant asOf,
    int messages,
    Double repResponseMinutes,
    Double customerResponseMinutes,
    Double repReplyRate,
    Double customerReplyRate,
    Long lastTouchMinutes,
    int openCustomerQuestions,
    int openRepQuestions,
    Speaker silentSide,
    String sourceVersion,
    String definitionVersion) {}
