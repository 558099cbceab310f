package io.talktrack.jobs;

import io.talktrack.jobs.Stages.Bench;
import io.talktrack.jobs.Stages.Evaluation;
import io.talktrack.jobs.Stages.NameTraining;
import io.talktrack.jobs.Stages.QualityReport;
import io.talktrack.jobs.Stages.Training;
import io.talktrack.jobs.bench.BenchInference;
import io.talktrack.jobs.bench.BenchInference.Subject;
import io.talktrack.jobs.models.CalibrateIntegers;
import io.talktrack.jobs.models.EvaluateHeads;
import io.talktrack.jobs.models.TrainHeads;
import io.talktrack.jobs.models.TrainNames;
import io.talktrack.jobs.models.quality.EvaluateTrackers;
import io.talktrack.jobs.models.quality.ReportQuality;
import io.talktrack.jobs.models.quality.SampleSpans;
import io.talktrack.jobs.models.quality.TalkSets;
import io.talktrack.jobs.understand.Bundles;
import io.talktrack.jobs.understand.LabelTurns;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.TrainedHeads;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The jobs that train, measure and list models. */
final class ModelJobs {
  static Job trainModel(Context context, Training training) {
    return new TrainHeads(
        context.spark(),
        context.lake(),
        training.data(),
        training.language().name().toLowerCase(Locale.ROOT),
        training.method(),
        training.heads(),
        context.settings().models().cache());
  }

  static Job trainNames(Settings settings, NameTraining training) {
    return new TrainNames(training.data(), training.heads(), settings.models().cache());
  }

  static Job calibrateModel(Context context, Training training) {
    ModelsInUse models = ModelsInUse.of(context);
    return new CalibrateIntegers(
        context.spark(),
        ModelsInUse.heads(models.of(training.language().name().toLowerCase(Locale.ROOT))),
        training.data(),
        training.heads(),
        models.settings().cache());
  }

  static Job evaluateModel(Context context, Evaluation evaluation) {
    String language = evaluation.language().name().toLowerCase(Locale.ROOT);
    return new EvaluateHeads(
        context.spark(), ModelsInUse.of(context).bundle(language), evaluation.data());
  }

  static Job reportQuality(Context context, QualityReport report) {
    return new ReportQuality(
        context.spark(),
        ModelsInUse.of(context).bundles(),
        report.data(),
        AllStages.trackers(context),
        AllStages.playbook(context),
        TalkSets.read(report.sets()),
        report.talk(),
        report.report());
  }

  static Job sampleSpans(Context context, Path file, int labels) {
    return new SampleSpans(context.lake(), file, labels);
  }

  static Job buildModels(Settings settings) {
    return Job.of(
        "models build",
        () ->
            String.join(
                "\n",
                ModelsInUse.of(settings).bundles().stream()
                    .map(bundle -> "%s in %s".formatted(bundle.name(), bundle.folder()))
                    .toList()));
  }

  static Job listModels(Settings settings) {
    return Job.of(
        "models list",
        () ->
            String.join(
                "\n",
                ModelsInUse.of(settings)
                    .locations()
                    .map(ModelsInUse::heads)
                    .map(
                        heads ->
                            "%s %s, %s, %d heads"
                                .formatted(
                                    heads.name(),
                                    heads.version(),
                                    heads.encoder(),
                                    heads.heads().size()))
                    .toList()));
  }

  static Job benchInference(Context context, Bench bench) {
    DeviceChoice device = DeviceChoice.of(context);
    ModelsInUse models = device.modelsInUse();
    Location where = models.of(bench.language().name().toLowerCase(Locale.ROOT));
    TrainedHeads trained = ModelsInUse.heads(where);
    ModelBundle bundle = device.bundle(models.bundle(where));
    Bundles bundles =
        new Bundles(
            List.of(bundle),
            device.placement(),
            device::batching,
            context.settings().models().explain());
    // what it makes is gone when it ends, so anybody may know how it is named
    byte[] secret = HmacKey.ofDemo().bytes();
    return new BenchInference(
        context.spark(),
        context.lake(),
        new Subject(
            bundle,
            trained,
            folder ->
                ModelBundle.build(trained.withOneHead(), models.ranges(where, trained), folder),
            device.batching(bundle),
            lake -> new LabelTurns(context.spark(), lake, bundles, secret),
            bundles.keys(secret).get(bundle.language())),
        bench.plan());
  }

  static Job evaluateTrackers(Context context, Path lines, Optional<Path> labelled) {
    return new EvaluateTrackers(
        context.spark(),
        ModelsInUse.of(context).bundles(),
        AllStages.trackers(context),
        lines,
        labelled);
  }

  private ModelJobs() {}
}
