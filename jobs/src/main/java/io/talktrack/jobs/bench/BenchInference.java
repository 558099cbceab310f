package io.talktrack.jobs.bench;

import static org.apache.spark.sql.functions.col;

import ai.onnxruntime.OrtException;
import io.talktrack.call.Turn;
import io.talktrack.inference.InputKeys;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.jobs.bench.EqualityGate.Verdict;
import io.talktrack.jobs.bench.InferenceArm.Cost;
import io.talktrack.jobs.bench.InferenceArm.InferenceTexts;
import io.talktrack.model.InferenceCounters;
import io.talktrack.model.MatrixProbe;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.ModelWork;
import io.talktrack.model.Models.Batching;
import io.talktrack.model.TrainedHeads;
import io.talktrack.table.Lake;
import io.talktrack.table.Tables;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/**
 * Times several ways to have texts read, in turn on the same texts, and says how large a cluster
 * has to be. Cache and dedupe are off but where they are what is measured.
 */
public final class BenchInference implements Job {
  private static final int GATE_TEXTS = 64;
  private static final int TUNING_TEXTS = 512;
  private static final List<Double> NEW_SHARES = List.of(0.0, 0.01, 0.05);

  private final SparkSession spark;
  private final Lake lake;
  private final Subject subject;
  private final Plan plan;
  private final List<String> lines = new ArrayList<>();

  /**
   * What is measured.
   *
   * @param trained what the bundle was made of
   * @param oneHead the same encoder with a single head, made in a folder
   * @param job the labelling job on a lake of the benchmark's own
   * @param keys how that job names texts in its cache
   */
  public record Subject(
      ModelBundle bundle,
      TrainedHeads trained,
      Function<Path, ModelBundle> oneHead,
      Batching batching,
      Function<Lake, Job> job,
      InputKeys keys) {}

  /**
   * How it is measured.
   *
   * @param csv gets the table too
   * @param headline only short texts, and only the product's ways beside plain ONNX Runtime
   * @param streamed how many texts to stream in place of all else; 0 for none
   * @param peers a folder of jars
   * @param price of one core for an hour, in any currency
   */
  public record Plan(
      int texts,
      int rounds,
      Optional<Path> csv,
      boolean headline,
      int streamed,
      Path peers,
      double price) {}

  public BenchInference(SparkSession spark, Lake lake, Subject subject, Plan plan) {
    this.spark = spark;
    this.lake = lake;
    this.subject = subject;
    this.plan = plan;
  }

  @Override
  public String name() {
    return "bench inference";
  }

  @Override
  public Outcome run() {
    List<String> spoken = spoken();
    if (spoken.isEmpty()) {
      return new Outcome.Skipped(
          "the lake holds no turn in language "
              + subject.bundle.language()
              + ": run `talktrack demo` first");
    }
    int cores = spark.sparkContext().defaultParallelism();
    OperatorArm operator = new OperatorArm(spark, subject.bundle, subject.batching, cores);
    lines.add(machine(cores));
    if (plan.streamed > 0) {
      lines.addAll(
          new StreamedTexts(spark, subject.bundle, subject.batching)
              .read(InferenceWorkload.SHORT.texts(spoken, plan.texts), plan.streamed));
    } else {
      try (TemporaryFolder folder = new TemporaryFolder();
          PlainArm plain = new PlainArm(subject.bundle, cores);
          Peers peers = new Peers(folder.path())) {
        measure(spoken, cores, folder.path(), plain, operator, peers);
      }
    }
    return new Outcome.Wrote(String.join("\n  ", lines), operator.counters().values());
  }

  private List<String> spoken() {
    if (!lake.exists(Tables.TURNS)) {
      return List.of();
    }
    return lake.read(Tables.TURNS)
        .filter(col("language").equalTo(subject.bundle.language()))
        .orderBy("call_date", "call_id", "turn_no")
        .as(Tables.TURNS.encoder())
        .map((MapFunction<Turn, String>) Turn::text, Encoders.STRING())
        .filter((FilterFunction<String>) text -> !text.isBlank())
        .collectAsList();
  }

  private void measure(
      List<String> spoken,
      int cores,
      Path folder,
      PlainArm plain,
      OperatorArm operator,
      Peers peers) {
    JobArm job = new JobArm(spark, subject.bundle.language(), subject.job, subject.keys, folder);
    List<InferenceArm> arms = new ArrayList<>(List.of(plain, operator, job));
    if (!plan.headline) {
      arms.add(new ArrivalOrderArm(spark, subject.bundle, cores));
    }
    InferenceTexts headline = texts(InferenceWorkload.SHORT, spoken);
    List<String> few = headline.first(GATE_TEXTS).texts();
    EqualityGate gate = EqualityGate.of(subject.bundle, few);
    arms.forEach(arm -> pass(gate.judge(arm)));
    if (!plan.headline) {
      peers.start(subject.trained, plan.peers, cores, gateOfPeers(gate, few, folder), headline);
      lines.addAll(peers.notes());
      arms.addAll(peers.arms());
    }

    plain.tune(headline.first(TUNING_TEXTS).texts());
    InferenceTable table = new InferenceTable();
    Timings ceiling = new Timings();
    rounds(arms, headline, table, ceiling, cores);
    if (!plan.headline) {
      EnumSet.complementOf(EnumSet.of(headline.workload()))
          .forEach(workload -> rounds(arms, texts(workload, spoken), table, ceiling, cores));
    }
    lines.addAll(table.lines());

    Sizing sizing = new Sizing(subject.bundle, headline.texts(), cores);
    InferenceTable.Row operatorRow = table.row(headline.workload(), operator.name());
    lines.add(sizing.ceiling(ceiling, table.row(headline.workload(), plain.name())));
    // what is timed below may fail: this is kept
    plan.csv.ifPresent(table::write);
    lines.add(inAll(operator.counters()));
    lines.addAll(scaling(headline, cores, operator));
    lines.addAll(heads(headline, cores, folder));
    lines.addAll(words(headline, cores, folder, operator));
    again(job, headline, table);
    lines.addAll(table.againLines());
    plan.csv.ifPresent(table::write);
    lines.add(
        Sizing.cluster(
            table.row(headline.workload(), job.name()), cores, turnsPerCall(), plan.price));
    lines.add(
        "texts per CPU second of the operator: %.0f".formatted(operatorRow.textsPerCpuSecond()));
    OptionalLong resident = Resources.residentMegabytes();
    resident.ifPresent(megabytes -> lines.add("resident memory: %,d MB".formatted(megabytes)));
  }

  private InferenceTexts texts(InferenceWorkload workload, List<String> spoken) {
    return new InferenceTexts(workload, workload.texts(spoken, plan.texts));
  }

  // of its own bundle an arm that fails is a bug, and there is nothing to compare with
  private void pass(Verdict verdict) {
    if (!verdict.isEqual()) {
      throw new IllegalStateException(verdict.line());
    }
    lines.add(verdict.line());
  }

  /** Other libraries read the encoder as it was trained, whatever precision the product reads. */
  private EqualityGate gateOfPeers(EqualityGate own, List<String> texts, Path folder) {
    if (subject.bundle.precision().equals("fp32")) {
      return own;
    }
    lines.add(
        "other libraries read the encoder in fp32, this product in %s: each is compared with the model of its own precision"
            .formatted(subject.bundle.precision()));
    return EqualityGate.of(ModelBundle.build(subject.trained, folder), texts);
  }

  private void rounds(
      List<InferenceArm> arms,
      InferenceTexts texts,
      InferenceTable table,
      Timings ceiling,
      int cores) {
    // the first round warms up
    arms.forEach(arm -> arm.read(texts.fewer(arm.fewer())));
    for (int round = 0; round < plan.rounds; round++) {
      for (InferenceArm arm : arms) {
        InferenceTexts own = texts.fewer(arm.fewer());
        Cost cost = arm.read(own);
        table.add(texts.workload(), arm.name(), own.size(), cost, arm.residentMegabytes());
      }
      ceiling.add(gigaflops(cores));
    }
  }

  private static double gigaflops(int cores) {
    try (MatrixProbe probe = new MatrixProbe()) {
      probe.gigaflops(cores);
      return probe.gigaflops(cores);
    } catch (OrtException | ExecutionException e) {
      throw new IllegalStateException("ONNX Runtime cannot multiply matrices", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The benchmark was interrupted", e);
    }
  }

  private static String inAll(InferenceCounters counters) {
    ModelWork work = counters.work();
    return String.format(
        Locale.ROOT,
        "the operator in all: %,d texts, %,d forward passes, padding %.1f %% (goal: 5), %d loads (goal: at most 1)",
        counters.texts().sum(),
        work.forwardPasses(),
        100 * work.padding().orElseThrow(),
        work.loads());
  }

  private List<String> scaling(InferenceTexts texts, int cores, OperatorArm all) {
    if (cores == 1) {
      return List.of();
    }
    OperatorArm one = new OperatorArm(spark, subject.bundle, subject.batching, 1);
    Timings ratios = new Timings();
    for (int round = 0; round < plan.rounds; round++) {
      double alone = one.read(texts).seconds();
      ratios.add(alone / all.read(texts).seconds() / cores);
    }
    return List.of(
        "1 to %d cores: %s of the ideal (goal: 0.90)".formatted(cores, ratios.text("%.3f")));
  }

  private List<String> heads(InferenceTexts texts, int cores, Path folder) {
    try (PlainArm all = new PlainArm(subject.bundle, cores);
        PlainArm one = new PlainArm(subject.oneHead.apply(folder), cores)) {
      return List.of(
          "all %d heads cost %s times one (goal: 1.05)"
              .formatted(subject.bundle.heads().size(), times(all, one, texts).text("%.3f")));
    }
  }

  /** How many times as long one way takes as another, in turn, the first round left out. */
  private Timings times(InferenceArm dearer, InferenceArm cheaper, InferenceTexts texts) {
    Timings ratios = new Timings();
    for (int round = -1; round < plan.rounds; round++) {
      double seconds = cheaper.read(texts).seconds();
      double ratio = dearer.read(texts).seconds() / seconds;
      if (round >= 0) {
        ratios.add(ratio);
      }
    }
    return ratios;
  }

  private List<String> words(InferenceTexts texts, int cores, Path folder, OperatorArm withWords) {
    OperatorArm without =
        new OperatorArm(spark, subject.bundle.withoutWords(folder), subject.batching, cores);
    return List.of(
        "labels with the words that carried them cost %s times labels alone"
            .formatted(times(withWords, without, texts).text("%.3f")));
  }

  private void again(JobArm job, InferenceTexts texts, InferenceTable table) {
    for (int round = 0; round < plan.rounds; round++) {
      List<Cost> costs = job.again(texts, NEW_SHARES);
      table.addAgain("first run", texts.size(), costs.get(0));
      for (int share = 0; share < NEW_SHARES.size(); share++) {
        table.addAgain(
            "%.0f %% new".formatted(100 * NEW_SHARES.get(share)),
            texts.share(NEW_SHARES.get(share)),
            costs.get(share + 1));
      }
    }
  }

  private double turnsPerCall() {
    return lake.read(Tables.TURNS).count() / (double) lake.read(Tables.CALLS).count();
  }

  private String machine(int cores) {
    return String.format(
        Locale.ROOT,
        "%s (%s, %s), median of %d rounds, all in turn; %d processors, of which Spark takes %d; load %.1f at the start",
        subject.bundle.name(),
        subject.bundle.language(),
        subject.bundle.precision(),
        plan.rounds,
        Runtime.getRuntime().availableProcessors(),
        cores,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
