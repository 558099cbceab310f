package io.talktrack.forecast;

import io.talktrack.deal.LinkedCall;
import java.util.Objects;
import java.util.stream.Stream;

/** Figures of one call, by the names of {@code call_metrics}; null where it was not measured. */
final class CallFigures {
  private CallFigures() {}

  /** −5 to 5: the mean of the quarters in which customers spoke. */
  static Double sentiment(LinkedCall call) {
    return Series.mean(
        Stream.of("sentiment_q1", "sentiment_q2", "sentiment_q3", "sentiment_q4")
            .map(call.metrics()::get)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray());
  }

  static Double dealSentiment(LinkedCall call) {
    return call.metrics().get("deal_sentiment_mean");
  }

  static Double talkRatio(LinkedCall call) {
    return call.metrics().get("talk_ratio_of_speech");
  }

  static Boolean nextStepSet(LinkedCall call) {
    Double isSet = call.metrics().get("next_step_set");
    return isSet == null ? null : isSet > 0;
  }
}
