package io.talktrack.model;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.inference.CachedInference.OutputSpan;
import io.talktrack.model.Head.Kind;
import io.talktrack.sentiment.Explanations;
import io.talktrack.sentiment.TextLabels;
import io.talktrack.sentiment.TextLabels.CarryingSpan;
import io.talktrack.sentiment.TextLabels.TypeScore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestHeadOutputs {
  private static final List<String> FEELINGS = List.of("NEGATIVE", "NEUTRAL", "POSITIVE");
  private static final Head SENTIMENT = head("sentiment", Kind.ONE_OF, FEELINGS, 0.5, 0.4, 0.6);
  private static final Head DEAL = head("deal_sentiment", Kind.ONE_OF, FEELINGS, 0.5, 0.5, 0.5);
  private static final Head OBJECTION =
      head("objection", Kind.ANY_OF, List.of("PRICE_BUDGET", "TIMING"), 0.3, 0.7);
  private static final Head STAGE =
      head("stage", Kind.ONE_OF, List.of("OPENING", "DISCOVERY"), 0.5, 0.5);

  @Test
  void eachHeadIsReadAtItsOwnPlaceInWhateverOrderTheHeadsStand() {
    List<Float> sentiment = List.of(0.25f, 0.5f, 0.25f);
    List<Float> deal = List.of(0.75f, 0.125f, 0.125f);
    List<Float> objection = List.of(0.875f, 0.0625f);
    List<Float> stage = List.of(0.375f, 0.625f);
    TextLabels expected =
        new TextLabels(
            "NEUTRAL",
            0.25,
            0.5,
            0.25,
            "NEGATIVE",
            0.75,
            0.125,
            0.125,
            "DISCOVERY",
            0.625,
            List.of(new TypeScore("PRICE_BUDGET", 0.875), new TypeScore("TIMING", 0.0625)));

    assertThat(
            new HeadOutputs(List.of(SENTIMENT, DEAL, OBJECTION, STAGE))
                .read(joined(List.of(sentiment, deal, objection, stage)), List.of()))
        .isEqualTo(expected);
    assertThat(
            new HeadOutputs(List.of(STAGE, OBJECTION, SENTIMENT, DEAL))
                .read(joined(List.of(stage, objection, sentiment, deal)), List.of()))
        .isEqualTo(expected);
  }

  @Test
  void aHeadAbstainsBelowTheThresholdOfItsLikeliestLabelAndSpansGetTheirNames() {
    HeadOutputs outputs = new HeadOutputs(List.of(SENTIMENT, DEAL, OBJECTION, STAGE));

    TextLabels labels =
        outputs.read(
            List.of(0.25f, 0.1875f, 0.5625f, 0.25f, 0.5f, 0.25f, 0f, 0f, 0.5f, 0.5f),
            List.of(new OutputSpan(6, 3, 9), new OutputSpan(8, 0, 2)));

    assertThat(labels.sentiment()).isNull();
    assertThat(labels.sentimentPositive()).isEqualTo(0.5625);
    assertThat(labels.dealSentiment()).isEqualTo("NEUTRAL");
    assertThat(labels.stage()).isEqualTo("OPENING");
    assertThat(labels.carriedBy())
        .containsExactly(
            new CarryingSpan("objection", "PRICE_BUDGET", 3, 9),
            new CarryingSpan("stage", "OPENING", 0, 2));
    assertThat(labels.carrying("objection", "TIMING")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ALL, 'stage objection'", "OBJECTIONS, objection", "NONE, ''"})
  void onlyTheWordsThatAreAskedForAreKept(Explanations explanations, String heads) {
    List<Head> all = List.of(SENTIMENT, DEAL, OBJECTION, STAGE);
    List<Float> outputs = List.of(1f, 0f, 0f, 1f, 0f, 0f, 1f, 0f, 1f, 0f);
    List<OutputSpan> spans = List.of(new OutputSpan(8, 0, 2), new OutputSpan(6, 3, 9));

    TextLabels labels = new HeadOutputs(all, explanations).read(outputs, spans);

    assertThat(labels.carriedBy().stream().map(CarryingSpan::head).collect(joining(" ")))
        .isEqualTo(heads);
    assertThat(labels.stage()).isEqualTo("OPENING");
  }

  @Test
  void aThresholdIsToldByHeadAndLabel() {
    HeadOutputs outputs = new HeadOutputs(List.of(SENTIMENT, DEAL, OBJECTION, STAGE));

    assertThat(outputs.threshold("objection", "TIMING")).isEqualTo(0.7);
    assertThat(outputs.threshold("sentiment", "NEUTRAL")).isEqualTo(0.4);
  }

  @Test
  void aBundleWithoutAHeadIsRefused() {
    HeadOutputs outputs = new HeadOutputs(List.of(SENTIMENT, DEAL, OBJECTION));

    assertThatThrownBy(() -> outputs.read(List.of(1f, 0f, 0f, 1f, 0f, 0f, 0f, 0f), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot read the bundle's outputs: it has no head 'stage'. Train it with `talktrack models train`.");
  }

  @Test
  void aHeadWhoseRowsDoNotFitItsLabelsIsRefused() {
    assertThatThrownBy(
            () ->
                new Head(
                    "stage",
                    Kind.ONE_OF,
                    List.of("OPENING", "DISCOVERY"),
                    new float[1][4],
                    new float[2],
                    new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Head stage has 2 labels but 1 weight rows, 2 biases and 2 thresholds");
  }

  private static List<Float> joined(List<List<Float>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }

  private static Head head(String name, Kind kind, List<String> labels, double... thresholds) {
    return new Head(
        name, kind, labels, new float[labels.size()][4], new float[labels.size()], thresholds);
  }
}
