package io.talktrack.jobs.models;

import io.talktrack.jobs.models.Calibration.Scale;
import io.talktrack.model.Head;
import io.talktrack.model.Head.Kind;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.linalg.Matrix;
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
 * scenarios, calibrated and given thresholds on the held-out folds.
 */
final class HeadTrainer {
  static final int FOLDS = 5;

  /**
   * Share of a customer's turns that raise one given type of objection, as assumed for thresholds.
   */
  private static final double PREVALENCE = 0.02;

  private static final double[] PENALTIES = {0.03, 0.1, 0.3};
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

  Head fit(HeadTask task, List<Example> examples) {
    List<Example> covered =
        examples.stream().filter(example -> task.covers(example.text())).toList();
    return switch (task.kind()) {
      case ONE_OF -> fitOneOf(task, covered);
      case ANY_OF -> fitAnyOf(task, covered);
    };
  }

  private Head fitOneOf(HeadTask task, List<Example> examples) {
    List<Integer> labels =
        examples.stream()
            .map(example -> task.labels().indexOf(task.labelsOf(example.text()).get(0)))
            .toList();
    Fitted fitted = fit(examples, labels, task.labels().size(), "multinomial");

    double temperature = Calibration.temperature(fitted.heldOut(), labels);
    int dimensions = examples.get(0).features().length;
    float[][] weights = new float[task.labels().size()][dimensions];
    float[] bias = new float[weights.length];
    double[] thresholds = new double[weights.length];
    Matrix coefficients = fitted.model().coefficientMatrix();
    for (int label = 0; label < weights.length; label++) {
      for (int column = 0; column < dimensions; column++) {
        weights[label][column] = rounded(coefficients.apply(label, column) / temperature);
      }
      bias[label] = rounded(fitted.model().interceptVector().apply(label) / temperature);
    }
    for (int label = 0; label < weights.length; label++) {
      thresholds[label] = Thresholds.answering(fitted.heldOut(), labels, label, temperature);
    }
    return new Head(task.head(), Kind.ONE_OF, task.labels(), weights, bias, thresholds);
  }

  private Head fitAnyOf(HeadTask task, List<Example> examples) {
    int dimensions = examples.get(0).features().length;
    float[][] weights = new float[task.labels().size()][dimensions];
    float[] bias = new float[weights.length];
    double[] thresholds = new double[weights.length];
    for (int label = 0; label < weights.length; label++) {
      String name = task.labels().get(label);
      List<Integer> holds =
          examples.stream()
              .map(example -> task.labelsOf(example.text()).contains(name) ? 1 : 0)
              .toList();
      Fitted fitted = fit(examples, holds, 2, "binomial");

      double[] logits = fitted.heldOut().stream().mapToDouble(row -> row[1]).toArray();
      boolean[] truth = new boolean[logits.length];
      for (int row = 0; row < truth.length; row++) {
        truth[row] = holds.get(row) == 1;
      }
      Scale scale = Calibration.platt(logits, truth);
      Vector coefficients = fitted.model().coefficients();
      for (int column = 0; column < dimensions; column++) {
        weights[label][column] = rounded(scale.slope() * coefficients.apply(column));
      }
      bias[label] = rounded(scale.slope() * fitted.model().intercept() + scale.offset());
      thresholds[label] = Thresholds.bestF1(logits, truth, scale, PREVALENCE);
    }
    return new Head(task.head(), Kind.ANY_OF, task.labels(), weights, bias, thresholds);
  }

  /** The model over all examples, and each example's logits from a model that never saw it. */
  private record Fitted(LogisticRegressionModel model, List<double[]> heldOut) {}

  private Fitted fit(List<Example> examples, List<Integer> labels, int classes, String family) {
    Dataset<Row> rows = rows(examples, labels, classes);
    LogisticRegression regression =
        new LogisticRegression()
            .setFamily(family)
            .setWeightCol("weight")
            .setMaxIter(40)
            .setTol(1e-4);
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
    return new Fitted(best, heldOut);
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
    return spark.createDataFrame(rows, SCHEMA).coalesce(1).cache();
  }

  // four decimals: a head stays a small file, and what is measured is what ships
  private static float rounded(double weight) {
    return Math.round(weight * 10_000) / 10_000f;
  }

  private static Vector vector(Example example) {
    double[] values = new double[example.features().length];
    for (int column = 0; column < values.length; column++) {
      values[column] = example.features()[column];
    }
    return Vectors.dense(values);
  }
}
