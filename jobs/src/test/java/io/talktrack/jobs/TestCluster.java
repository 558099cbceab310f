package io.talktrack.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.talktrack.table.Lake;
import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void eachExecutorGetsAGpuOfItsOwnAndARuntimeForCpusStopsBeforeAnyTable() throws Exception {
    Path lake = folder.resolve("lake");
    WholeRun.copy(shared.resolve("lake"), lake);
    Path script = folder.resolve("gpus.sh");
    Files.writeString(
        script, "#!/bin/sh\necho '{\"name\": \"gpu\", \"addresses\": [\"4\", \"7\"]}'\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    try (LoopbackCluster cluster = new LoopbackCluster(folder)) {
      Process submitted =
          cluster.submit(
              "local-cluster[1,2,2048]",
              List.of(
                  "spark.worker.resource.gpu.amount=2",
                  "spark.worker.resource.gpu.discoveryScript=" + script,
                  "spark.scheduler.minRegisteredResourcesRatio=1"),
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

  @Test
  void aClusterWithoutGpusIsNotWaitedForForEver() throws Exception {
    try (LoopbackCluster cluster = new LoopbackCluster(folder)) {
      cluster.start(1);

      Process submitted =
          cluster.submit(
              cluster.master(),
              List.of(),
              "understand turns --set models.device=gpu --set models.gpu.wait=3s --lake "
                  + folder.resolve("lake"));

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
