package io.talktrack.model;

import static java.util.Comparator.naturalOrder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.talktrack.model.FineTuning.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
  private final List<String> leftOut = new ArrayList<>();

  /** Running means of a gradient and of its square. */
  private record Moments(NDArray mean, NDArray square) {}

  AdamW(NDManager lasting, Plan plan) {
    this.lasting = lasting;
    this.plan = plan;
  }

  /** The steps that taught nothing since a gradient was no number, each with whose it was. */
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  /** One step; the weights stay as they are where a gradient is no number, a few times at most. */
  void step(Map<String, NDArray> parameters, int step, int steps) {
    try (NDManager scope = lasting.newSubManager()) {
      TreeMap<String, NDArray> gradients = new TreeMap<>();
      List<String> broken = new ArrayList<>();
      double squares = 0;
      for (Map.Entry<String, NDArray> parameter : parameters.entrySet()) {
        if (parameter.getValue().hasGradient()) {
          NDArray gradient = parameter.getValue().getGradient();
          gradient.attach(scope);
          gradients.put(parameter.getKey(), gradient);
          double square = gradient.mul(gradient).sum().getFloat();
          squares += square;
          if (!Double.isFinite(square)) {
            broken.add(parameter.getKey());
          }
        }
      }
      if (!broken.isEmpty()) {
        leaveOut(step, steps, gradients.size(), broken);
        // DJL zeroes by subtraction, which leaves what is no number as it is
        broken.forEach(name -> gradients.get(name).zerosLike().copyTo(gradients.get(name)));
        return;
      }
      double norm = Math.sqrt(squares);
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

  private void leaveOut(int step, int steps, int gradients, List<String> broken) {
    leftOut.add(
        "step %d of %d: %d of %d gradients, the first %s"
            .formatted(
                step, steps, broken.size(), gradients, broken.stream().min(naturalOrder()).get()));
    if (leftOut.size() > MOST_LEFT_OUT) {
      throw new IllegalStateException(
          "Fine-tuning failed: gradients are no numbers (%s). Train with a lower rate."
              .formatted(String.join("; ", leftOut)));
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
