package io.talktrack.model;

import io.talktrack.monitoring.JobRun.Counter;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/** What the inference stage did: a re-run over unchanged input must leave them at zero. */
public record InferenceCounters(
    LongAccumulator texts,
    LongAccumulator forwardPasses,
    LongAccumulator tokens,
    LongAccumulator paddedTokens,
    LongAccumulator failures,
    LongAccumulator loads)
    implements Serializable {

  public static InferenceCounters on(SparkContext context) {
    return new InferenceCounters(
        context.longAccumulator("texts"),
        context.longAccumulator("forward_passes"),
        context.longAccumulator("tokens"),
        context.longAccumulator("padded_tokens"),
        context.longAccumulator("failed_texts"),
        context.longAccumulator("model_loads"));
  }

  public List<Counter> values() {
    return List.of(
        new Counter("texts", texts.sum()),
        new Counter("forward_passes", forwardPasses.sum()),
        new Counter("tokens", tokens.sum()),
        new Counter("padded_tokens", paddedTokens.sum()),
        new Counter("failed_texts", failures.sum()),
        new Counter("model_loads", loads.sum()));
  }
}
