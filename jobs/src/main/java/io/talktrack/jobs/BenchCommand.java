package io.talktrack.jobs;

import io.talktrack.jobs.Stages.Bench;
import io.talktrack.jobs.Stages.IngestBench;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures speed on this machine.")
final class BenchCommand {
  private final Launch launch;

  BenchCommand(Launch launch) {
    this.launch = launch;
  }

  @Command(
      name = "inference",
      description = "Measures texts per second of several ways to batch, side by side.",
      footer = "  talktrack bench inference --texts 3000 --rounds 5")
  int inference(
      @Mixin CommonOptions options,
      @Option(
              names = "--texts",
              defaultValue = "3000",
              description = "Texts per round (default: ${DEFAULT-VALUE}).")
          int texts,
      @Option(
              names = "--rounds",
              defaultValue = "5",
              description = "Rounds, of which the median counts (default: ${DEFAULT-VALUE}).")
          int rounds) {
    return launch.onSpark(
        options, context -> launch.stages().benchInference(context, new Bench(texts, rounds)));
  }

  @Command(
      name = "ingest",
      description = {
        "Measures how fast made calls are read, beside a plain append of the same rows.",
        "They are made of the input's own and kept in a temporary folder until the end; the lake is left alone."
      },
      footer = "  talktrack bench ingest --input data-samples --sizes 1000,10000 --rounds 5")
  int ingest(
      @Mixin CommonOptions options,
      @Option(
              names = "--calls",
              defaultValue = "200",
              description = "Calls per round (default: ${DEFAULT-VALUE}).")
          int calls,
      @Option(
              names = "--sizes",
              split = ",",
              paramLabel = "CALLS",
              description = "Several numbers of calls, in place of --calls.")
          List<Integer> sizes,
      @Option(
              names = "--rounds",
              defaultValue = "3",
              description = "Rounds, of which the median counts (default: ${DEFAULT-VALUE}).")
          int rounds) {
    List<Integer> measured = sizes == null ? List.of(calls) : sizes;
    return launch.onSpark(
        options,
        context -> launch.stages().benchIngest(context, new IngestBench(measured, rounds)));
  }
}
