package io.talktrack.jobs;

import io.talktrack.jobs.forecast.Backfill;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Stages whose outcomes a test decides by the job's name. */
final class FakeStages implements Stages {
  private final Function<String, Outcome> outcomes;
  private final List<Context> contexts = new ArrayList<>();
  private final List<Backfill> backfills = new ArrayList<>();

  FakeStages(Function<String, Outcome> outcomes) {
    this.outcomes = outcomes;
  }

  /** What the commands handed over, in order. */
  List<Context> contexts() {
    return contexts;
  }

  List<Backfill> backfills() {
    return backfills;
  }

  static Job job(String name, Function<String, Outcome> outcomes) {
    return new Job() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Outcome run() {
        return outcomes.apply(name);
      }
    };
  }

  private Job job(String name, Context context) {
    contexts.add(context);
    return job(name, outcomes);
  }

  @Override
  public List<Job> pipeline(Context context) {
    return Stream.of("ingest calls", "coach report").map(name -> job(name, context)).toList();
  }

  @Override
  public List<Job> ingest(Context context) {
    return List.of(ingestCrm(context), ingestCalls(context));
  }

  @Override
  public Job ingestCrm(Context context) {
    return job("ingest crm", context);
  }

  @Override
  public Job ingestCalls(Context context) {
    return job("ingest calls", context);
  }

  @Override
  public Job ingestEmails(Context context) {
    return job("ingest emails", context);
  }

  @Override
  public Job ingestKnowledge(Context context) {
    return job("ingest knowledge", context);
  }

  @Override
  public Job ingestLinks(Context context) {
    return job("ingest links", context);
  }

  @Override
  public Job listFormats(Settings settings) {
    return job("ingest formats", outcomes);
  }

  @Override
  public Job explainFile(Settings settings, String file) {
    return job("ingest explain", outcomes);
  }

  @Override
  public Job labelTurns(Context context) {
    return job("understand turns", context);
  }

  @Override
  public Job labelEmails(Context context) {
    return job("understand emails", context);
  }

  @Override
  public Job scoreCalls(Context context) {
    return job("understand calls", context);
  }

  @Override
  public Job insights(Context context) {
    return job("coach insights", context);
  }

  @Override
  public Job report(Context context) {
    return job("coach report", context);
  }

  @Override
  public Job forecastFeatures(Context context, Backfill backfill) {
    backfills.add(backfill);
    return job("forecast features", context);
  }

  @Override
  public Job trainModel(Context context, Training training) {
    return job("models train", context);
  }

  @Override
  public Job calibrateModel(Context context, Training training) {
    return job("models calibrate", context);
  }

  @Override
  public Job evaluateModel(Context context, Evaluation evaluation) {
    return job("models evaluate", context);
  }

  @Override
  public Job reportQuality(Context context, QualityReport report) {
    return job("models evaluate", context);
  }

  @Override
  public Job sampleSpans(Context context, Path file, int labels) {
    return job("models spans", context);
  }

  @Override
  public Job trainNames(Settings settings, NameTraining training) {
    return job("models train-names", outcomes);
  }

  @Override
  public Job buildModels(Settings settings) {
    return job("models build", outcomes);
  }

  @Override
  public Job listModels(Settings settings) {
    return job("models list", outcomes);
  }

  @Override
  public Job benchInference(Context context, Bench bench) {
    return job("bench inference", context);
  }

  @Override
  public Job benchIngest(Context context, IngestBench bench) {
    return job("bench ingest", context);
  }

  @Override
  public Job evaluateTrackers(Context context, Path lines, Optional<Path> labelled) {
    return job("trackers evaluate", context);
  }

  @Override
  public Job checkPlaybook(Settings settings, Location playbook) {
    return job("playbook check", outcomes);
  }

  @Override
  public Job testPlaybook(Settings settings, Location playbook, SortedMap<String, String> golden) {
    return job("playbook test", outcomes);
  }
}
