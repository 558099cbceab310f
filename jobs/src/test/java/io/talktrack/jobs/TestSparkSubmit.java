package io.talktrack.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar under Spark's own spark-submit, as on a cluster; needs {@code mvn package}. */
@Tag("slow")
class TestSparkSubmit {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final String VTT =
      """
      WEBVTT

      00:00:01.000 --> 00:00:04.000
      <v Priya Nair>Hi Dana, how do you plan stock today?

      00:00:05.000 --> 00:00:09.000
      <v Dana Whitlock>In spreadsheets, and honestly your price is far too high for us.
      """;

  /** A command and what it has to exit with; they share one lake, in this order. */
  private record Submission(int status, String command) {}

  private static final List<Submission> SUBMISSIONS =
      List.of(
          new Submission(0, "--help"),
          new Submission(2, "ingset calls"),
          new Submission(2, "run --set report.language=fr"),
          new Submission(0, "maintain tables"),
          new Submission(0, "models list"));

  @TempDir private Path folder;

  @Test
  void everyCommandRunsUnderSparkSubmit() throws Exception {
    writeInput();

    for (Submission submission : SUBMISSIONS) {
      Path output = folder.resolve("output.txt");
      assertThat(submit(submission.command(), output))
          .as("exit status of `%s`:%n%s", submission.command(), Files.readString(output))
          .isEqualTo(submission.status());
    }
  }

  private void writeInput() throws IOException {
    Files.createDirectories(folder.resolve("input/calls"));
    Files.createDirectories(folder.resolve("input/crm"));
    Files.writeString(folder.resolve("input/calls/2026-04-14 first call.vtt"), VTT);
    Files.writeString(
        folder.resolve("input/crm/reps.csv"),
        "rep_id,name,email\nR01,Priya Nair,priya.nair@lumenfold.example\n");
  }

  private int submit(String command, Path output) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of(System.getProperty("spark.jvm.args").strip().split("\\s+")));
    line.addAll(
        List.of(
            "-Xmx2g",
            "-cp",
            TARGET.resolve("spark") + "/*",
            "org.apache.spark.deploy.SparkSubmit"));
    line.addAll(List.of("--master", "local[2]", "--class", "io.talktrack.jobs.Main"));
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
