package io.talktrack.monitoring;

import java.time.Instant;
import java.util.List;

/**
 * A model that was trained. One row per training run.
 *
 * @param version of heads and encoder, as its bundle's folder is named
 * @param method how it was made, in words
 * @param dataSha256 the first 32 digits of SHA-256 of the labelled sentences, in their order
 * @param trainingSha256 the same of those that it learnt from
 * @param testSha256 the same of those that it is measured on
 * @param plan what was set before training, in words
 * @param seed of all that is drawn by chance; null where nothing is
 * @param quality on test sentences that training never saw
 */
public record RegisteredModel(
    String model,
    String version,
    Instant trainedAt,
    String language,
    String encoder,
    String method,
    String dataSha256,
    String trainingSha256,
    String testSha256,
    String plan,
    Integer seed,
    int trainingSentences,
    int testSentences,
    List<Quality> quality) {

  /**
   * How good one head is.
   *
   * @param calibrationError expected calibration error over ten equal-width bins
   */
  public record Quality(String head, double macroF1, double calibrationError) {}
}
