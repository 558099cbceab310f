package io.talktrack.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TestPrototype {
  private static final List<float[]> POSITIVES =
      embeddings(
          "who signs the contract",
          "who has to approve the contract",
          "does the board approve this",
          "who else must approve",
          "which people sign in the end");
  private static final List<float[]> NEGATIVES =
      embeddings(
          "the contract runs two years",
          "our board met yesterday",
          "the app has an approve button",
          "people like the map",
          "you sign in with a password");
  private static final List<float[]> OTHERS =
      embeddings("shall we meet on monday", "lovely weather today", "here is the start page");

  @Test
  void aLineLikeThePositiveOnesIsMoreProbable() {
    Prototype prototype = Prototype.fit(POSITIVES, NEGATIVES, OTHERS);

    assertThat(prototype.probability(WordHashes.of("who must approve the contract")))
        .isGreaterThan(0.6);
    assertThat(prototype.probability(WordHashes.of("the map has an app"))).isLessThan(0.4);
    assertThat(prototype.threshold()).isBetween(0.5, 0.6);
  }

  @Test
  void theOrderOfTheLinesDoesNotChangeABit() {
    float[] turn = WordHashes.of("who else signs");
    Prototype first = Prototype.fit(POSITIVES, NEGATIVES, OTHERS);
    Prototype second = Prototype.fit(mixed(POSITIVES), mixed(NEGATIVES), mixed(OTHERS));

    assertThat(second.probability(turn)).isEqualTo(first.probability(turn));
    assertThat(second.threshold()).isEqualTo(first.threshold());
    assertThat(second.separation()).isEqualTo(first.separation());
  }

  @Test
  void leavingALineOutIsWorthTheSameAsFittingWithoutIt() {
    List<float[]> all = new ArrayList<>(POSITIVES);
    all.addAll(NEGATIVES);
    double[] wanted = {1, 1, 1, 1, 1, 0, 0, 0, 0, 0};
    double[] share = new double[10];
    Arrays.fill(share, 0.1);
    double[] leftOut = DualLogistic.fit(DualLogistic.products(all), wanted, share).leftOut();

    List<float[]> rest = all.subList(1, 10);
    double[][] products = DualLogistic.products(rest);
    DualLogistic without =
        DualLogistic.fit(
            products, Arrays.copyOfRange(wanted, 1, 10), Arrays.copyOfRange(share, 1, 10));
    double logit = without.intercept();
    double[] weights = without.weights(rest);
    for (int d = 0; d < weights.length; d++) {
      logit += weights[d] * all.get(0)[d];
    }
    assertThat(leftOut[0]).isCloseTo(DualLogistic.logistic(logit), within(0.06));
  }

  @Test
  void fewerThanFiveLinesAreTooFew() {
    assertThatThrownBy(() -> Prototype.fit(POSITIVES, NEGATIVES.subList(0, 4)))
        .hasMessage(
            "Cannot fit a criterion on 5 positive and 4 negative lines: it needs 5 of each");
  }

  @Test
  void anotherEncodersEmbeddingIsRefused() {
    Prototype prototype = Prototype.fit(POSITIVES, NEGATIVES);

    assertThatThrownBy(() -> prototype.probability(new float[512]))
        .hasMessageContaining("embedding of 512 numbers: the playbook's lines have 384");
  }

  private static List<float[]> mixed(List<float[]> embeddings) {
    List<float[]> mixed = new ArrayList<>(embeddings);
    Collections.shuffle(mixed, new Random(7));
    return mixed;
  }

  private static List<float[]> embeddings(String... lines) {
    return Arrays.stream(lines).map(WordHashes::of).toList();
  }
}
