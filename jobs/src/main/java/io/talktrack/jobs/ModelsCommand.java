package io.talktrack.jobs;

import io.talktrack.jobs.Settings.Language;
import io.talktrack.jobs.Stages.Evaluation;
import io.talktrack.jobs.Stages.NameTraining;
import io.talktrack.jobs.Stages.QualityReport;
import io.talktrack.jobs.Stages.Training;
import io.talktrack.jobs.models.TrainHeads.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
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
      description =
          "Trains the model of one language on labelled sentences, measures it and registers it.",
      footer = "  talktrack models train --language en --data data-samples/labelled")
  int train(
      @Mixin CommonOptions options,
      @Mixin Labelled labelled,
      @Option(
              names = "--heads",
              paramLabel = "DIR",
              defaultValue = "conf/models",
              description = "Gets one folder per model (default: ${DEFAULT-VALUE}).")
          Path heads,
      @Option(
              names = "--fine-tune",
              description =
                  "Tunes the encoder as well and keeps it if it is better on held-out sentences; needs a build with TALKTRACK_TRAINING=1.")
          boolean isTuned) {
    Method method = isTuned ? Method.FINE_TUNED : Method.FROZEN;
    return launch.onLake(
        options,
        HmacKey.none(),
        context ->
            List.of(
                launch
                    .stages()
                    .trainModel(
                        context, new Training(labelled.data, labelled.language, method, heads))));
  }

  @Command(
      name = "train-names",
      description = "Trains the head that finds English names, on sentences with marked names.",
      footer = "  talktrack models train-names --data data-samples/labelled/names")
  int trainNames(
      @Mixin CommonOptions options,
      @Option(
              names = "--data",
              required = true,
              paramLabel = "DIR",
              description = "File or folder (.txt) of sentences with marked names.")
          Path data,
      @Option(
              names = "--heads",
              paramLabel = "DIR",
              defaultValue = "conf/models",
              description = "Gets one folder per model (default: ${DEFAULT-VALUE}).")
          Path heads) {
    return launch.alone(
        options, settings -> launch.stages().trainNames(settings, new NameTraining(data, heads)));
  }

  @Command(
      name = "calibrate",
      description = {
        "Measures the scales of an int8 bundle, and says what int8 costs and brings on this machine.",
        "Both are kept beside the heads: models.precision=int8 uses the scales, auto only where it pays."
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
                .calibrateModel(
                    context, new Training(labelled.data, labelled.language, Method.FROZEN, heads)));
  }

  @Command(
      name = "evaluate",
      description =
          "Measures a model on labelled sentences that it was not trained on; with --report all models on all there is, into one page.",
      footer = {
        "  talktrack models evaluate --language zh --data data-samples/labelled",
        "  talktrack models evaluate --data data-samples/labelled --talk ../shared/data --report common/docs/quality.md"
      })
  int evaluate(
      @Mixin CommonOptions options,
      @ArgGroup(multiplicity = "1") Whole whole,
      @Option(
              names = "--data",
              required = true,
              paramLabel = "DIR",
              description = "Folder of labelled sentences (.tsv).")
          Path data,
      @Option(
              names = "--talk",
              paramLabel = "DIR",
              description = "Folder of outside sets, for --report.")
          Path talk,
      @Option(
              names = "--sets",
              paramLabel = "FILE",
              description =
                  "Which outside sets there are and how to read them (default: checks/talk.conf in the folder of labelled sentences).")
          Path sets) {
    return launch.onSpark(
        options,
        context ->
            whole.report == null
                ? launch.stages().evaluateModel(context, new Evaluation(data, whole.language))
                : launch
                    .stages()
                    .reportQuality(
                        context,
                        new QualityReport(
                            data,
                            sets == null ? data.resolve("checks/talk.conf") : sets,
                            Optional.ofNullable(talk),
                            whole.report)));
  }

  /** One language on the screen, or all on a page. */
  static final class Whole {
    @Option(
        names = "--language",
        paramLabel = "en|zh",
        description = "The one language to measure.")
    private Language language;

    @Option(
        names = "--report",
        paramLabel = "FILE",
        description = "The page to write, on all languages (Markdown).")
    private Path report;
  }

  @Command(
      name = "spans",
      description =
          "Draws labels of the lake with the words that carried them into a table, to be checked by hand.",
      footer = "  talktrack models spans --lake lake --out spans.tsv")
  int spans(
      @Mixin CommonOptions options,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "FILE",
              description = "The table to write (.tsv).")
          Path file,
      @Option(
              names = "--labels",
              paramLabel = "NUMBER",
              defaultValue = "200",
              description = "How many (default: ${DEFAULT-VALUE}).")
          int labels) {
    return launch.onSpark(options, context -> launch.stages().sampleSpans(context, file, labels));
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
