package io.talktrack.jobs.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.talktrack.model.Head;
import io.talktrack.sentiment.LabelledText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestHeldOut {
  private static LabelledText text(String scenario, String sentiment, String... objections) {
    return new LabelledText(
        "en",
        "customer",
        "spoken",
        "retail",
        scenario,
        List.of(objections),
        sentiment,
        null,
        null,
        List.of(),
        "a sentence");
  }

  @Test
  void macroF1CountsEveryLabelAlike() {
    HeldOut heldOut =
        new HeldOut(
            HeadTask.SENTIMENT,
            List.of(
                text("a", "NEGATIVE"),
                text("a", "NEUTRAL"),
                text("a", "NEUTRAL"),
                text("a", "POSITIVE")),
            List.of(
                new double[] {2, 0, 0},
                new double[] {0, 2, 0},
                new double[] {0, 2, 0},
                new double[] {0, 2, 0}));

    // 1 for NEGATIVE, 2·2/(3+2) for NEUTRAL, 0 for POSITIVE
    assertThat(heldOut.macroF1()).isCloseTo((1 + 0.8 + 0) / 3, within(1e-12));
  }

  @Test
  void anIndependentLabelIsMeasuredAtItsBestCut() {
    List<LabelledText> texts = new ArrayList<>();
    List<double[]> logits = new ArrayList<>();
    for (int row = 0; row < 10; row++) {
      texts.add(row < 3 ? text("a", null, "PRICE_BUDGET") : text("a", null));
      double[] numbers = new double[HeadTask.OBJECTION.labels().size()];
      numbers[HeadTask.OBJECTION.labels().indexOf("PRICE_BUDGET")] = row < 3 ? -1.5 : -2.5;
      logits.add(numbers);
    }

    double macro = new HeldOut(HeadTask.OBJECTION, texts, logits).macroF1();

    assertThat(macro * HeadTask.OBJECTION.labels().size()).isCloseTo(1, within(1e-12));
  }

  @Test
  void aFoldHoldsWholeScenarios() {
    List<LabelledText> texts = new ArrayList<>();
    List<double[]> logits = new ArrayList<>();
    for (int row = 0; row < 100; row++) {
      texts.add(text("scenario-" + row / 4, "NEUTRAL"));
      logits.add(new double[] {row, 0, 0});
    }
    HeldOut all = new HeldOut(HeadTask.SENTIMENT, texts, logits);

    int together = 0;
    for (int fold = 0; fold < 5; fold++) {
      HeldOut part = all.fold(fold, 5);
      together += part.texts().size();
      assertThat(part.texts().size() % 4).isZero();
      assertThat(part.logits()).hasSameSizeAs(part.texts());
    }
    assertThat(together).isEqualTo(100);
  }

  @Test
  void calibrationTakesTheTemperatureIntoTheWeights() {
    List<LabelledText> texts = new ArrayList<>();
    List<double[]> logits = new ArrayList<>();
    // always as sure, and wrong every fifth time
    for (int row = 0; row < 1000; row++) {
      texts.add(text("a", row % 5 == 0 ? "NEUTRAL" : "NEGATIVE"));
      logits.add(new double[] {10, 0, -50});
    }

    Head head =
        CalibratedHead.of(
            HeadTask.SENTIMENT,
            new double[][] {{10}, {0}, {-50}},
            new double[3],
            new HeldOut(HeadTask.SENTIMENT, texts, logits));

    // the odds are four to one
    assertThat((double) head.weights()[0][0] - head.weights()[1][0])
        .isCloseTo(Math.log(4), within(0.01));
    assertThat(head.thresholds()[0]).isBetween(0.33, 0.81);
  }

  @Test
  void numbersThatNeverChangeAreLeftOut() {
    List<Example> examples = new ArrayList<>();
    for (int row = 0; row < 10; row++) {
      examples.add(
          new Example(text("a", "NEUTRAL"), new float[] {row, 0.5f + row * 1e-9f}, new float[1]));
    }

    assertThat(Example.withoutConstants(examples))
        .allSatisfy(example -> assertThat(example.features()[1]).isZero())
        .extracting(example -> example.features()[0])
        .containsExactly(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f, 9f);
  }
}
