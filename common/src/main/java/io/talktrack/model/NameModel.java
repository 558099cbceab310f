package io.talktrack.model;

import io.talktrack.model.Models.ShippedBundle;
import io.talktrack.privacy.NameSource;
import io.talktrack.privacy.NameSpotter;
import io.talktrack.privacy.SpelledWord;
import io.talktrack.privacy.SpottedName;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;

/** The model of names on its way to the executors; each of them loads it once. */
public final class NameModel implements NameSource {
  private static final long serialVersionUID = 1;

  private final ShippedBundle bundle;
  private final String version;
  private final float[][] signs;
  private final float[] bias;
  private final double[] thresholds;
  private final int tokenBudget;

  private NameModel(ShippedBundle bundle, NameHead head, int tokenBudget) {
    this.bundle = bundle;
    this.version = head.name() + "-" + head.version();
    this.signs = head.signs();
    this.bias = head.bias();
    this.thresholds = head.thresholds();
    this.tokenBudget = tokenBudget;
  }

  /** For tasks of a cluster. */
  public static NameModel onExecutors(
      SparkContext context, ModelBundle bundle, NameHead head, int tokenBudget) {
    return new NameModel(Models.ship(context, bundle), head, tokenBudget);
  }

  /** For this process. */
  public static NameModel here(ModelBundle bundle, NameHead head, int tokenBudget) {
    return new NameModel(ShippedBundle.here(bundle), head, tokenBudget);
  }

  @Override
  public NameSpotter spotter() {
    TaskContext task = TaskContext.get();
    if (task != null) {
      hold(task);
    }
    TextEncoder encoder = Models.loaded(bundle);
    TextEncoder.Session session = encoder.newSession();
    if (task != null) {
      task.addTaskCompletionListener((TaskCompletionListener) done -> session.close());
    }

    WordVectors vectors = new WordVectors(encoder, session, tokenBudget);
    WordLabels labels = new WordLabels(signs, bias, thresholds);
    return texts -> spot(texts, vectors, labels);
  }

  private static void hold(TaskContext task) {
    try {
      Models.holdUntilEndOf(task);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot read names: the task was stopped", e);
    }
  }

  private static List<List<SpottedName>> spot(
      List<String> texts, WordVectors vectors, WordLabels labels) {
    List<List<SpelledWord>> words = texts.stream().map(SpelledWord::in).toList();
    List<double[][]> read = vectors.of(texts, words);
    List<List<SpottedName>> names = new ArrayList<>();
    for (int text = 0; text < texts.size(); text++) {
      names.add(labels.names(texts.get(text), words.get(text), read.get(text)));
    }

    return names;
  }

  @Override
  public String version() {
    return version;
  }
}
