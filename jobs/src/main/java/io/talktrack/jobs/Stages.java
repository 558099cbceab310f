package io.talktrack.jobs;

import io.talktrack.jobs.Settings.Language;
import io.talktrack.jobs.bench.BenchInference.Plan;
import io.talktrack.jobs.forecast.Backfill;
import io.talktrack.jobs.models.TrainHeads;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Makes the jobs behind the commands. */
interface Stages {
  /** Every stage, in the order that the data flows; the last one's message is the summary. */
  List<Job> pipeline(Context context);

  List<Job> ingest(Context context);

  Job ingestCrm(Context context);

  Job ingestCalls(Context context);

  Job ingestEmails(Context context);

  Job ingestKnowledge(Context context);

  Job ingestLinks(Context context);

  Job listFormats(Settings settings);

  /** What one file is taken for, and why; one in an archive is {@code archive.zip!/entry}. */
  Job explainFile(Settings settings, String file);

  Job labelTurns(Context context);

  Job labelEmails(Context context);

  Job scoreCalls(Context context);

  Job insights(Context context);

  Job report(Context context);

  Job forecastFeatures(Context context, Backfill backfill);

  Job trainModel(Context context, Training training);

  /** Measures what an int8 bundle needs, and what it costs and brings. */
  Job calibrateModel(Context context, Training training);

  Job evaluateModel(Context context, Evaluation evaluation);

  /** One page on all that the models in use can be measured on. */
  Job reportQuality(Context context, QualityReport report);

  /** Labels with the words that carried them, for somebody to check. */
  Job sampleSpans(Context context, Path file, int labels);

  Job trainNames(Settings settings, NameTraining training);

  Job buildModels(Settings settings);

  Job listModels(Settings settings);

  Job benchInference(Context context, Bench bench);

  Job benchIngest(Context context, IngestBench bench);

  /**
   * Every tracker on sentences of which it is known whether it should hear them, and on the
   * ordinary ones of labelled sentences.
   */
  Job evaluateTrackers(Context context, Path lines, Optional<Path> labelled);

  Job checkPlaybook(Settings settings, Location playbook);

  /**
   * The playbook on made-up calls of which it is known what it should say.
   *
   * @param golden the calls' text by their name
   */
  Job testPlaybook(Settings settings, Location playbook, SortedMap<String, String> golden);

  /**
   * What heads are made from.
   *
   * @param data a folder of labelled sentences
   * @param heads the folder that gets one folder per model
   */
  record Training(Path data, Language language, TrainHeads.Method method, Path heads) {}

  /**
   * What a names' head is made from.
   *
   * @param data sentences with marked names
   * @param heads the folder that gets one folder per model
   */
  record NameTraining(Path data, Path heads) {}

  /** What heads are measured on. */
  record Evaluation(Path data, Language language) {}

  /**
   * What the models in use are measured on.
   *
   * @param data a folder of labelled sentences
   * @param sets describes outside sets
   * @param talk the folder that holds them
   * @param report the page to write
   */
  record QualityReport(Path data, Path sets, Optional<Path> talk, Path report) {}

  /** What to measure, and how long. */
  record Bench(Language language, Plan plan) {}

  /**
   * What reading is measured on.
   *
   * @param sizes numbers of calls
   */
  record IngestBench(List<Integer> sizes, int rounds) {}
}
