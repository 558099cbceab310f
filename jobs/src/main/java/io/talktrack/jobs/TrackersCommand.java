package io.talktrack.jobs;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "trackers",
    mixinStandardHelpOptions = true,
    description = "Measures what is listened for.")
final class TrackersCommand {
  private final Launch launch;

  TrackersCommand(Launch launch) {
    this.launch = launch;
  }

  @Command(
      name = "evaluate",
      description =
          "Gives precision and recall of every tracker on half of some labelled sentences, and its errors on the other half.",
      footer =
          "  talktrack trackers evaluate --data data-samples/labelled/checks --labelled data-samples/labelled")
  int evaluate(
      @Mixin CommonOptions options,
      @Option(
              names = "--data",
              required = true,
              paramLabel = "DIR",
              description =
                  "Folder of trackers*.tsv with the columns language, tracker, holds (yes or no) and text; or one such file.")
          Path data,
      @Option(
              names = "--labelled",
              paramLabel = "DIR",
              description =
                  "Labelled sentences, as for models evaluate: gives how often a tracker hears something in those of them that raise no objection and serve no stage.")
          Path labelled) {
    return launch.onSpark(
        options,
        context -> launch.stages().evaluateTrackers(context, data, Optional.ofNullable(labelled)));
  }
}
