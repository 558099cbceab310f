package io.talktrack.jobs;

import static java.util.stream.Collectors.toMap;

import io.talktrack.inbox.Inbox;
import io.talktrack.jobs.bench.BenchIngest;
import io.talktrack.jobs.coach.CoachCalls;
import io.talktrack.jobs.coach.ReportSettings;
import io.talktrack.jobs.coach.WriteReport;
import io.talktrack.jobs.forecast.Backfill;
import io.talktrack.jobs.forecast.BuildFeatures;
import io.talktrack.jobs.ingest.ExplainFile;
import io.talktrack.jobs.ingest.FormatList;
import io.talktrack.jobs.ingest.IngestCalls;
import io.talktrack.jobs.ingest.IngestCrm;
import io.talktrack.jobs.ingest.IngestEmails;
import io.talktrack.jobs.ingest.IngestKnowledge;
import io.talktrack.jobs.ingest.IngestSettings;
import io.talktrack.jobs.ingest.LinkConversations;
import io.talktrack.jobs.understand.Bundles;
import io.talktrack.jobs.understand.LabelEmails;
import io.talktrack.jobs.understand.LabelTurns;
import io.talktrack.jobs.understand.RunGoldenCalls;
import io.talktrack.jobs.understand.ScoreCalls;
import io.talktrack.model.ModelBundle;
import io.talktrack.playbook.GoldenCall;
import io.talktrack.playbook.GoldenCallReader;
import io.talktrack.playbook.Playbook;
import io.talktrack.playbook.PlaybookReader;
import io.talktrack.privacy.NameSource;
import io.talktrack.privacy.Pseudonyms;
import io.talktrack.report.ReportLanguage;
import io.talktrack.table.DayRange;
import io.talktrack.tracker.TrackerReader;
import io.talktrack.tracker.Trackers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The product's jobs: the one place where all of their packages meet. */
final class AllStages implements Stages {
  @Override
  public List<Job> pipeline(Context context) {
    List<Job> jobs = new ArrayList<>(ingest(context));
    jobs.addAll(understand(context, bundles(context)));
    jobs.add(insights(context));
    // the last day is told when the stages before have run
    jobs.add(features(context, Backfill.of(context.again()), context::asOf));
    jobs.add(report(context));
    return jobs;
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
    return new IngestCrm(
        context.spark(),
        context.lake(),
        inbox(context),
        pseudonyms(context),
        context.settings().crm(),
        ingestSettings(context));
  }

  @Override
  public Job ingestCalls(Context context) {
    return new IngestCalls(
        context.spark(),
        context.lake(),
        inbox(context),
        pseudonyms(context),
        conversations(context),
        context.again());
  }

  @Override
  public Job ingestEmails(Context context) {
    return new IngestEmails(
        context.spark(),
        context.lake(),
        inbox(context),
        pseudonyms(context),
        conversations(context),
        context.again());
  }

  @Override
  public Job ingestKnowledge(Context context) {
    return new IngestKnowledge(
        context.spark(), context.lake(), inbox(context), ingestSettings(context));
  }

  @Override
  public Job ingestLinks(Context context) {
    return new LinkConversations(
        context.spark(),
        context.lake(),
        inbox(context),
        pseudonyms(context),
        ingestSettings(context));
  }

  @Override
  public Job listFormats(Settings settings) {
    return Job.of("ingest formats", FormatList::text);
  }

  @Override
  public Job explainFile(Settings settings, String file) {
    return new ExplainFile(file, settings.ingest().maxFileSize(), ingestSettings(settings));
  }

  private static Inbox inbox(Context context) {
    return new Inbox(
        context.spark(), context.settings().input(), context.settings().ingest().maxFileSize());
  }

  private static Pseudonyms pseudonyms(Context context) {
    return new Pseudonyms(context.key().bytes());
  }

  private static IngestSettings ingestSettings(Context context) {
    return ingestSettings(context.settings());
  }

  private static IngestSettings conversations(Context context) {
    Settings settings = context.settings();
    return ingestSettings(
        settings, NameSources.onExecutors(context), settings.privacy().keptIn().orElse(null));
  }

  private static IngestSettings ingestSettings(Settings settings) {
    return ingestSettings(settings, NameSource.RULES_ONLY, null);
  }

  private static IngestSettings ingestSettings(
      Settings settings, NameSource names, String originalsLake) {
    return new IngestSettings(
        settings.company().timeZone(),
        settings.ingest().turnGap().toMillis(),
        settings.transcripts().columns(),
        settings.ingest().quarantineLimit(),
        Set.copyOf(settings.company().domains()),
        names,
        settings.transcripts().repChannel().orElse(null),
        originalsLake);
  }

  private static List<Job> understand(Context context, Bundles bundles) {
    return List.of(
        labelTurns(context, bundles), labelEmails(context, bundles), scoreCalls(context, bundles));
  }

  @Override
  public Job labelTurns(Context context) {
    return labelTurns(context, bundles(context));
  }

  private static Job labelTurns(Context context, Bundles bundles) {
    return new LabelTurns(
        context.spark(), context.lake(), bundles, context.key().bytes(), context.again());
  }

  @Override
  public Job labelEmails(Context context) {
    return labelEmails(context, bundles(context));
  }

  private static Job labelEmails(Context context, Bundles bundles) {
    return new LabelEmails(
        context.spark(), context.lake(), bundles, context.key().bytes(), context.again());
  }

  @Override
  public Job scoreCalls(Context context) {
    return scoreCalls(context, bundles(context));
  }

  private static Job scoreCalls(Context context, Bundles bundles) {
    return new ScoreCalls(
        context.spark(),
        context.lake(),
        bundles,
        context.key().bytes(),
        playbook(context),
        trackers(context),
        context.again());
  }

  static Playbook playbook(Context context) {
    return PlaybookReader.read(context.settings().playbook().text());
  }

  static Trackers trackers(Context context) {
    return TrackerReader.read(context.settings().trackers().text());
  }

  // refused before any table is touched: nobody should wait for a run that then stops
  private static Bundles bundles(Context context) {
    DeviceChoice device = DeviceChoice.of(context);
    ModelsInUse models = device.modelsInUse();
    models.doubts().ifPresent(context.console()::problem);
    List<ModelBundle> built =
        models.locations().parallel().map(models::bundle).map(device::bundle).toList();
    return new Bundles(
        built, device.placement(), device::batching, context.settings().models().explain());
  }

  @Override
  public Job insights(Context context) {
    return new CoachCalls(context.lake(), context.again());
  }

  @Override
  public Job report(Context context) {
    Settings settings = context.settings();
    return new WriteReport(
        context.lake(),
        new ReportSettings(
            settings.report().folder(),
            ReportLanguage.valueOf(settings.report().language().name()),
            settings.company().timeZone(),
            settings.company().domains().stream().findFirst().orElse("Talktrack"),
            playbook(context),
            trackers(context)));
  }

  @Override
  public Job forecastFeatures(Context context, Backfill backfill) {
    return features(context, backfill, () -> context.day().orElseGet(() -> lastDay(context)));
  }

  private static LocalDate lastDay(Context context) {
    LocalDate known = context.asOf();
    return context.again().map(DayRange::last).filter(known::isAfter).orElse(known);
  }

  private static Job features(Context context, Backfill backfill, Supplier<LocalDate> asOf) {
    return new BuildFeatures(
        context.lake(),
        asOf,
        context::lastKnownDay,
        context.settings().company().timeZone(),
        context.settings().company().businessHours(),
        Set.of("competitor"),
        backfill);
  }

  @Override
  public Job trainModel(Context context, Training training) {
    return ModelJobs.trainModel(context, training);
  }

  @Override
  public Job trainNames(Settings settings, NameTraining training) {
    return ModelJobs.trainNames(settings, training);
  }

  @Override
  public Job calibrateModel(Context context, Training training) {
    return ModelJobs.calibrateModel(context, training);
  }

  @Override
  public Job evaluateModel(Context context, Evaluation evaluation) {
    return ModelJobs.evaluateModel(context, evaluation);
  }

  @Override
  public Job reportQuality(Context context, QualityReport report) {
    return ModelJobs.reportQuality(context, report);
  }

  @Override
  public Job sampleSpans(Context context, Path file, int labels) {
    return ModelJobs.sampleSpans(context, file, labels);
  }

  @Override
  public Job buildModels(Settings settings) {
    return ModelJobs.buildModels(settings);
  }

  @Override
  public Job listModels(Settings settings) {
    return ModelJobs.listModels(settings);
  }

  @Override
  public Job benchInference(Context context, Bench bench) {
    return ModelJobs.benchInference(context, bench);
  }

  @Override
  public Job benchIngest(Context context, IngestBench bench) {
    // what it makes is gone when it ends, so anybody may know its pseudonyms
    Pseudonyms pseudonyms = new Pseudonyms(HmacKey.ofDemo().bytes());
    long largestFile = context.settings().ingest().maxFileSize();
    return new BenchIngest(
        context.spark(),
        inbox(context),
        (input, lake) ->
            new IngestCalls(
                context.spark(),
                lake,
                new Inbox(context.spark(), input, largestFile),
                pseudonyms,
                ingestSettings(context)),
        bench.sizes(),
        bench.rounds());
  }

  @Override
  public Job evaluateTrackers(Context context, Path lines, Optional<Path> labelled) {
    return ModelJobs.evaluateTrackers(context, lines, labelled);
  }

  @Override
  public Job checkPlaybook(Settings settings, Location playbook) {
    return Job.of(
        "playbook check",
        () -> {
          Playbook read = PlaybookReader.read(playbook.text());
          return "%s: %d stages, %d criteria, languages %s, version %s"
              .formatted(
                  read.name(),
                  read.stages().size(),
                  read.criteria().size(),
                  read.languages(),
                  read.version());
        });
  }

  @Override
  public Job testPlaybook(Settings settings, Location playbook, SortedMap<String, String> golden) {
    Playbook read = PlaybookReader.read(playbook.text());
    SortedMap<String, GoldenCall> calls = new TreeMap<>();
    golden.forEach((name, yaml) -> calls.put(name, GoldenCallReader.read(yaml, read)));
    Map<String, ModelBundle> bundles =
        calls.values().stream()
            .map(GoldenCall::language)
            .distinct()
            .collect(toMap(Function.identity(), ModelsInUse.of(settings)::bundle));
    return new RunGoldenCalls(read, calls, bundles);
  }
}
