package io.talktrack.jobs;

import io.talktrack.jobs.models.TrainHeads;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.TrainedHeads;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The product's jobs: the one place where all of their packages meet. */
final class AllStages implements Stages {
  @Override
  public List<Job> pipeline(Context context) {
    return Stream.concat(
            ingest(context).stream(),
            Stream.of(
                label(context),
                metrics(context),
                objections(context),
                trackers(context),
                playbook(context),
                insights(context),
                forecastFeatures(context),
                report(context)))
        .toList();
  }

  @Override
  public List<Job> ingest(Context context) {
    return List.of(
        ingestCrm(context),
        ingestCalls(context),
        ingestEmails(context),
        ingestKnowledge(context),
        ingestLinks(context));
  }

  @Override
  public Job ingestCrm(Context context) {
    throw unwired("ingest crm");
  }

  @Override
  public Job ingestCalls(Context context) {
    throw unwired("ingest calls");
  }

  @Override
  public Job ingestEmails(Context context) {
    throw unwired("ingest emails");
  }

  @Override
  public Job ingestKnowledge(Context context) {
    throw unwired("ingest knowledge");
  }

  @Override
  public Job ingestLinks(Context context) {
    throw unwired("ingest links");
  }

  @Override
  public Job label(Context context) {
    throw unwired("understand label");
  }

  @Override
  public Job objections(Context context) {
    throw unwired("understand objections");
  }

  @Override
  public Job trackers(Context context) {
    throw unwired("understand trackers");
  }

  @Override
  public Job playbook(Context context) {
    throw unwired("understand playbook");
  }

  @Override
  public Job metrics(Context context) {
    throw unwired("understand metrics");
  }

  @Override
  public Job insights(Context context) {
    throw unwired("coach insights");
  }

  @Override
  public Job report(Context context) {
    throw unwired("coach report");
  }

  @Override
  public Job forecastFeatures(Context context) {
    throw unwired("forecast features");
  }

  @Override
  public Job trainModel(Context context, Training training) {
    return new TrainHeads(
        context.spark(),
        training.data(),
        training.language().name().toLowerCase(Locale.ROOT),
        training.heads(),
        context.settings().models().cache());
  }

  @Override
  public Job evaluateModel(Context context, Evaluation evaluation) {
    throw unwired("models evaluate");
  }

  @Override
  public Job buildModels(Settings settings) {
    return job(
        "models build",
        () ->
            String.join(
                "\n",
                models(settings)
                    .map(heads -> ModelBundle.build(heads, settings.models().cache()))
                    .map(bundle -> "%s in %s".formatted(bundle.name(), bundle.folder()))
                    .toList()));
  }

  @Override
  public Job listModels(Settings settings) {
    return job(
        "models list",
        () ->
            String.join(
                "\n",
                models(settings)
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

  @Override
  public Job benchInference(Context context, Bench bench) {
    throw unwired("bench inference");
  }

  @Override
  public Job checkPlaybook(Settings settings, Location playbook) {
    throw unwired("playbook check");
  }

  private static Stream<TrainedHeads> models(Settings settings) {
    return Stream.of(settings.models().english(), settings.models().chinese())
        .map(
            heads ->
                TrainedHeads.fromJson(
                    heads.resolve("heads.json").text(), heads.resolve("README.md").text()));
  }

  private static Job job(String name, Supplier<String> message) {
    return new Job() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Outcome run() {
        return new Outcome.Wrote(message.get(), List.of());
      }
    };
  }

  private static IllegalStateException unwired(String job) {
    return new IllegalStateException("Cannot run %s: it is not wired in AllStages".formatted(job));
  }
}
