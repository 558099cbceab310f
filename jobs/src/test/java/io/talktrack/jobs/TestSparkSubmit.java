package io.talktrack.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The jar under Spark's own spark-submit, as on a cluster; needs {@code mvn package}. */
@Tag("slow")
class TestSparkSubmit {
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  /**
   * The one command with compiled queries; the others would wait for a compiler and use it once.
   */
  private static final String COMPILED = "understand calls";

  private static final List<String> NOT_COMPILED =
      List.of(
          "--conf",
          "spark.sql.codegen.wholeStage=false",
          "--conf",
          "spark.sql.codegen.factoryMode=NO_CODEGEN");

  // TensorFlow and PyTorch, Spark's own of DJL, and what `bench inference` has processes of their
  // own for
  private static final List<String> OTHER_ENGINES =
      List.of(
          "ai/djl/pytorch/",
          "ai/djl/spark/",
          "ai/djl/tensorflow/",
          "jnilib/",
          "org/bytedeco/",
          "org/pytorch/",
          "org/tensorflow/",
          "pytorch/",
          "tensorflow/");

  private static final List<String> NATIVES =
      List.of("ai/onnxruntime/native/", "com/sun/jna/", "native/lib/", "sentencepiece/");

  /** A command and what it has to exit with. */
  private record Submission(int status, String command) {}

  // models train and calibrate stop at their data, and demo without its samples: all take minutes
  private static final List<Submission> APART =
      List.of(
          new Submission(0, "--help"),
          new Submission(2, "ingset calls"),
          new Submission(2, "run --set report.language=fr"),
          new Submission(2, "ingest calls --input nowhere"),
          new Submission(0, "doctor"),
          new Submission(0, "maintain tables"),
          new Submission(0, "models list"),
          new Submission(0, "models build"),
          new Submission(0, "models evaluate --language en --data labelled"),
          new Submission(2, "models calibrate --language en --data nowhere --heads heads"),
          new Submission(2, "models train --language zh --data labelled"),
          new Submission(2, "models train-names --data nowhere"),
          new Submission(2, "demo"),
          new Submission(2, "playbook test nowhere"),
          new Submission(0, "trackers evaluate --data trackers.tsv"),
          new Submission(0, "ingest formats"),
          new Submission(0, "ingest explain 2026-06-02-call.txt"),
          new Submission(0, "privacy check labelled/en.tsv"),
          new Submission(4, "ingest calls --input damaged --lake other"),
          new Submission(2, "forecast features --from 2026-06-30 --to 2026-06-01"),
          new Submission(2, "ingest calls --lake file"),
          new Submission(1, "ingest calls --lake torn"));

  // they share a file or one lake, in this order
  private static final List<Submission> IN_ORDER =
      List.of(
          new Submission(0, "playbook new mine.yaml"),
          new Submission(2, "playbook new mine.yaml"),
          new Submission(0, "playbook check mine.yaml"),
          new Submission(0, "ingest crm"),
          new Submission(0, "ingest calls"),
          new Submission(0, "ingest emails"),
          new Submission(0, "ingest knowledge"),
          new Submission(0, "ingest links"),
          new Submission(99, "ingest run"),
          new Submission(0, "ingest calls --from 2026-06-02 --to 2026-06-02"),
          new Submission(0, "understand turns"),
          new Submission(0, "understand emails"),
          new Submission(0, "understand calls"),
          new Submission(0, "models spans --out spans.tsv"),
          new Submission(0, "coach insights"),
          new Submission(0, "forecast features --day 2026-06-30"),
          new Submission(0, "forecast features --from 2026-06-01 --to 2026-06-30"),
          new Submission(0, "coach report"),
          new Submission(0, "run --day 2026-06-30"),
          new Submission(0, "bench inference --texts 60 --rounds 1"),
          new Submission(0, "bench ingest --calls 2 --rounds 1"));

  @TempDir private Path folder;

  @Test
  void theJarHoldsNoOtherEngineAndNothingOfWhatItIsComparedWith() throws IOException {
    List<String> entries;
    try (JarFile jar = new JarFile(TARGET.resolve("talktrack.jar").toFile())) {
      entries = jar.stream().map(JarEntry::getName).toList();
    }

    assertThat(entries)
        .contains("io/talktrack/jobs/Main.class", "ai/onnxruntime/OrtSession.class")
        .noneMatch(entry -> OTHER_ENGINES.stream().anyMatch(entry::startsWith));
    assertThat(entries)
        .filteredOn(entry -> entry.matches(".*\\.(so|dylib|jnilib|dll)"))
        .isNotEmpty()
        .allMatch(entry -> NATIVES.stream().anyMatch(entry::startsWith), "is known");
  }

  @Test
  void noCommandIsForgotten() {
    List<String> submitted =
        Stream.concat(APART.stream(), IN_ORDER.stream())
            .map(submission -> "talktrack " + submission.command() + " ")
            .toList();

    assertThat(
            commands(Main.commands(new Launch(new AllStages(), new Screen().console(), Map.of()))))
        .hasSizeGreaterThan(20)
        .allMatch(
            command -> submitted.stream().anyMatch(line -> line.startsWith(command + " ")),
            "is submitted");
  }

  private static List<String> commands(CommandLine command) {
    if (command.getSubcommands().isEmpty()) {
      return List.of(command.getCommandSpec().qualifiedName());
    }
    return command.getSubcommands().values().stream()
        .flatMap(below -> commands(below).stream())
        .toList();
  }

  @Test
  void everyCommandRunsUnderSparkSubmit() throws Exception {
    writeInput();

    // most of a submission is waiting for one thread to start things
    APART.parallelStream().forEach(this::endsAsItShould);
    IN_ORDER.forEach(this::endsAsItShould);
  }

  private void endsAsItShould(Submission submission) {
    try {
      Path output = Files.createTempFile(folder, "output", ".txt");
      assertThat(submit(submission.command(), output))
          .as("exit status of `%s`:%n%s", submission.command(), Files.readString(output))
          .isEqualTo(submission.status());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void writeInput() throws IOException {
    TinyCompany.in(folder.resolve("input"));
    new TinyCompany(folder.resolve("damaged")).put("calls/2026-06-02 torn.vtt", "WEBVTT\n\nhi\n");
    Files.writeString(folder.resolve("file"), "no folder of tables");
    Files.writeString(
        folder.resolve("2026-06-02-call.txt"), "Ann: Hello.\nBob: Hi.\nAnn: Well?\nBob: Well.\n");
    Path log = Files.createDirectories(folder.resolve("torn/bronze/raw_files/_delta_log"));
    Files.writeString(log.resolve("00000000000000000000.json"), "{\"add\":");

    StringBuilder labelled = new StringBuilder("language\tscenario\tsentiment\ttext\n");
    for (int scenario = 0; scenario < 20; scenario++) {
      labelled.append(
          "en\tscenario %d\tNEUTRAL\tso how do you plan stock in plant %<d\n".formatted(scenario));
    }
    Files.createDirectories(folder.resolve("labelled"));
    Files.writeString(folder.resolve("labelled/en.tsv"), labelled);
    Files.writeString(
        folder.resolve("trackers.tsv"),
        "language\ttracker\tholds\ttext\nen\tpricing\tyes\twhat is the price\n");
  }

  private int submit(String command, Path output) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of(System.getProperty("spark.jvm.args").strip().split("\\s+")));
    line.addAll(
        List.of(
            "-Xmx2g",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=240m",
            "-cp",
            TARGET.resolve("spark") + "/*",
            "org.apache.spark.deploy.SparkSubmit"));
    line.addAll(List.of("--master", "local[2]", "--class", "io.talktrack.jobs.Main"));
    line.addAll(command.equals(COMPILED) ? List.of() : NOT_COMPILED);
    line.add(TARGET.resolve("talktrack.jar").toString());
    line.addAll(List.of(command.split(" ", -1)));

    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().put(HmacKey.VARIABLE, "k".repeat(32));
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("`%s` did not end within 10 minutes".formatted(command));
    }
    return process.exitValue();
  }
}
