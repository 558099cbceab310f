package io.talktrack.model;

import io.talktrack.monitoring.JobRun.Counter;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What models were made to do.
 *
 * @param paddedTokens what the forward passes were over: the texts' own tokens, and what was added
 *     to make those of a pass equally long
 */
public record ModelWork(long loads, long forwardPasses, long tokens, long paddedTokens) {
  public static final ModelWork NONE = new ModelWork(0, 0, 0, 0);

  /** By the counters that a job ended with. */
  public static ModelWork of(List<Counter> counters) {
    return new ModelWork(
        value(counters, InferenceCounters.LOADS),
        value(counters, InferenceCounters.FORWARD_PASSES),
        value(counters, InferenceCounters.TOKENS),
        value(counters, InferenceCounters.PADDED_TOKENS));
  }

  private static long value(List<Counter> counters, String name) {
    return counters.stream()
        .filter(counter -> counter.name().equals(name))
        .mapToLong(Counter::value)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No model counted its " + name));
  }

  public ModelWork plus(ModelWork other) {
    return new ModelWork(
        loads + other.loads,
        forwardPasses + other.forwardPasses,
        tokens + other.tokens,
        paddedTokens + other.paddedTokens);
  }

  /** What was done since. */
  public ModelWork since(ModelWork earlier) {
    return new ModelWork(
        loads - earlier.loads,
        forwardPasses - earlier.forwardPasses,
        tokens - earlier.tokens,
        paddedTokens - earlier.paddedTokens);
  }

  /** The share of the forward passes that was over no text, from 0 to 1; empty before any. */
  public OptionalDouble padding() {
    return paddedTokens == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 - tokens / (double) paddedTokens);
  }
}
