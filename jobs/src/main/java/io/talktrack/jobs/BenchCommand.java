package io.talktrack.jobs;

import io.talktrack.jobs.Stages.Bench;
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
}
