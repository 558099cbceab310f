package io.talktrack.jobs.models.quality;

import io.talktrack.inbox.LabelledTexts;
import io.talktrack.inbox.TrackedLines;
import io.talktrack.inbox.TrackedTalks;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.model.ModelBundle;
import io.talktrack.monitoring.JobRun.Counter;
import io.talktrack.sentiment.LabelledText;
import io.talktrack.tracker.TrackedLine;
import io.talktrack.tracker.TrackedTalk;
import io.talktrack.tracker.Trackers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Measures every tracker on sentences of which it is known whether it should hear them. */
public final class EvaluateTrackers implements Job {
  private final SparkSession spark;
  private final List<ModelBundle> bundles;
  private final Trackers trackers;
  private final Path lines;
  private final Optional<Path> labelled;

  /**
   * @param labelled labelled sentences, of which the ordinary ones are listened to as well
   */
  public EvaluateTrackers(
      SparkSession spark,
      List<ModelBundle> bundles,
      Trackers trackers,
      Path lines,
      Optional<Path> labelled) {
    this.spark = spark;
    this.bundles = List.copyOf(bundles);
    this.trackers = trackers;
    this.lines = lines;
    this.labelled = labelled;
  }

  @Override
  public String name() {
    return "trackers evaluate";
  }

  @Override
  public Outcome run() {
    List<TrackedLine> all = TrackedLines.read(lines);
    List<TrackedLine> test = all.stream().filter(TrackedLine::isTest).toList();
    List<LabelledText> ordinary =
        labelled.map(LabelledTexts::read).map(TrackerQuality::ordinary).orElse(List.of());
    List<TrackedTalk> calls = TrackedTalks.read(lines);
    TextReader reader = new TextReader(spark, bundles);
    TrackerQuality quality =
        TrackerQuality.by(
            reader,
            trackers,
            bundles.stream().map(ModelBundle::language).toList(),
            all,
            calls,
            ordinary);

    List<String> message = new ArrayList<>();
    message.add("%d of %d sentences are for measuring:".formatted(test.size(), all.size()));
    message.add(quality.table(test, ordinary).toString());
    if (!calls.isEmpty()) {
      message.add("On %d short calls:".formatted(calls.size()));
      message.add(quality.callTable(calls, reader::labels).toString());
    }
    message.add("Of the other half, which definitions may be written by:");
    message.addAll(quality.errors(all.stream().filter(line -> !line.isTest()).toList()));
    return new Outcome.Wrote(
        String.join("\n", message), List.of(new Counter("test_sentences", test.size())));
  }
}
