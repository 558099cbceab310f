package io.talktrack.jobs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.talktrack.model.ModelBundle;
import io.talktrack.model.PlacedTasks;
import io.talktrack.model.TrainedHeads;
import io.talktrack.table.Lake;
import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The jar on executors that are processes of their own. It takes minutes: {@code mvn verify -pl
 * common,jobs -Dtest=TestCluster -Dsurefire.failIfNoSpecifiedTests=false -Dtalktrack.cluster=true}.
 */
@Tag("slow")
@EnabledIfSystemProperty(
    named = "talktrack.cluster",
    matches = "true",
    disabledReason = "it starts a cluster: run it with -Dtalktrack.cluster=true")
class TestCluster {
  private static final List<String> WHO =
      List.of("our board", "the new director", "my team", "the plant", "finance", "our auditor");
  private static final List<String> DOES =
      List.of("doubts", "likes", "cannot pay for", "still compares", "wants", "has stopped");
  private static final List<String> WHAT =
      List.of("the yearly plan", "your price", "that pilot", "the old tool", "this contract");
  private static final List<String> WHY =
      List.of("since spring", "after the audit", "for the second site", "as I said before");

  @TempDir private static Path shared;
  private static Path understood;

  @TempDir private Path folder;

  /** One lake with turns that nobody has read, and another in which this process has read them. */
  @BeforeAll
  static void readHere() throws IOException {
    assumeTrue(
        LoopbackCluster.isBuilt(), "target/talktrack.jar is not here: skipped until mvn package");
    TinyCompany company = new TinyCompany(shared.resolve("input"));
    company.putCrm();
    List<String> lines = lines();
    company.put("calls/2026-06-02 Acre first.vtt", webVtt(lines.subList(0, lines.size() / 2)));
    company.put(
        "calls/2026-06-03 Acre second.vtt", webVtt(lines.subList(lines.size() / 2, lines.size())));
    run("ingest", "run", "--input=" + shared.resolve("input"), "--lake=" + shared.resolve("lake"));
    understood = shared.resolve("understood");
    WholeRun.copy(shared.resolve("lake"), understood);
    run("understand", "turns", "--lake=" + understood);
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (String who : WHO) {
      for (String does : DOES) {
        for (String what : WHAT) {
          for (String why : WHY) {
            String speaker = lines.size() % 2 == 0 ? "Ann Seller" : "Bob Buyer";
            lines.add(
                "%s: Well, %s %s %s, %s, and so we wait for a reply."
                    .formatted(speaker, who, does, what, why));
          }
        }
      }
    }
    return lines;
  }

  private static String webVtt(List<String> lines) {
    return TinyCompany.webVtt(lines.toArray(String[]::new));
  }

  private static void run(String... arguments) {
    LocalSpark.session();
    Screen screen = new Screen();
    int status =
        Main.run(
            arguments, new AllStages(), screen.console(), Map.of(HmacKey.VARIABLE, WholeRun.KEY));
    assertThat(status).as(screen.problems()).isZero();
  }

  @Test
  void anExecutorKilledWhileItReadsChangesNothing() throws Exception {
    Path lake = folder.resolve("lake");
    WholeRun.copy(shared.resolve("lake"), lake);
    try (LoopbackCluster cluster = new LoopbackCluster(folder)) {
      cluster.start(2);

      Process submitted =
          cluster.submit(cluster.master(), List.of(), "understand turns --lake " + lake);
      cluster.killAnExecutorWhileItReads(submitted, 2);

      assertThat(status(submitted)).as(Files.readString(cluster.log())).isZero();
      assertThat(Files.readString(cluster.log())).contains("Lost task");
      assertSameAsHere(lake);
    }
  }

  @Test
  void executorsOfALocalClusterReadWhatThisProcessReads() throws Exception {
    Path lake = folder.resolve("lake");
    WholeRun.copy(shared.resolve("lake"), lake);
    try (LoopbackCluster cluster = new LoopbackCluster(folder)) {
      Process submitted =
          cluster.submit("local-cluster[2,1,1024]", List.of(), "understand turns --lake " + lake);

      assertThat(status(submitted)).as(Files.readString(cluster.log())).isZero();
      assertSameAsHere(lake);
    }
  }

  /** It prints both rates, which say something only where nothing else runs. */
  @Test
  void twoWorkersReadWhatOneReadsToTheBit() throws Exception {
    List<String> texts = new ArrayList<>();
    for (int site = 1; site <= 12; site++) {
      for (String line : lines()) {
        texts.add("%s That is site %d.".formatted(line, site));
      }
    }
    Path file = Files.write(folder.resolve("texts.txt"), texts);

    Path one = readBy(1, file);
    Path two = readBy(2, file);

    assertThat(Files.readAllLines(one.resolve("rows.txt"))).hasSameSizeAs(texts);
    assertThat(two.resolve("rows.txt")).hasSameTextualContentAs(one.resolve("rows.txt"));
    double rateOfOne = rate(one);
    double rateOfTwo = rate(two);
    System.out.printf(
        Locale.ROOT,
        "%,d texts: one worker of one core %.0f a second, two workers %.0f: %.2f times%n",
        texts.size(),
        rateOfOne,
        rateOfTwo,
        rateOfTwo / rateOfOne);
  }

  private Path readBy(int workers, Path texts) throws Exception {
    Path own = Files.createDirectory(folder.resolve("workers" + workers));
    ModelBundle bundle =
        ModelBundle.build(
            TrainedHeads.load(Path.of("../conf/models/talktrack-en").toAbsolutePath()),
            shared.resolve("models"));
    try (LoopbackCluster cluster = new LoopbackCluster(own)) {
      cluster.start(workers);

      Process submitted =
          cluster.submit(
              cluster.master(),
              List.of(
                  "spark.cores.max=" + workers, "spark.scheduler.minRegisteredResourcesRatio=1"),
              ClusterReading.class,
              "%s %s %s".formatted(bundle.folder(), texts, own));

      assertThat(status(submitted)).as(Files.readString(cluster.log())).isZero();
      assertThat(Files.readAllLines(cluster.log()))
          .filteredOn(line -> line.contains("Granted executor ID"))
          .hasSize(workers);
    }
    return own;
  }

  private static double rate(Path folder) throws IOException {
    double[] rates =
        Files.readAllLines(folder.resolve("rates.txt")).stream()
            .mapToDouble(Double::parseDouble)
            .sorted()
            .toArray();
    return rates[rates.length / 2];
  }

  @Test
  void eachExecutorGetsAGpuOfItsOwnAndARuntimeForCpusStopsBeforeAnyTable() throws Exception {
    Path lake = folder.resolve("lake");
    WholeRun.copy(shared.resolve("lake"), lake);
    try (LoopbackCluster cluster = new LoopbackCluster(folder)) {
      Process submitted =
          cluster.submit(
              "local-cluster[1,2,2048]",
              // Spark waits for a share of the cores it may have; without a number for none
              withGpus4And7("spark.cores.max=2", "spark.scheduler.minRegisteredResourcesRatio=1"),
              "understand turns --set models.device=gpu --lake " + lake);

      assertThat(status(submitted)).isEqualTo(2);
      assertThat(Files.readString(cluster.log()))
          .containsPattern(
              "Cannot run models on a GPU: models\\.device is gpu, but executor 0 \\(GPU [47]\\)"
                  + " found: ONNX Runtime says: .*; executor 1 \\(GPU [47]\\) found: .*\\. Build"
                  + " the jar with `mvn package -Pgpu`")
          .contains("(GPU 4)", "(GPU 7)");
      assertThat(new Lake(LocalSpark.session(), lake.toString()).exists(Tables.TURN_LABELS))
          .isFalse();
    }
  }

  private List<String> withGpus4And7(String... conf) throws IOException {
    Path script = folder.resolve("gpus.sh");
    Files.writeString(
        script, "#!/bin/sh\necho '{\"name\": \"gpu\", \"addresses\": [\"4\", \"7\"]}'\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    List<String> all =
        new ArrayList<>(
            List.of(
                "spark.worker.resource.gpu.amount=2",
                "spark.worker.resource.gpu.discoveryScript=" + script));
    all.addAll(List.of(conf));
    return all;
  }

  @Test
  void theReadingStagesProfileGivesEachOfItsExecutorsAGpuThatItsTasksShare() throws Exception {
    Path seen = folder.resolve("seen.txt");
    try (LoopbackCluster cluster = new LoopbackCluster(folder)) {
      // room for three executors of two cores, but GPUs for two only
      Process submitted =
          cluster.submit(
              "local-cluster[1,6,3072]",
              withGpus4And7("spark.dynamicAllocation.enabled=true", "spark.executor.cores=2"),
              PlacedTasks.class,
              "6 4 %s %s".formatted(Files.createDirectory(folder.resolve("met")), seen));

      assertThat(status(submitted)).as(Files.readString(cluster.log())).isZero();
      Map<String, List<String>> addressesByExecutor =
          Files.readAllLines(seen).stream()
              .map(line -> line.split(" ", -1))
              .collect(groupingBy(task -> task[0], mapping(task -> task[1], toList())));
      assertThat(addressesByExecutor).hasSize(2);
      assertThat(addressesByExecutor.values())
          .allSatisfy(
              addresses ->
                  assertThat(addresses).hasSizeGreaterThan(1).containsOnly(addresses.get(0)))
          .extracting(addresses -> addresses.get(0))
          .containsExactlyInAnyOrder("4", "7");
    }
  }

  @Test
  void theReadingStagesExecutorsSayWhatTheirGpuLacksBeforeAnyTable() throws Exception {
    Path lake = folder.resolve("lake");
    WholeRun.copy(shared.resolve("lake"), lake);
    try (LoopbackCluster cluster = new LoopbackCluster(folder)) {
      Process submitted =
          cluster.submit(
              "local-cluster[1,2,2048]",
              withGpus4And7("spark.dynamicAllocation.enabled=true"),
              "understand turns --set models.device=gpu --set models.gpu.executors=reading --lake "
                  + lake);

      assertThat(status(submitted)).isEqualTo(2);
      assertThat(Files.readString(cluster.log()))
          .containsPattern(
              "Cannot run models on a GPU: models\\.device is gpu, but executor \\d+ \\(GPU"
                  + " [47]\\) found: ONNX Runtime says: ");
      assertThat(new Lake(LocalSpark.session(), lake.toString()).exists(Tables.TURN_LABELS))
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "reading"})
  void aClusterWithoutGpusIsNotWaitedForForEver(String executors) throws Exception {
    try (LoopbackCluster cluster = new LoopbackCluster(folder)) {
      cluster.start(1);

      Process submitted =
          cluster.submit(
              cluster.master(),
              List.of("spark.dynamicAllocation.enabled=" + executors.equals("reading")),
              "understand turns --set models.device=gpu --set models.gpu.wait=3s --lake %s --set models.gpu.executors=%s"
                  .formatted(folder.resolve("lake"), executors));

      assertThat(status(submitted)).isEqualTo(2);
      assertThat(Files.readString(cluster.log()))
          .contains(
              "Cannot run models on a GPU: models.device is gpu, but no executor with a GPU was"
                  + " there after 3 s (models.gpu.wait). Build the jar");
    }
  }

  private static int status(Process process) throws InterruptedException {
    assertThat(process.waitFor(8, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  private static void assertSameAsHere(Path lake) {
    for (Table<?> table : List.of(Tables.TURN_LABELS, Tables.INFERENCE_CACHE)) {
      assertThat(content(lake, table))
          .as(table.path())
          .hasSizeGreaterThan(300)
          .isEqualTo(content(understood, table));
    }
  }

  private static List<String> content(Path lake, Table<?> table) {
    return new Lake(LocalSpark.session(), lake.toString())
        .read(table).toJSON().collectAsList().stream().sorted().toList();
  }
}
