package io.talktrack.jobs.bench;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.TreeMap;

/** How fast a library reads a few texts in batches of several sizes. */
final class BatchTrial {
  private final TreeMap<Integer, Timings> rates = new TreeMap<>();

  /**
   * @param rate texts a second
   */
  void add(int batch, double rate) {
    rates.computeIfAbsent(batch, none -> new Timings()).add(rate);
  }

  /** The size with the highest median; of equal ones the smallest. */
  int best() {
    return rates.entrySet().stream()
        .reduce(
            (first, second) ->
                second.getValue().median() > first.getValue().median() ? second : first)
        .map(Map.Entry::getKey)
        .orElseThrow(() -> new IllegalStateException("No batch size was tried"));
  }

  /** Each size with its median. */
  String line(String library, int texts) {
    return "tried: %s on %d texts, texts/s by batch size: %s; the best is %d"
        .formatted(
            library,
            texts,
            rates.entrySet().stream()
                .map(rate -> rate.getKey() + ": " + rate.getValue().median("%.1f", ""))
                .collect(joining(", ")),
            best());
  }
}
