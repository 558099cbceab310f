package io.talktrack.jobs.models;

import io.talktrack.model.Head;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Fits one head: Spark ML's logistic regression, its penalty chosen by cross-validation over
 * scenarios.
 */
final class HeadTrainer {
  static final int FOLDS = 5;

  private static final double[] PENALTIES = {0.03, 0.1, 0.3};
  private static final int ITERATIONS = 40;
  private static final double TOLERANCE = 1e-4;

  /** What is set before any head is fitted; none of it is drawn by chance. */
  static final String SETTINGS =
      "logistic regression, penalty of %s by %d folds of scenarios, at most %d iterations, tolerance %s"
          .formatted(Arrays.toString(PENALTIES), FOLDS, ITERATIONS, TOLERANCE);

  private static final StructType SCHEMA =
      new StructType()
          .add("features", SQLDataTypes.VectorType())
          .add("label", DataTypes.DoubleType)
          .add("weight", DataTypes.DoubleType)
          .add("fold", DataTypes.IntegerType);

  private final SparkSession spark;

  HeadTrainer(SparkSession spark) {
    this.spark = spark;
  }

  FrozenHead fit(HeadTask task, List<Example> examples) {
    List<Example> covered =
        examples.stream().filter(example -> task.covers(example.text())).toList();
    int labels = task.labels().size();
    int width = covered.get(0).features().length;
    Linear all = new Linear(new double[labels][width], new double[labels]);
    Linear start = new Linear(new double[labels][width], new double[labels]);
    HeldOut heldOut =
        new HeldOut(task, covered.stream().map(Example::text).toList(), new ArrayList<>());
    covered.forEach(example -> heldOut.logits().add(new double[labels]));
    switch (task.kind()) {
      case ONE_OF -> {
        Fitted fitted = fit(covered, heldOut.labels(), labels, "multinomial");
        for (int label = 0; label < labels; label++) {
          keep(fitted, label, label, all, start, heldOut);
        }
      }
      case ANY_OF -> {
        for (int label = 0; label < labels; label++) {
          List<Integer> holds = new ArrayList<>();
          for (boolean has : heldOut.holds(label)) {
            holds.add(has ? 1 : 0);
          }
          keep(fit(covered, holds, 2, "binomial"), label, 0, all, start, heldOut);
        }
      }
    }
    return new FrozenHead(
        CalibratedHead.of(task, all.weights(), all.bias(), heldOut),
        new Head(
            task.head(),
            task.kind(),
            task.labels(),
            start.floatWeights(),
            start.floatBias(),
            new double[labels]),
        heldOut);
  }

  private static void keep(
      Fitted fitted, int label, int row, Linear all, Linear start, HeldOut heldOut) {
    all.set(label, fitted.model(), row);
    start.set(label, fitted.withoutFirstFold(), row);
    int column = fitted.model().numClasses() == 2 ? 1 : row;
    for (int text = 0; text < fitted.heldOut().size(); text++) {
      heldOut.logits().get(text)[label] = fitted.heldOut().get(text)[column];
    }
  }

  /** Weights and bias per label. */
  private record Linear(double[][] weights, double[] bias) {
    void set(int label, LogisticRegressionModel model, int row) {
      for (int column = 0; column < weights[label].length; column++) {
        weights[label][column] = model.coefficientMatrix().apply(row, column);
      }
      bias[label] = model.interceptVector().apply(row);
    }

    float[][] floatWeights() {
      float[][] floats = new float[weights.length][];
      for (int label = 0; label < weights.length; label++) {
        floats[label] = floats(weights[label]);
      }
      return floats;
    }

    float[] floatBias() {
      return floats(bias);
    }

    private static float[] floats(double[] values) {
      float[] floats = new float[values.length];
      for (int place = 0; place < values.length; place++) {
        floats[place] = (float) values[place];
      }
      return floats;
    }
  }

  /** The model over all examples, and each example's logits from a model that never saw it. */
  private record Fitted(
      LogisticRegressionModel model,
      LogisticRegressionModel withoutFirstFold,
      List<double[]> heldOut) {}

  private Fitted fit(List<Example> examples, List<Integer> labels, int classes, String family) {
    Dataset<Row> rows = rows(examples, labels, classes);
    LogisticRegression regression =
        new LogisticRegression()
            .setFamily(family)
            .setWeightCol("weight")
            .setMaxIter(ITERATIONS)
            .setTol(TOLERANCE);
    ParamMap[] grid = new ParamGridBuilder().addGrid(regression.regParam(), PENALTIES).build();
    CrossValidatorModel validated =
        new CrossValidator()
            .setEstimator(regression)
            .setEvaluator(evaluator())
            .setEstimatorParamMaps(grid)
            .setNumFolds(FOLDS)
            .setFoldCol("fold")
            .setCollectSubModels(true)
            .setParallelism(2)
            .fit(rows);

    LogisticRegressionModel best = (LogisticRegressionModel) validated.bestModel();
    int chosen = indexOf(best.getRegParam());
    List<double[]> heldOut = new ArrayList<>();
    for (Example example : examples) {
      LogisticRegressionModel without =
          (LogisticRegressionModel) validated.subModels()[example.text().fold(FOLDS)][chosen];
      heldOut.add(without.predictRaw(vector(example)).toArray());
    }
    return new Fitted(best, (LogisticRegressionModel) validated.subModels()[0][chosen], heldOut);
  }

  private static Evaluator evaluator() {
    return new MulticlassClassificationEvaluator().setMetricName("logLoss").setWeightCol("weight");
  }

  private static int indexOf(double penalty) {
    for (int index = 0; index < PENALTIES.length; index++) {
      if (PENALTIES[index] == penalty) {
        return index;
      }
    }
    throw new IllegalStateException("The chosen penalty was not on the grid: " + penalty);
  }

  // rare labels weigh more, but by the root only: with the full ratio every doubt becomes an alarm
  private Dataset<Row> rows(List<Example> examples, List<Integer> labels, int classes) {
    int[] counts = new int[classes];
    labels.forEach(label -> counts[label]++);
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < examples.size(); row++) {
      double share = counts[labels.get(row)] * (double) classes / examples.size();
      rows.add(
          RowFactory.create(
              vector(examples.get(row)),
              (double) labels.get(row),
              1 / Math.sqrt(share),
              examples.get(row).text().fold(FOLDS)));
    }
    // cut off from the list, which every task would else carry: a hundred megabytes a step
    return spark.createDataFrame(rows, SCHEMA).coalesce(1).localCheckpoint();
  }

  private static Vector vector(Example example) {
    double[] values = new double[example.features().length];
    for (int column = 0; column < values.length; column++) {
      values[column] = example.features()[column];
    }
    return Vectors.dense(values);
  }
}
