package io.talktrack.jobs.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.jobs.LocalSpark;
import io.talktrack.sentiment.LabelledText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class TestHeadTrainer {
  private static final int TEXTS = 90;
  private static final int WIDTH = 6;

  @Test
  void theSameExamplesGiveTheSameHeadToTheBit() {
    HeadTrainer trainer = new HeadTrainer(LocalSpark.session());

    FrozenHead one = trainer.fit(HeadTask.SENTIMENT, examples());
    FrozenHead again = trainer.fit(HeadTask.SENTIMENT, examples());

    assertThat(again).usingRecursiveComparison().isEqualTo(one);
    assertThat(one.heldOut().macroF1()).isGreaterThan(0.9);
  }

  /** Texts of which every third has one sentiment and features that lie near one corner. */
  private static List<Example> examples() {
    Random random = new Random(1);
    List<String> labels = HeadTask.SENTIMENT.labels();
    List<Example> examples = new ArrayList<>();
    for (int text = 0; text < TEXTS; text++) {
      int label = text % labels.size();
      float[] features = new float[WIDTH];
      for (int column = 0; column < WIDTH; column++) {
        features[column] = (float) (random.nextGaussian() * 0.3 + (column == label ? 2 : 0));
      }
      examples.add(new Example(text(text, labels.get(label)), features, new float[0]));
    }
    return examples;
  }

  private static LabelledText text(int no, String sentiment) {
    return new LabelledText(
        "en",
        "rep",
        "spoken",
        "clinics",
        "scenario-" + no / 3,
        List.of(),
        sentiment,
        null,
        null,
        List.of(),
        "sentence " + no);
  }
}
