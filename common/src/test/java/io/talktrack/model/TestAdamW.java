package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.talktrack.model.FineTuning.Plan;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class TestAdamW {
  private static final Plan PLAN = new Plan(1e-4, 1e-2, 1, 1, 0, 1, 0, 7);

  @Test
  void aStepWhoseGradientIsNoNumberIsLeftOutAndToldAndTheFourthFails() {
    assumeTrue(Engine.hasEngine("PyTorch"), "needs a build with TALKTRACK_TRAINING=1: skipped");
    Engine engine = Engine.getEngine("PyTorch");
    try (NDManager lasting = engine.newBaseManager()) {
      Map<String, NDArray> parameters =
          Map.of("a.weight", parameter(lasting, 0), "b.weight", parameter(lasting, 4));
      AdamW optimiser = new AdamW(lasting, PLAN);
      for (int step = 0; step < 3; step++) {
        backward(engine, parameters);
        optimiser.step(parameters, step, 9);
      }

      assertThat(optimiser.leftOut())
          .hasSize(3)
          .contains("step 1 of 9: 1 of 2 gradients, the first a.weight");
      assertThat(parameters.get("b.weight").toFloatArray()).containsExactly(4);
      backward(engine, parameters);
      assertThatThrownBy(() -> optimiser.step(parameters, 3, 9))
          .hasMessageStartingWith(
              "Fine-tuning failed: gradients are no numbers (step 0 of 9: 1 of 2 gradients, the first a.weight; ")
          .hasMessageEndingWith("). Train with a lower rate.");
    }
  }

  @Test
  void theStepAfterOneThatWasLeftOutIsTakenAgain() {
    assumeTrue(Engine.hasEngine("PyTorch"), "needs a build with TALKTRACK_TRAINING=1: skipped");
    Engine engine = Engine.getEngine("PyTorch");
    try (NDManager lasting = engine.newBaseManager()) {
      NDArray weights = parameter(lasting, 0);
      AdamW optimiser = new AdamW(lasting, PLAN);
      backward(engine, Map.of("a.weight", weights, "b.weight", weights));
      optimiser.step(Map.of("a.weight", weights), 0, 9);
      try (NDArray values = weights.stopGradient()) {
        values.addi(4);
      }

      backward(engine, Map.of("a.weight", weights, "b.weight", weights));
      optimiser.step(Map.of("a.weight", weights), 1, 9);

      assertThat(optimiser.leftOut()).hasSize(1);
      assertThat(weights.toFloatArray()[0]).isLessThan(4).isGreaterThan(3.9f);
    }
  }

  private static NDArray parameter(NDManager manager, float value) {
    NDArray parameter = manager.create(new float[] {value});
    parameter.setRequiresGradient(true);
    return parameter;
  }

  // the root's slope at nothing is infinite
  private static void backward(Engine engine, Map<String, NDArray> parameters) {
    try (GradientCollector gradients = engine.newGradientCollector()) {
      gradients.zeroGradients();
      gradients.backward(
          parameters.get("a.weight").sqrt().add(parameters.get("b.weight").sqrt()).sum());
    }
  }
}
