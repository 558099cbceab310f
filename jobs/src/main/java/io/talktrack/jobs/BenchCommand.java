package io.talktrack.jobs;

import io.talktrack.jobs.Settings.Language;
import io.talktrack.jobs.Stages.Bench;
import io.talktrack.jobs.Stages.IngestBench;
import io.talktrack.jobs.bench.BenchInference.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
      description = {
        "Measures texts per second of several ways to have them read, side by side.",
        "It says what a cluster needs, and compares with other libraries where they are."
      },
      footer = "  talktrack bench inference --language en --texts 3000 --rounds 5")
  int inference(
      @Mixin CommonOptions options,
      @Option(
              names = "--texts",
              defaultValue = "3000",
              description =
                  "Texts per round; a tenth of it of long ones (default: ${DEFAULT-VALUE}).")
          int texts,
      @Option(
              names = "--rounds",
              defaultValue = "5",
              description = "Rounds, of which the median counts (default: ${DEFAULT-VALUE}).")
          int rounds,
      @Option(
              names = "--language",
              paramLabel = "en|zh",
              defaultValue = "en",
              description = "Whose model is measured (default: ${DEFAULT-VALUE}).")
          Language language,
      @Option(names = "--csv", paramLabel = "FILE", description = "Gets the table too.") Path csv,
      @Option(
              names = "--headline",
              description =
                  "Only short texts, and only this product's ways beside plain ONNX Runtime: for many texts.")
          boolean headline,
      @Option(
              names = "--stream",
              paramLabel = "TEXTS",
              defaultValue = "0",
              description = "Only streams so many texts, and tells the memory meanwhile.")
          int streamed,
      @Option(
              names = "--peers",
              paramLabel = "DIR",
              description =
                  "Holds what `mvn package -Pbench-peers` makes (default: jobs/target/peers).")
          Path peers,
      @Option(
              names = "--price",
              paramLabel = "AMOUNT",
              defaultValue = "0.05",
              description = "Of one core for an hour (default: ${DEFAULT-VALUE}).")
          double price) {
    Path home = Path.of(System.getProperty("talktrack.home", ""));
    Path jars = peers == null ? home.resolve("jobs/target/peers") : peers;
    Plan plan = new Plan(texts, rounds, Optional.ofNullable(csv), headline, streamed, jars, price);
    return launch.onSpark(
        options, context -> launch.stages().benchInference(context, new Bench(language, plan)));
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
