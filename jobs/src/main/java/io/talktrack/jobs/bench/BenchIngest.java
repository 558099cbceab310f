package io.talktrack.jobs.bench;

import io.talktrack.inbox.Inbox;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.table.Lake;
import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/**
 * Times the reading of made calls against a plain append of the same rows, the two in turn, for one
 * number of calls or several. All that it writes is in a temporary folder and gone at the end.
 */
public final class BenchIngest implements Job {
  private static final List<Table<?>> WRITTEN =
      List.of(Tables.TURNS, Tables.PARTICIPANTS, Tables.CALLS);
  private static final int MOST_TIMED_ALONE = 500;

  private final SparkSession spark;
  private final Inbox input;
  private final BiFunction<String, Lake, Job> ingest;
  private final List<Integer> sizes;
  private final int rounds;

  /**
   * @param ingest the job that reads an input's calls into a lake
   * @param sizes numbers of calls
   */
  public BenchIngest(
      SparkSession spark,
      Inbox input,
      BiFunction<String, Lake, Job> ingest,
      List<Integer> sizes,
      int rounds) {
    if (rounds < 1 || sizes.isEmpty() || sizes.stream().anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException(
          "Cannot measure %d rounds of %s calls: each must be 1 or more. Change --rounds, --calls or --sizes."
              .formatted(rounds, sizes));
    }
    this.spark = spark;
    this.input = input;
    this.ingest = ingest;
    this.sizes = List.copyOf(new TreeSet<>(sizes));
    this.rounds = rounds;
  }

  @Override
  public String name() {
    return "bench ingest";
  }

  @Override
  public Outcome run() {
    MadeCalls made = MadeCalls.of(input);
    if (made.isEmpty()) {
      return new Outcome.Skipped(
          "the input has no call to make others of: pass --input data-samples");
    }
    try {
      Path folder = Files.createTempDirectory("talktrack-bench");
      try {
        return new Outcome.Wrote(measure(made, folder), List.of());
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write made calls to a temporary folder", e);
    }
  }

  /** What one number of calls took. */
  private static final class Measured {
    private final int calls;
    private final Path input;
    private final Timings ingest = new Timings();
    private final Timings append = new Timings();
    private final Timings again = new Timings();
    private final Timings heap = new Timings();
    private long newFiles;

    Measured(int calls, Path input) {
      this.calls = calls;
      this.input = input;
    }

    double millisPerCall() {
      return ingest.median() * 1000 / calls;
    }
  }

  private String measure(MadeCalls made, Path folder) throws IOException {
    TextRates rates = new TextRates(made, Math.min(MOST_TIMED_ALONE, sizes.get(0)));
    rates.warmUp();
    List<Measured> all = new ArrayList<>();
    for (int calls : sizes) {
      Path written = made.write(folder.resolve("input-" + calls), calls);
      all.add(new Measured(calls, written));
    }

    // the first size warms up for all
    round(new Measured(all.get(0).calls, all.get(0).input), folder);
    for (int round = 0; round < rounds; round++) {
      rates.measure();
      for (Measured size : all) {
        round(size, folder);
      }
    }
    return report(all, rates);
  }

  private void round(Measured size, Path folder) throws IOException {
    Path ours = folder.resolve("lake");
    Path plain = folder.resolve("plain");
    try {
      Lake lake = new Lake(spark, ours.toString());
      Job job = ingest.apply(size.input.toString(), lake);
      heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
      size.ingest.add(Timings.seconds(job::run));
      size.heap.add(
          heapPools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / (double) (1 << 20));

      long before = dataFiles(ours);
      size.again.add(Timings.seconds(ingest.apply(size.input.toString(), lake)::run));
      size.newFiles += dataFiles(ours) - before;
      append(lake, new Lake(spark, plain.toString()), size);
    } finally {
      delete(ours);
      delete(plain);
    }
  }

  private static void append(Lake from, Lake to, Measured size) {
    List<Runnable> appends = new ArrayList<>();
    List<Dataset<?>> rows = new ArrayList<>();
    WRITTEN.forEach(table -> appends.add(append(table, from, to, rows)));
    try {
      size.append.add(Timings.seconds(() -> appends.forEach(Runnable::run)));
    } finally {
      rows.forEach(Dataset::unpersist);
    }
  }

  private static <T extends Record> Runnable append(
      Table<T> table, Lake from, Lake to, List<Dataset<?>> kept) {
    Dataset<T> rows = from.read(table).cache();
    rows.count();
    kept.add(rows);
    return () -> to.append(table, rows);
  }

  private String report(List<Measured> all, TextRates rates) {
    int cores = spark.sparkContext().defaultParallelism();
    List<String> lines = new ArrayList<>();
    lines.add(
        "median of %d rounds (least to most), all in turn; the first round is left out"
            .formatted(rounds));
    lines.add(machine(cores));
    lines.addAll(rates.lines());
    for (Measured size : all) {
      // the tasks redact beside one another, one on each core
      double redaction = rates.redactionSecondsPerCall() * size.calls / cores;
      double rest = size.ingest.median() - redaction;
      lines.add(
          String.format(
              Locale.ROOT,
              "%,d calls: ingest %s s, %.2f ms a call, %.0f calls/s; heap at most %s MB",
              size.calls,
              size.ingest.text("%.2f"),
              size.millisPerCall(),
              size.calls / size.ingest.median(),
              size.heap.text("%.0f")));
      lines.add(
          String.format(
              Locale.ROOT,
              "  of which redaction about %.2f s; the rest is %.2f times a plain append of the same rows, %s s (goal: 2)",
              redaction,
              rest / size.append.median(),
              size.append.text("%.2f")));
      lines.add(
          "  unchanged files again: %s s, %,d data files written (goal: 0)"
              .formatted(size.again.text("%.2f"), size.newFiles));
    }
    if (all.size() > 1) {
      lines.add(growth(all.get(0), all.get(all.size() - 1)));
    }
    return String.join("\n  ", lines);
  }

  private static String growth(Measured least, Measured most) {
    return String.format(
        Locale.ROOT,
        "a call of %,d costs %.2f times a call of %,d (goal: 0.90 to 1.10); each call more costs %.2f ms",
        most.calls,
        most.millisPerCall() / least.millisPerCall(),
        least.calls,
        (most.ingest.median() - least.ingest.median()) * 1000 / (most.calls - least.calls));
  }

  private String machine(int cores) {
    return String.format(
        Locale.ROOT,
        "machine: %s, %d processors, of which Spark takes %d; heap %,d MB; Java %s; Spark %s; load %.1f at the end",
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        cores,
        Runtime.getRuntime().maxMemory() >> 20,
        System.getProperty("java.version"),
        spark.version(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static Stream<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }

  private static long dataFiles(Path lake) throws IOException {
    try (Stream<Path> files = Files.walk(lake)) {
      return files
          .filter(file -> file.toString().endsWith(".parquet"))
          .filter(file -> !file.toString().contains("_delta_log"))
          .count();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
