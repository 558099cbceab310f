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
  static final String FORWARD_PASSES = "forward_passes";
  static final String TOKENS = "tokens";
  static final String PADDED_TOKENS = "padded_tokens";
  static final String LOADS = "model_loads";

  public static InferenceCounters on(SparkContext context) {
    return new InferenceCounters(
        context.longAccumulator("texts"),
        context.longAccumulator(FORWARD_PASSES),
        context.longAccumulator(TOKENS),
        context.longAccumulator(PADDED_TOKENS),
        context.longAccumulator("failed_texts"),
        context.longAccumulator(LOADS));
  }

  public List<Counter> values() {
    return List.of(
        new Counter("texts", texts.sum()),
        new Counter(FORWARD_PASSES, forwardPasses.sum()),
        new Counter(TOKENS, tokens.sum()),
        new Counter(PADDED_TOKENS, paddedTokens.sum()),
        new Counter("failed_texts", failures.sum()),
        new Counter(LOADS, loads.sum()));
  }

  public ModelWork work() {
    return new ModelWork(loads.sum(), forwardPasses.sum(), tokens.sum(), paddedTokens.sum());
  }
}
