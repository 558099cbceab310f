package io.talktrack.jobs.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What repeated measurements of one thing gave; the median counts, the extremes show the spread.
 */
final class Timings {
  private final List<Double> values = new ArrayList<>();

  /** The seconds that work takes. */
  static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  void add(double value) {
    values.add(value);
  }

  double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  double least() {
    return values.stream().mapToDouble(value -> value).min().orElseThrow();
  }

  double most() {
    return values.stream().mapToDouble(value -> value).max().orElseThrow();
  }

  /** The median, or another word where nothing was measured. */
  String median(String form, String unmeasured) {
    return values.isEmpty() ? unmeasured : String.format(Locale.ROOT, form, median());
  }

  /** The most, or another word where nothing was measured. */
  String most(String form, String unmeasured) {
    return values.isEmpty() ? unmeasured : String.format(Locale.ROOT, form, most());
  }

  /** The median, and in brackets the least and the most. */
  String text(String form) {
    return String.format(
        Locale.ROOT, form + " (" + form + " to " + form + ")", median(), least(), most());
  }
}
