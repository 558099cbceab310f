package io.talktrack.jobs.bench;

import io.talktrack.jobs.bench.InferenceArm.Cost;
import io.talktrack.model.ModelWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What each arm took on each workload, and the job's runs one after another, as a table for people
 * and as one for programs.
 */
final class InferenceTable {
  private static final String UNKNOWN = "–";

  private final Map<InferenceWorkload, Map<String, Row>> rows = new LinkedHashMap<>();
  private final Map<String, Row> again = new LinkedHashMap<>();

  /** The rounds of one arm on one workload; what the arm does not tell stays without any. */
  static final class Row {
    private final int texts;
    private final Timings seconds = new Timings();
    private final Timings rates = new Timings();
    private final Timings cpuSeconds = new Timings();
    private final Timings paddingPercents = new Timings();
    private final Timings loads = new Timings();
    private final Timings forwardPasses = new Timings();
    private final Timings megabytes = new Timings();

    private Row(int texts) {
      this.texts = texts;
    }

    private void add(Cost cost, OptionalLong residentMegabytes) {
      seconds.add(cost.seconds());
      rates.add(texts / cost.seconds());
      cpuSeconds.add(cost.cpuSeconds());
      cost.work().ifPresent(this::add);
      residentMegabytes.ifPresent(resident -> megabytes.add((double) resident));
    }

    private void add(ModelWork work) {
      work.padding().ifPresent(share -> paddingPercents.add(100 * share));
      loads.add((double) work.loads());
      forwardPasses.add((double) work.forwardPasses());
    }

    /** Texts a second. */
    Timings rates() {
      return rates;
    }

    /** What the arm's process had in memory at the end of each round. */
    Timings megabytes() {
      return megabytes;
    }

    double textsPerCpuSecond() {
      return texts / cpuSeconds.median();
    }
  }

  void add(InferenceWorkload workload, String arm, int texts, Cost cost, OptionalLong megabytes) {
    rows.computeIfAbsent(workload, none -> new LinkedHashMap<>())
        .computeIfAbsent(arm, none -> new Row(texts))
        .add(cost, megabytes);
  }

  /**
   * A run of the job on the lake of the run before, the first of which finds nothing read.
   *
   * @param texts that are new to it
   */
  void addAgain(String run, int texts, Cost cost) {
    again.computeIfAbsent(run, none -> new Row(texts)).add(cost, OptionalLong.empty());
  }

  Row row(InferenceWorkload workload, String arm) {
    return rows.get(workload).get(arm);
  }

  /** Each workload's arms, and how fast each is beside the first. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "per round: padding in % of the tokens read, model loads, forward passes, MB resident at its end. MB are of the whole process: plain ONNX Runtime and the product's ways share one");
    rows.forEach(
        (workload, arms) -> {
          double first = arms.values().iterator().next().rates.median();
          lines.add(workload.title() + ":");
          lines.add(
              "  texts/s, median (least to most) | of the first | CPU s | texts per CPU s | padding | loads | passes | MB");
          arms.forEach(
              (arm, row) ->
                  lines.add(
                      String.format(
                          Locale.ROOT,
                          "  %-22s | %5.3f | %7.2f | %6.0f | %5s | %2s | %5s | %5s | %s",
                          row.rates.text("%.0f"),
                          row.rates.median() / first,
                          row.cpuSeconds.median(),
                          row.textsPerCpuSecond(),
                          row.paddingPercents.median("%.1f", UNKNOWN),
                          row.loads.median("%.0f", UNKNOWN),
                          row.forwardPasses.median("%.0f", UNKNOWN),
                          row.megabytes.median("%.0f", UNKNOWN),
                          arm)));
        });
    return lines;
  }

  /** The job's first run, and the others beside it. */
  List<String> againLines() {
    List<String> lines = new ArrayList<>();
    Timings first = again.values().iterator().next().seconds;
    again.forEach(
        (run, row) ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "%s: %s s, %.1f %% of the first, %s forward passes, %.2f CPU s",
                    lines.isEmpty() ? "the job's " + run : "  again with " + run,
                    row.seconds.text("%.2f"),
                    100 * row.seconds.median() / first.median(),
                    row.forwardPasses.text("%.0f"),
                    row.cpuSeconds.median())));
    return lines;
  }

  void write(Path file) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "workload,arm,texts,seconds,texts_per_second,least,most,cpu_seconds,padding_percent,model_loads,forward_passes,resident_megabytes");
    rows.forEach(
        (workload, arms) ->
            arms.forEach(
                (arm, row) -> lines.add(line(workload.name().toLowerCase(Locale.ROOT), arm, row))));
    again.forEach((run, row) -> lines.add(line("again", run, row)));
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write %s. Check that its folder is there.".formatted(file), e);
    }
  }

  private static String line(String workload, String arm, Row row) {
    return String.format(
        Locale.ROOT,
        "%s,\"%s\",%d,%.3f,%.2f,%.2f,%.2f,%.3f,%s,%s,%s,%s",
        workload,
        arm,
        row.texts,
        row.seconds.median(),
        row.rates.median(),
        row.rates.least(),
        row.rates.most(),
        row.cpuSeconds.median(),
        row.paddingPercents.median("%.2f", ""),
        row.loads.median("%.0f", ""),
        row.forwardPasses.median("%.0f", ""),
        row.megabytes.median("%.0f", ""));
  }
}
