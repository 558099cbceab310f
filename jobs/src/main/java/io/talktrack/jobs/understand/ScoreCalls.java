package io.talktrack.jobs.understand;

import static java.util.Spliterator.ORDERED;
import static java.util.Spliterators.spliteratorUnknownSize;

import io.talktrack.call.Call;
import io.talktrack.call.Source;
import io.talktrack.call.Turn;
import io.talktrack.identity.ContentHash;
import io.talktrack.inference.CachedInference;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.metric.CallMetric;
import io.talktrack.metric.MetricDefinition;
import io.talktrack.monitoring.JobRun.Counter;
import io.talktrack.objection.Answers;
import io.talktrack.objection.Objection;
import io.talktrack.playbook.Playbook;
import io.talktrack.playbook.PlaybookEvidence;
import io.talktrack.playbook.PlaybookScoring;
import io.talktrack.sentiment.TurnLabel;
import io.talktrack.table.DayRange;
import io.talktrack.table.Lake;
import io.talktrack.table.RecordEncoder;
import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import io.talktrack.table.Work;
import io.talktrack.tracker.KeyPhrase;
import io.talktrack.tracker.NearMeaning;
import io.talktrack.tracker.TrackerHit;
import io.talktrack.tracker.Trackers;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/**
 * Finds on every call its objections and what the rep answered, tracked phrases, key phrases and
 * metrics, and scores it against the playbook.
 */
public final class ScoreCalls implements Job {
  private static final String RULES = "calls-scored-3";

  private final SparkSession spark;
  private final Lake lake;
  private final Bundles bundles;
  private final byte[] secret;
  private final Playbook playbook;
  private final Trackers trackers;
  private final Optional<DayRange> again;

  /**
   * @param secret the key that names texts in the cache
   * @param again days to score anew
   */
  public ScoreCalls(
      SparkSession spark,
      Lake lake,
      Bundles bundles,
      byte[] secret,
      Playbook playbook,
      Trackers trackers,
      Optional<DayRange> again) {
    this.spark = spark;
    this.lake = lake;
    this.bundles = bundles;
    this.secret = secret.clone();
    this.playbook = playbook;
    this.trackers = trackers;
    this.again = again;
  }

  @Override
  public String name() {
    return "understand calls";
  }

  @Override
  public Outcome run() {
    if (!lake.exists(Tables.TURN_LABELS)) {
      return new Outcome.Skipped("no turn is labelled yet");
    }
    String definition = definition();
    Work work = lake.pending(Tables.CALLS, Tables.PLAYBOOK_SCORES, "call_id", definition, again);
    if (work.isEmpty()) {
      return new Outcome.NothingToDo("every call is scored by this playbook and these bundles")
          .onDays(again);
    }

    refuseUnlabelled(work);
    Labelling labelling = new Labelling(spark, lake, bundles, secret);
    Map<String, Map<String, float[]>> lines = labelling.embeddings(lines());
    CallScoring scoring =
        new CallScoring(
            bundles.thresholds(),
            bundles.definition(),
            playbooks(lines, definition),
            trackers,
            meanings(lines));
    Dataset<CallFindings> findings = findings(work.days(), scoring).persist();
    try {
      long objections = write(findings, work.days());
      return new Outcome.Wrote(
          String.format(
              Locale.ROOT, "%,d calls scored, %,d objections found", findings.count(), objections),
          Stream.concat(
                  Stream.of(new Counter("objections", objections)), labelling.counters().stream())
              .toList());
    } finally {
      findings.unpersist();
    }
  }

  /** Scores of labels that are missing or of other models would never be made anew. */
  private void refuseUnlabelled(Work work) {
    SortedSet<LocalDate> days = new TreeSet<>(work.days());
    days.retainAll(
        lake.pending(Tables.CALLS, Tables.TURN_LABELS, "call_id", bundles.definition()).days());
    if (!days.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot score the calls of %d days, the first of them %s: their turns are not labelled by the models in use. Run `talktrack understand turns` first."
              .formatted(days.size(), days.first()));
    }
  }

  // the labels' own stands in front, so that each score leads to what it was computed on
  private String definition() {
    return bundles.definition()
        + "+"
        + ContentHash.of(
            RULES,
            playbook.version(),
            trackers.version(),
            MetricDefinition.versionOfAll(),
            Answers.VERSION);
  }

  /** What playbook and trackers are told by example, per language that has a bundle. */
  private Map<String, List<String>> lines() {
    Map<String, List<String>> lines = new TreeMap<>();
    for (String language : bundles.byLanguage().keySet()) {
      lines.put(
          language,
          Stream.concat(
                  PlaybookScoring.lines(playbook, language).stream(),
                  NearMeaning.lines(trackers, language).stream())
              .distinct()
              .toList());
    }
    return lines;
  }

  /** The playbook fitted for every language that has a bundle. */
  private Map<String, PlaybookScoring> playbooks(
      Map<String, Map<String, float[]>> embeddings, String definition) {
    Map<String, PlaybookScoring> fitted = new HashMap<>();
    bundles
        .byLanguage()
        .keySet()
        .forEach(
            language ->
                fitted.put(
                    language,
                    PlaybookScoring.fit(
                        playbook,
                        language,
                        embeddings.getOrDefault(language, Map.of())::get,
                        definition)));
    return fitted;
  }

  private Map<String, NearMeaning> meanings(Map<String, Map<String, float[]>> embeddings) {
    Map<String, NearMeaning> fitted = new HashMap<>();
    embeddings.forEach(
        (language, read) -> fitted.put(language, NearMeaning.fit(trackers, language, read::get)));
    return fitted;
  }

  private Dataset<CallFindings> findings(SortedSet<LocalDate> days, CallScoring scoring) {
    Dataset<TurnLabel> labels = lake.read(Tables.TURN_LABELS, days);
    Dataset<CachedInference> cache = Labelling.cache(lake);
    Dataset<ReadTurn> read =
        labels
            .joinWith(cache, labels.col("input_key").equalTo(cache.col("input_key")), "left_outer")
            .map(
                (MapFunction<Tuple2<TurnLabel, CachedInference>, ReadTurn>)
                    pair -> ReadTurn.of(pair._1(), pair._2()),
                RecordEncoder.of(ReadTurn.class));
    return score(lake.read(Tables.CALLS, days), lake.read(Tables.TURNS, days), read, scoring);
  }

  /** What is found on each call, from its turns and what the model said of them. */
  static Dataset<CallFindings> score(
      Dataset<Call> calls, Dataset<Turn> turns, Dataset<ReadTurn> read, CallScoring scoring) {
    Dataset<SpokenCall> spoken =
        calls
            .groupByKey((MapFunction<Call, String>) Call::callId, Encoders.STRING())
            .cogroup(
                turns.groupByKey((MapFunction<Turn, String>) Turn::callId, Encoders.STRING()),
                (CoGroupFunction<String, Call, Turn, SpokenCall>)
                    (id, call, said) -> {
                      List<Turn> own = new ArrayList<>();
                      said.forEachRemaining(own::add);
                      List<SpokenCall> result = new ArrayList<>();
                      call.forEachRemaining(one -> result.add(new SpokenCall(one, own)));
                      return result.iterator();
                    },
                RecordEncoder.of(SpokenCall.class));
    return spoken
        .groupByKey(
            (MapFunction<SpokenCall, String>) call -> call.call().callId(), Encoders.STRING())
        .cogroup(
            read.groupByKey((MapFunction<ReadTurn, String>) ReadTurn::callId, Encoders.STRING()),
            (CoGroupFunction<String, SpokenCall, ReadTurn, ReadCall>)
                (id, call, labels) -> {
                  List<ReadTurn> own = new ArrayList<>();
                  labels.forEachRemaining(own::add);
                  List<ReadCall> result = new ArrayList<>();
                  call.forEachRemaining(
                      one -> result.add(new ReadCall(one.call(), one.turns(), own)));
                  return result.iterator();
                },
            RecordEncoder.of(ReadCall.class))
        .mapPartitions(
            (MapPartitionsFunction<ReadCall, CallFindings>)
                part -> {
                  CallScoring.InTask task = scoring.inTask();
                  return StreamSupport.stream(spliteratorUnknownSize(part, ORDERED), false)
                      .map(task::score)
                      .iterator();
                },
            RecordEncoder.of(CallFindings.class));
  }

  /** A call and its turns. */
  public record SpokenCall(Call call, List<Turn> turns) {}

  /** A call, its turns and what the model said of them. */
  public record ReadCall(Call call, List<Turn> turns, List<ReadTurn> labels) {}

  // playbook_scores last: every call has a row in it, so a run cut short is done again
  private long write(Dataset<CallFindings> findings, SortedSet<LocalDate> days) {
    Dataset<Objection> objections = each(findings, Tables.OBJECTIONS, CallFindings::objections);
    Dataset<TrackerHit> hits = each(findings, Tables.TRACKER_HITS, CallFindings::hits);
    Dataset<KeyPhrase> phrases = each(findings, Tables.KEY_PHRASES, CallFindings::phrases);
    Dataset<CallMetric> metrics = each(findings, Tables.CALL_METRICS, CallFindings::metrics);
    Dataset<PlaybookEvidence> evidence =
        each(findings, Tables.PLAYBOOK_EVIDENCE, CallFindings::evidence);
    Lake.together(
        () -> lake.replace(Tables.OBJECTIONS, days, Source.CALL, objections),
        () -> lake.replace(Tables.TRACKER_HITS, days, Source.CALL, hits),
        () -> lake.replace(Tables.KEY_PHRASES, days, phrases),
        () -> lake.replace(Tables.CALL_METRICS, days, metrics),
        () -> lake.replace(Tables.PLAYBOOK_EVIDENCE, days, evidence));
    lake.replace(
        Tables.PLAYBOOK_SCORES, days, each(findings, Tables.PLAYBOOK_SCORES, CallFindings::scores));
    return objections.count();
  }

  /** Which of a call's findings go into a table. */
  private interface Part<T> extends Function<CallFindings, List<T>>, Serializable {}

  private static <T extends Record> Dataset<T> each(
      Dataset<CallFindings> findings, Table<T> table, Part<T> part) {
    return findings.flatMap(
        (FlatMapFunction<CallFindings, T>) found -> part.apply(found).iterator(), table.encoder());
  }
}
