package io.talktrack.jobs;

import io.talktrack.jobs.Settings.Language;
import io.talktrack.jobs.bench.BenchInference.Plan;
import java.nio.file.Path;
import java.util.List;
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

  Job forecastFeatures(Context context);

  Job trainModel(Context context, Training training);

  /** Measures what an int8 bundle needs, and what it would cost and bring. */
  Job calibrateModel(Context context, Training training);

  Job evaluateModel(Context context, Evaluation evaluation);

  Job buildModels(Settings settings);

  Job listModels(Settings settings);

  Job benchInference(Context context, Bench bench);

  Job benchIngest(Context context, IngestBench bench);

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
  record Training(Path data, Language language, Path heads) {}

  /** What heads are measured on. */
  record Evaluation(Path data, Language language) {}

  /** What to measure, and how long. */
  record Bench(Language language, Plan plan) {}

  /**
   * What reading is measured on.
   *
   * @param sizes numbers of calls
   */
  record IngestBench(List<Integer> sizes, int rounds) {}
}
