package io.talktrack.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.talktrack.model.FineTuning.Plan;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * AdamW (Loshchilov and Hutter 2019) in place, with the gradient's norm held to 1 and a rate that
 * rises over a tenth of the steps and then falls to nothing.
 */
final class AdamW {
  private static final double KEEP_MEAN = 0.9;
  private static final double KEEP_SQUARE = 0.999;
  private static final double EPSILON = 1e-8;
  private static final double DECAY = 0.01;
  private static final double LONGEST = 1;
  private static final double WARM_UP = 0.1;
  private static final int MOST_LEFT_OUT = 3;

  private final NDManager lasting;
  private final Plan plan;
  private final Map<String, Moments> moments = new HashMap<>();
  private int leftOut;

  /** Running means of a gradient and of its square. */
  private record Moments(NDArray mean, NDArray square) {}

  AdamW(NDManager lasting, Plan plan) {
    this.lasting = lasting;
    this.plan = plan;
  }

  /** One step; a rare batch whose gradient overflows teaches nothing and is left out. */
  void step(Map<String, NDArray> parameters, int step, int steps) {
    try (NDManager scope = lasting.newSubManager()) {
      TreeMap<String, NDArray> gradients = new TreeMap<>();
      double squares = 0;
      for (Map.Entry<String, NDArray> parameter : parameters.entrySet()) {
        if (parameter.getValue().hasGradient()) {
          NDArray gradient = parameter.getValue().getGradient();
          gradient.attach(scope);
          gradients.put(parameter.getKey(), gradient);
          squares += gradient.mul(gradient).sum().getFloat();
        }
      }
      double norm = Math.sqrt(squares);
      if (!Double.isFinite(norm)) {
        leftOut++;
        if (leftOut > MOST_LEFT_OUT) {
          throw new IllegalStateException(
              "Fine-tuning failed at step %d of %d: a gradient is no number, for the %dth time. Train with a lower rate."
                  .formatted(step, steps, leftOut));
        }
        return;
      }
      double rate = Math.min(1, (step + 1) / (WARM_UP * steps)) * (1 - step / (double) steps);
      gradients.forEach(
          (name, gradient) ->
              update(
                  name,
                  parameters.get(name),
                  gradient.mul(Math.min(1, LONGEST / norm)),
                  rate * (name.startsWith("head.") ? plan.headRate() : plan.encoderRate()),
                  step + 1));
    }
  }

  // every new array springs from the gradient's, and is closed with it
  private void update(String name, NDArray weights, NDArray gradient, double rate, int time) {
    Moments old =
        moments.computeIfAbsent(
            name,
            first ->
                new Moments(lasting.zeros(weights.getShape()), lasting.zeros(weights.getShape())));
    old.mean().muli(KEEP_MEAN).addi(gradient.mul(1 - KEEP_MEAN));
    old.square().muli(KEEP_SQUARE).addi(gradient.mul(gradient).mul(1 - KEEP_SQUARE));
    NDArray zeros = gradient.zerosLike();
    NDArray scale =
        zeros.add(old.square()).sqrt().div(Math.sqrt(1 - Math.pow(KEEP_SQUARE, time))).add(EPSILON);
    NDArray move = zeros.add(old.mean()).div(scale).mul(rate / (1 - Math.pow(KEEP_MEAN, time)));
    // the same numbers, out of sight of the gradients
    try (NDArray values = weights.stopGradient()) {
      values.muli(1 - rate * DECAY).subi(move);
    }
  }
}
