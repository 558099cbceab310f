package io.talktrack.jobs;

import io.talktrack.monitoring.JobRun;
import io.talktrack.table.DayRange;
import io.talktrack.table.Lake;
import io.talktrack.table.Tables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/** Runs a command's jobs on a Spark session of the command's own. */
final class Launch {
  private final Stages stages;
  private final Console console;
  private final Map<String, String> environment;

  Launch(Stages stages, Console console, Map<String, String> environment) {
    this.stages = stages;
    this.console = console;
    this.environment = Map.copyOf(environment);
  }

  Stages stages() {
    return stages;
  }

  Console console() {
    return console;
  }

  Map<String, String> environment() {
    return environment;
  }

  HmacKey key() {
    return HmacKey.from(environment);
  }

  Settings settings(CommonOptions options) {
    return SettingsReader.read(options.config(), options.assignments(), environment);
  }

  /** Jobs on the lake; what they did is kept in its table of runs. */
  int onLake(CommonOptions options, HmacKey key, Function<Context, List<Job>> jobs) {
    return onLake(options, new DayOptions(), key, jobs);
  }

  /** Jobs on the lake that can work out days anew. */
  int onLake(
      CommonOptions options, DayOptions days, HmacKey key, Function<Context, List<Job>> jobs) {
    return onSpark(
        options,
        days.again(),
        key,
        jobs,
        context ->
            runs ->
                context
                    .lake()
                    .append(
                        Tables.JOB_RUNS,
                        context.spark().createDataset(runs, Tables.JOB_RUNS.encoder())));
  }

  /** Jobs that need Spark but write no table. */
  int onSpark(CommonOptions options, Function<Context, Job> job) {
    return onSpark(
        options,
        Optional.empty(),
        HmacKey.none(),
        context -> List.of(job.apply(context)),
        context -> Launch::forget);
  }

  private int onSpark(
      CommonOptions options,
      Optional<DayRange> again,
      HmacKey key,
      Function<Context, List<Job>> jobs,
      Function<Context, Consumer<List<JobRun>>> journal) {
    Settings settings = settings(options);
    boolean borrowed = SparkSession.getDefaultSession().isDefined();
    SparkSession spark = Sessions.open(settings);
    try {
      Context context =
          new Context(
              settings,
              spark,
              new Lake(spark, settings.lake()),
              options.day(),
              again,
              key,
              console);
      return new Pipeline(console, journal.apply(context)).run(jobs.apply(context));
    } finally {
      if (!borrowed) {
        spark.stop();
      }
    }
  }

  /** A job that needs neither Spark nor the lake. */
  int alone(CommonOptions options, Function<Settings, Job> job) {
    return new Pipeline(console, Launch::forget).run(List.of(job.apply(settings(options))));
  }

  private static void forget(List<JobRun> runs) {}
}
