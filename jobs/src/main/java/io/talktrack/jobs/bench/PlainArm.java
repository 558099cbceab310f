package io.talktrack.jobs.bench;

import io.talktrack.model.ModelBundle;
import io.talktrack.model.ModelWork;
import io.talktrack.model.PlainRuntime;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** ONNX Runtime alone, sorted and cut by a budget of tokens. */
final class PlainArm implements InferenceArm {
  private static final List<Integer> BUDGETS = List.of(256, 512, 1024, 2048);

  private final PlainRuntime runtime;
  private final int cores;
  private int budget = BUDGETS.get(1);

  PlainArm(ModelBundle bundle, int cores) {
    this.cores = cores;
    runtime = PlainRuntime.open(bundle);
  }

  @Override
  public String name() {
    return "plain ONNX Runtime, budget " + budget;
  }

  /** Takes the budget that is fastest on these texts. */
  void tune(List<String> texts) {
    int best = budget;
    double least = Double.MAX_VALUE;
    for (int choice : BUDGETS) {
      budget = choice;
      double seconds = Cost.of(() -> read(texts)).seconds();
      if (seconds < least) {
        least = seconds;
        best = choice;
      }
    }
    budget = best;
  }

  @Override
  public Cost read(InferenceTexts texts) {
    return Cost.of(() -> read(texts.texts()));
  }

  private ModelWork read(List<String> texts) {
    try {
      return runtime.read(texts, cores, budget);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The benchmark was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("ONNX Runtime failed on the benchmark's texts", e);
    }
  }

  @Override
  public List<float[]> embeddings(List<String> texts) {
    return runtime.embeddings(texts, budget);
  }

  @Override
  public void close() {
    runtime.close();
  }
}
