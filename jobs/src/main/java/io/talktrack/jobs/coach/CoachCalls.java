package io.talktrack.jobs.coach;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.talktrack.call.Call;
import io.talktrack.coaching.CoachedCall;
import io.talktrack.coaching.Insight;
import io.talktrack.coaching.Insights;
import io.talktrack.coaching.RepScorecard;
import io.talktrack.coaching.Scorecards;
import io.talktrack.crm.Rep;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.monitoring.JobRun.Counter;
import io.talktrack.table.DayRange;
import io.talktrack.table.Lake;
import io.talktrack.table.RecordEncoder;
import io.talktrack.table.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/** Tells every rep what went well on a call and what to do otherwise, and how a month went. */
public final class CoachCalls implements Job {
  private static final Encoder<CallVersion> VERSIONS = RecordEncoder.of(CallVersion.class);

  private final Lake lake;
  private final Optional<DayRange> again;

  public CoachCalls(Lake lake) {
    this(lake, Optional.empty());
  }

  /**
   * @param again days whose calls are coached anew
   */
  public CoachCalls(Lake lake, Optional<DayRange> again) {
    this.lake = lake;
    this.again = again;
  }

  @Override
  public String name() {
    return "coach insights";
  }

  @Override
  public Outcome run() {
    if (!lake.exists(Tables.CALLS)) {
      return new Outcome.Skipped("there are no calls yet");
    }

    List<Call> calls = lake.read(Tables.CALLS).collectAsList();
    List<CallVersion> versions =
        CallVersion.of(calls, lake.read(Tables.CALL_LINKS).collectAsList(), known(calls).hashes());
    Map<String, String> teams = teams(lake.read(Tables.REPS).collectAsList());
    String definition = definition(versions, teams);
    SortedSet<LocalDate> asked = asked(versions);
    if (asked.isEmpty() && written().equals(versions.isEmpty() ? Set.of() : Set.of(definition))) {
      return new Outcome.NothingToDo(
              versions.isEmpty()
                  ? "no call belongs to a rep"
                  : "every call of a rep is coached in its present version")
          .onDays(again);
    }

    SortedSet<LocalDate> days = changedDays(versions, coached());
    days.addAll(asked);
    if (!days.isEmpty()) {
      List<CallVersion> ofDays =
          versions.stream().filter(call -> days.contains(call.callDate())).toList();
      lake.replace(
          Tables.COACHING_INSIGHTS,
          days,
          insights(known(calls, days).of(rows(ofDays, VERSIONS), lake.read(Tables.TURNS, days))));
    }
    // the scorecards are written last: their definition_version says that all of this is done
    List<RepScorecard> scorecards =
        scorecards(
                known(calls).of(rows(versions, VERSIONS), rows(List.of(), Tables.TURNS.encoder())),
                teams)
            .withColumn("definition_version", lit(definition))
            .as(Tables.REP_SCORECARDS.encoder())
            .collectAsList();
    lake.overwrite(
        Tables.REP_SCORECARDS, rows(scorecards, Tables.REP_SCORECARDS.encoder()).coalesce(1));
    return wrote(versions.size(), days.size(), scorecards.size());
  }

  private SortedSet<LocalDate> asked(List<CallVersion> versions) {
    return versions.stream()
        .map(CallVersion::callDate)
        .filter(day -> again.isPresent() && again.get().contains(day))
        .collect(toCollection(TreeSet::new));
  }

  private CoachedCalls known(List<Call> calls) {
    return new CoachedCalls(
        rows(calls, Tables.CALLS.encoder()),
        lake.read(Tables.CALL_METRICS),
        lake.read(Tables.OBJECTIONS),
        lake.read(Tables.PLAYBOOK_SCORES),
        lake.read(Tables.PLAYBOOK_EVIDENCE));
  }

  private CoachedCalls known(List<Call> calls, SortedSet<LocalDate> days) {
    return new CoachedCalls(
        rows(calls, Tables.CALLS.encoder()),
        lake.read(Tables.CALL_METRICS, days),
        lake.read(Tables.OBJECTIONS, days),
        lake.read(Tables.PLAYBOOK_SCORES, days),
        lake.read(Tables.PLAYBOOK_EVIDENCE, days));
  }

  private static <T> Dataset<T> rows(List<T> rows, Encoder<T> encoder) {
    return SparkSession.active().createDataset(rows, encoder);
  }

  private Outcome wrote(int calls, int days, int scorecards) {
    long insights = lake.read(Tables.COACHING_INSIGHTS).count();
    return new Outcome.Wrote(
        String.format(
            Locale.ROOT,
            "%,d insights about %,d calls, %,d scorecards; %,d days were new%s changed",
            insights,
            calls,
            scorecards,
            days,
            again.isPresent() ? ", asked for or" : " or"),
        List.of(
            new Counter("calls", calls),
            new Counter("insights", insights),
            new Counter("scorecards", scorecards)));
  }

  /** One row per rep, call and kind. */
  static Dataset<Insight> insights(Dataset<CoachedCall> calls) {
    return calls.flatMap(
        (FlatMapFunction<CoachedCall, Insight>) call -> Insights.of(call).iterator(),
        Tables.COACHING_INSIGHTS.encoder());
  }

  /** One row per rep and month. A team's month is in the hands of one task. */
  static Dataset<RepScorecard> scorecards(
      Dataset<CoachedCall> calls, Map<String, String> teamByRep) {
    Map<String, String> teams = new HashMap<>(teamByRep);
    return calls
        .groupByKey(
            (MapFunction<CoachedCall, String>)
                call ->
                    call.callDate().withDayOfMonth(1)
                        + (teams.containsKey(call.repId())
                            ? " team " + teams.get(call.repId())
                            : " rep " + call.repId()),
            Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, CoachedCall, RepScorecard>)
                (month, ofMonth) -> {
                  List<CoachedCall> ofTeam = new ArrayList<>();
                  ofMonth.forEachRemaining(ofTeam::add);
                  return Scorecards.of(ofTeam, teams).iterator();
                },
            Tables.REP_SCORECARDS.encoder());
  }

  /**
   * Days that hold a call which is new, changed, or no longer the rep's. A call about which there
   * is nothing to say leaves no row, so its day counts as changed whenever another one does.
   */
  static SortedSet<LocalDate> changedDays(
      Collection<CallVersion> wanted, Collection<CallVersion> written) {
    Set<CallVersion> both = new HashSet<>(wanted);
    both.retainAll(new HashSet<>(written));
    return Stream.concat(wanted.stream(), written.stream())
        .filter(call -> !both.contains(call))
        .map(CallVersion::callDate)
        .collect(toCollection(TreeSet::new));
  }

  /** What the scorecards were made of: the rules, and the version of every call and team. */
  static String definition(Collection<CallVersion> calls, Map<String, String> teamByRep) {
    List<Object> inputs = new ArrayList<>(calls);
    inputs.addAll(teamByRep.entrySet());
    return "%s+%s+%s".formatted(Scorecards.VERSION, Insights.VERSION, Fingerprint.of(inputs));
  }

  private Set<String> written() {
    return lake
        .read(Tables.REP_SCORECARDS)
        .select("definition_version")
        .distinct()
        .as(Encoders.STRING())
        .collectAsList()
        .stream()
        .collect(toSet());
  }

  private List<CallVersion> coached() {
    // what other rules made is there, but no version of its call
    Column version =
        when(col("definition_version").equalTo(Insights.VERSION), col("source_version"))
            .otherwise(col("definition_version"));
    return lake.read(Tables.COACHING_INSIGHTS)
        .withColumn("source_version", version)
        .select("call_id", "call_date", "rep_id", "source_version")
        .distinct()
        .as(VERSIONS)
        .collectAsList();
  }

  private static Map<String, String> teams(List<Rep> reps) {
    return reps.stream().filter(rep -> rep.team() != null).collect(toMap(Rep::repId, Rep::team));
  }
}
