package io.talktrack.jobs.bench;

import io.talktrack.jobs.bench.InferenceArm.Cost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each arm took on each workload, as a table for people and as one for programs. */
final class InferenceTable {
  private final Map<InferenceWorkload, Map<String, Row>> rows = new LinkedHashMap<>();

  /** The rounds of one arm on one workload. */
  static final class Row {
    private final int texts;
    private final Timings rates = new Timings();
    private final Timings cpuSeconds = new Timings();

    private Row(int texts) {
      this.texts = texts;
    }

    /** Texts a second. */
    Timings rates() {
      return rates;
    }

    Timings cpuSeconds() {
      return cpuSeconds;
    }

    double textsPerCpuSecond() {
      return texts / cpuSeconds.median();
    }
  }

  void add(InferenceWorkload workload, String arm, int texts, Cost cost) {
    Row row =
        rows.computeIfAbsent(workload, none -> new LinkedHashMap<>())
            .computeIfAbsent(arm, none -> new Row(texts));
    row.rates.add(texts / cost.seconds());
    row.cpuSeconds.add(cost.cpuSeconds());
  }

  Row row(InferenceWorkload workload, String arm) {
    return rows.get(workload).get(arm);
  }

  /** Each workload's arms, and how fast each is beside the first. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    rows.forEach(
        (workload, arms) -> {
          double first = arms.values().iterator().next().rates.median();
          lines.add(workload.title() + ":");
          lines.add("  texts/s, median (least to most) | of the first | CPU s | texts per CPU s");
          arms.forEach(
              (arm, row) ->
                  lines.add(
                      String.format(
                          Locale.ROOT,
                          "  %-22s | %5.3f | %7.2f | %6.0f | %s",
                          row.rates.text("%.0f"),
                          row.rates.median() / first,
                          row.cpuSeconds.median(),
                          row.textsPerCpuSecond(),
                          arm)));
        });
    return lines;
  }

  void write(Path file) {
    List<String> lines = new ArrayList<>();
    lines.add("workload,arm,texts,texts_per_second,least,most,cpu_seconds");
    rows.forEach(
        (workload, arms) ->
            arms.forEach(
                (arm, row) ->
                    lines.add(
                        String.format(
                            Locale.ROOT,
                            "%s,\"%s\",%d,%.2f,%.2f,%.2f,%.3f",
                            workload.name().toLowerCase(Locale.ROOT),
                            arm,
                            row.texts,
                            row.rates.median(),
                            row.rates.least(),
                            row.rates.most(),
                            row.cpuSeconds.median()))));
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write %s. Check that its folder is there.".formatted(file), e);
    }
  }
}
