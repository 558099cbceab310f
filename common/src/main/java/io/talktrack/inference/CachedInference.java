package io.talktrack.inference;

import java.util.List;

/**
 * What a bundle said of one model input. One row per input and bundle; append only but for erasure.
 *
 * @param inputKey HMAC of the exact model input and the bundle's hash, so that it tells nothing
 * @param status SCORED or FAILED
 * @param embedding little-endian floats, L2 norm 1; null unless SCORED
 * @param outputs every head's probabilities in the bundle's order of heads and labels
 * @param carriedBy for each label that is given, the words of the input that carried it
 */
public record CachedInference(
    String inputKey,
    String bundleHash,
    String status,
    byte[] embedding,
    List<Float> outputs,
    List<OutputSpan> carriedBy,
    int tokens,
    String precision,
    String device,
    String processor) {

  /**
   * A half-open span of the input, in code points.
   *
   * @param output the place of its label in the list of outputs
   */
  public record OutputSpan(int output, int start, int end) {}
}
