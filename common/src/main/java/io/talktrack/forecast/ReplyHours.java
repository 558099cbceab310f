package io.talktrack.forecast;

import io.talktrack.call.Speaker;
import io.talktrack.deal.LinkedEmail;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;

/** How long the sides of an e-mail thread wait for each other. */
final class ReplyHours {
  private ReplyHours() {}

  /**
   * Hours to each answer of a side, counted from the other side's first mail that it answers.
   *
   * @param emails in the order of their dates
   */
  static double[] of(
      Speaker answering, List<LinkedEmail> emails, ToDoubleBiFunction<Instant, Instant> hours) {
    DoubleStream.Builder waits = DoubleStream.builder();
    Map<String, Instant> askedAt = new HashMap<>();
    for (LinkedEmail email : emails) {
      if (email.isAutomatic() || email.side() == Speaker.UNKNOWN) {
        continue;
      }

      if (email.side() != answering) {
        askedAt.putIfAbsent(email.threadId(), email.knownAt());
      } else if (askedAt.containsKey(email.threadId())) {
        waits.add(hours.applyAsDouble(askedAt.remove(email.threadId()), email.knownAt()));
      }
    }

    return waits.build().toArray();
  }
}
