package io.talktrack.jobs;

import io.talktrack.jobs.Settings.Language;
import io.talktrack.jobs.Stages.Evaluation;
import io.talktrack.jobs.Stages.Training;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = "Makes, measures and lists the models that read texts.")
final class ModelsCommand {
  private final Launch launch;

  ModelsCommand(Launch launch) {
    this.launch = launch;
  }

  @Command(
      name = "train",
      description = "Trains the heads of one language on labelled sentences and measures them.",
      footer = "  talktrack models train --language en --data data-samples/labelled")
  int train(
      @Mixin CommonOptions options,
      @Mixin Labelled labelled,
      @Option(
              names = "--heads",
              paramLabel = "DIR",
              defaultValue = "conf/models",
              description = "Gets one folder per model (default: ${DEFAULT-VALUE}).")
          Path heads) {
    return launch.onSpark(
        options,
        context ->
            launch
                .stages()
                .trainModel(context, new Training(labelled.data, labelled.language, heads)));
  }

  @Command(
      name = "calibrate",
      description = {
        "Measures the scales of an int8 bundle, and says what int8 costs and brings on this machine.",
        "They are kept beside the heads; models.precision=int8 then uses them."
      },
      footer = "  talktrack models calibrate --language en --data data-samples/labelled")
  int calibrate(
      @Mixin CommonOptions options,
      @Mixin Labelled labelled,
      @Option(
              names = "--heads",
              paramLabel = "DIR",
              defaultValue = "conf/models",
              description = "Has one folder per model (default: ${DEFAULT-VALUE}).")
          Path heads) {
    return launch.onSpark(
        options,
        context ->
            launch
                .stages()
                .calibrateModel(context, new Training(labelled.data, labelled.language, heads)));
  }

  @Command(
      name = "evaluate",
      description = "Measures a model on labelled sentences that it was not trained on.",
      footer = "  talktrack models evaluate --language zh --data data-samples/labelled")
  int evaluate(@Mixin CommonOptions options, @Mixin Labelled labelled) {
    return launch.onSpark(
        options,
        context ->
            launch
                .stages()
                .evaluateModel(context, new Evaluation(labelled.data, labelled.language)));
  }

  @Command(
      name = "build",
      description = "Joins heads and encoders into bundles in the cache; run does it when needed.",
      footer = "  talktrack models build --set models.cache=/var/cache/talktrack")
  int build(@Mixin CommonOptions options) {
    return launch.alone(options, launch.stages()::buildModels);
  }

  @Command(
      name = "list",
      description = "Lists the models in use with version, heads and measured quality.",
      footer = "  talktrack models list")
  int list(@Mixin CommonOptions options) {
    return launch.alone(options, launch.stages()::listModels);
  }

  /** Which labelled sentences. */
  static final class Labelled {
    @Option(
        names = "--language",
        required = true,
        paramLabel = "en|zh",
        description = "The language of the sentences.")
    private Language language;

    @Option(
        names = "--data",
        required = true,
        paramLabel = "DIR",
        description = "Folder of labelled sentences (.tsv).")
    private Path data;
  }
}
