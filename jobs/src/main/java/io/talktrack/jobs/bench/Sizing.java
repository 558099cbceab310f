package io.talktrack.jobs.bench;

import io.talktrack.model.ModelBundle;
import io.talktrack.model.TextEncoder;
import java.util.List;
import java.util.Locale;

/** What speed means: beside what the processor can do, and for the size of a cluster. */
final class Sizing {
  private final int cores;
  private final int texts;
  private final double operations;

  Sizing(ModelBundle bundle, List<String> texts, int cores) {
    this.cores = cores;
    this.texts = texts.size();
    // weights' products grow with the tokens, attention with their square
    double perToken = bundle.dimensions() == 512 ? 25.17e6 : 21.23e6;
    double perPair = bundle.dimensions() == 512 ? 8192 : 9216;
    double sum = 0;
    try (TextEncoder encoder = TextEncoder.open(bundle)) {
      for (String text : texts) {
        double tokens = encoder.tokenize(text).length;
        sum += perToken * tokens + perPair * tokens * tokens;
      }
    }
    this.operations = sum;
  }

  /** What share of the processor's own products the best batching comes to. */
  String ceiling(Timings gigaflops, InferenceTable.Row plain) {
    double useful = operations / texts * plain.rates().median() / 1e9;
    return String.format(
        Locale.ROOT,
        "large products: %s GFLOP/s on %d cores; plain ONNX Runtime's useful ones: %.0f, %.0f %% (goal: 70)",
        gigaflops.text("%.0f"),
        cores,
        useful,
        100 * useful / gigaflops.median());
  }

  /**
   * @param job utterances from table to table
   * @param price of one core for an hour
   */
  static String cluster(InferenceTable.Row job, int cores, double turnsPerCall, double price) {
    double rate = job.rates().median();
    double coreHours = 1000 * turnsPerCall / rate * cores / 3600;
    return String.format(
        Locale.ROOT,
        "to size a cluster, by the job: %.0f utterances/s, %.0f per core; 1,000 calls of %.0f turns take %.2f core hours, at %.3f an hour %.3f; %s MB resident at most, driver and executor in one process",
        rate,
        rate / cores,
        turnsPerCall,
        coreHours,
        price,
        coreHours * price,
        job.megabytes().most("%,.0f", "unknown"));
  }
}
