package io.talktrack.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.talktrack.model.Head.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Heads that say nothing, but have the shape of trained ones. */
final class RandomHeads {
  static TrainedHeads on(Pretrained encoder) {
    Random random = new Random(11);
    return new TrainedHeads(
        "random",
        "en",
        encoder,
        256,
        List.of(
            head("sentiment", Kind.ONE_OF, 3, 4 * encoder.dimensions(), random),
            head("objection", Kind.ANY_OF, 11, 4 * encoder.dimensions(), random)),
        null,
        JsonNodeFactory.instance.objectNode().put("folds", 5),
        "# Random heads\n\nFor a test.\n");
  }

  private static Head head(String name, Kind kind, int labels, int dimensions, Random random) {
    float[][] weights = new float[labels][dimensions];
    for (float[] row : weights) {
      for (int column = 0; column < dimensions; column++) {
        row[column] = (float) random.nextGaussian();
      }
    }
    List<String> names = new ArrayList<>();
    float[] bias = new float[labels];
    double[] thresholds = new double[labels];
    for (int label = 0; label < labels; label++) {
      names.add("LABEL_" + label);
      bias[label] = (float) random.nextGaussian();
      thresholds[label] = random.nextDouble();
    }
    return new Head(name, kind, names, weights, bias, thresholds);
  }

  private RandomHeads() {}
}
