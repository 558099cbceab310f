package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.engine.Engine;
import ai.djl.translate.TranslateException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.talktrack.model.FineTuning.Lesson;
import io.talktrack.model.FineTuning.Plan;
import io.talktrack.model.FineTuning.Tuned;
import io.talktrack.model.Head.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestFineTuning {
  private static final Pretrained ENCODER = Pretrained.ALL_MINILM_L6_V2;
  private static final List<String> GLAD =
      List.of("that works well for us", "we are pleased with it", "this is what we hoped for");
  private static final List<String> SORRY =
      List.of("that fails on us", "we are annoyed by it", "this is what we feared");

  @TempDir Path cache;

  @Test
  void aBuildWithoutPyTorchSaysHowToGetOne() {
    assumeFalse(Engine.hasEngine("PyTorch"), "this build has PyTorch");

    assertThatThrownBy(FineTuning::requireEngine)
        .hasMessage(
            "Cannot fine-tune an encoder: this build has no PyTorch. Build it with `TALKTRACK_TRAINING=1 mvn package -DskipTests`, or leave --fine-tune out.");
  }

  @Test
  @Tag("slow")
  void theTunedGraphSaysWhatTrainingSaidAndKeepsTheMeaning() throws Exception {
    assumeTrue(Engine.hasEngine("PyTorch"), "needs a build with TALKTRACK_TRAINING=1: skipped");
    List<List<float[][]>> measured = new ArrayList<>();
    Tuned tuned;
    List<Lesson> lessons;
    try (TextEncoder frozen = encoder(List.of(), null)) {
      lessons = lessons(frozen);
      tuned =
          new FineTuning(
                  new Plan(1e-4, 1e-2, 6, 3, 0, 1, 0, 7),
                  ENCODER,
                  List.of(start()),
                  List.of(new float[] {1, 1}))
              .train(
                  lessons,
                  lessons,
                  logits -> {
                    measured.add(logits);
                    return measured.size();
                  });
    }

    float[][] last = measured.get(5).get(0);
    for (int row = 0; row < lessons.size(); row++) {
      assertThat(last[row][1] > last[row][0]).as("lesson %d", row).isEqualTo(row >= SORRY.size());
    }
    try (TextEncoder shipped = encoder(tuned.heads(), tuned.weights());
        TextEncoder.Session session = shipped.newSession()) {
      for (int row = 0; row < lessons.size(); row++) {
        float[][] outputs = session.forward(List.of(lessons.get(row).tokens()))[0];
        double expected = 1 / (1 + Math.exp(last[row][0] - last[row][1]));
        assertThat((double) outputs[1][1]).isCloseTo(expected, within(2e-3));
        double cosine = 0;
        for (int place = 0; place < outputs[0].length; place++) {
          cosine += outputs[0][place] * lessons.get(row).embedding()[place];
        }
        assertThat(cosine).isGreaterThan(0.9);
      }
    }
  }

  @Test
  @Tag("slow")
  void aTextIsLearntAsItIsHeardAsOftenAsThePlanSays() throws Exception {
    assumeTrue(Engine.hasEngine("PyTorch"), "needs a build with TALKTRACK_TRAINING=1: skipped");
    List<Lesson> heard = new ArrayList<>();
    List<Lesson> asWritten;
    try (TextEncoder frozen = encoder(List.of(), null)) {
      asWritten = lessons(frozen);
      for (Lesson lesson : asWritten) {
        heard.add(
            new Lesson(
                frozen.tokenize("okay"), lesson.tokens(), lesson.embedding(), lesson.targets()));
      }
    }

    assertThat(right(heard, asWritten, 1)).isEqualTo(6);
    assertThat(right(heard, asWritten, 0)).isLessThan(6);
  }

  @Test
  @Tag("slow")
  void theSameSeedGivesTheSameNumbersAndAnotherOneOthers() throws Exception {
    assumeTrue(Engine.hasEngine("PyTorch"), "needs a build with TALKTRACK_TRAINING=1: skipped");
    List<Lesson> lessons;
    try (TextEncoder frozen = encoder(List.of(), null)) {
      lessons = lessons(frozen);
    }

    float[][] once = last(new Plan(1e-4, 1e-2, 2, 3, 0.1f, 3, 0.4, 7), lessons, lessons);

    assertThat(last(new Plan(1e-4, 1e-2, 2, 3, 0.1f, 3, 0.4, 7), lessons, lessons))
        .isDeepEqualTo(once);
    float[][] otherwise = last(new Plan(1e-4, 1e-2, 2, 3, 0.1f, 3, 0.4, 8), lessons, lessons);
    assertThat(Arrays.deepEquals(otherwise, once)).isFalse();
  }

  /** How many of the held-out texts are told after the last epoch. */
  private static int right(List<Lesson> lessons, List<Lesson> heldOut, double asHeard) {
    float[][] last = last(new Plan(1e-4, 1e-2, 6, 3, 0, 0, asHeard, 7), lessons, heldOut);
    int right = 0;
    for (int row = 0; row < heldOut.size(); row++) {
      float[] logits = last[row];
      float[] target = heldOut.get(row).targets().get(0);
      right += logits[1] > logits[0] == target[1] > target[0] ? 1 : 0;
    }
    return right;
  }

  /** The only head's logits of the held-out texts after the last epoch. */
  private static float[][] last(Plan plan, List<Lesson> lessons, List<Lesson> heldOut) {
    List<List<float[][]>> measured = new ArrayList<>();
    new FineTuning(plan, ENCODER, List.of(start()), List.of(new float[] {1, 1}))
        .train(
            lessons,
            heldOut,
            logits -> {
              measured.add(logits);
              return 0;
            });
    return measured.get(plan.epochs() - 1).get(0);
  }

  private static Head start() {
    return new Head(
        "sentiment",
        Kind.ONE_OF,
        List.of("SORRY", "GLAD"),
        new float[2][4 * ENCODER.dimensions()],
        new float[2],
        new double[2]);
  }

  private TextEncoder encoder(List<Head> heads, TunedWeights tuned) {
    return TextEncoder.open(
        ModelBundle.build(
            new TrainedHeads(
                "tuned",
                "en",
                ENCODER,
                64,
                heads,
                tuned,
                JsonNodeFactory.instance.objectNode(),
                "# Tuned\n"),
            cache));
  }

  private static List<Lesson> lessons(TextEncoder encoder) throws TranslateException {
    List<Lesson> lessons = new ArrayList<>();
    for (String text : SORRY) {
      lessons.add(lesson(encoder, text, new float[] {1, 0}));
    }
    for (String text : GLAD) {
      lessons.add(lesson(encoder, text, new float[] {0, 1}));
    }
    return lessons;
  }

  private static Lesson lesson(TextEncoder encoder, String text, float[] target)
      throws TranslateException {
    long[] tokens = encoder.tokenize(text);
    try (TextEncoder.Session session = encoder.newSession()) {
      return new Lesson(tokens, tokens, session.embed(tokens), List.of(target));
    }
  }
}
