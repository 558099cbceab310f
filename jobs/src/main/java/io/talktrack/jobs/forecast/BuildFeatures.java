package io.talktrack.jobs.forecast;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.xxhash64;

import io.talktrack.deal.DealWarning;
import io.talktrack.forecast.ForecastFeatures;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.metric.BusinessHours;
import io.talktrack.monitoring.JobRun.Counter;
import io.talktrack.table.Lake;
import io.talktrack.table.RecordEncoder;
import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.storage.StorageLevel;

/** Describes every open deal by what was known when the as-of day ended, and warns of its risks. */
public final class BuildFeatures implements Job {
  private final Lake lake;
  private final Supplier<LocalDate> asOf;
  private final Supplier<LocalDate> lastKnown;
  private final ZoneId zone;
  private final FeatureRules rules;
  private final Backfill backfill;

  /**
   * @param day the as-of day, in the company's zone
   * @param competitorTrackers trackers that hear the names of competitors
   */
  public BuildFeatures(
      Lake lake,
      LocalDate day,
      ZoneId zone,
      BusinessHours hours,
      Set<String> competitorTrackers,
      Backfill backfill) {
    this(lake, () -> day, () -> day, zone, hours, competitorTrackers, backfill);
  }

  /**
   * @param asOf tells the as-of day, when the stages before have run
   * @param lastKnown tells the last day of which any record tells; no day of a range is described
   *     after it, unless it is the as-of day
   */
  public BuildFeatures(
      Lake lake,
      Supplier<LocalDate> asOf,
      Supplier<LocalDate> lastKnown,
      ZoneId zone,
      BusinessHours hours,
      Set<String> competitorTrackers,
      Backfill backfill) {
    this.lake = lake;
    this.asOf = asOf;
    this.lastKnown = lastKnown;
    this.zone = zone;
    this.rules = FeatureRules.of(zone, hours, competitorTrackers);
    this.backfill = backfill;
  }

  @Override
  public String name() {
    return "forecast features";
  }

  @Override
  public Outcome run() {
    DealTables tables = DealTables.of(lake);
    if (tables.opportunities().isEmpty()) {
      return new Outcome.Skipped("there is no CRM: no opportunity was read from crm/");
    }

    Instant first = tables.history().select(min("known_at")).as(Encoders.INSTANT()).first();
    if (first == null) {
      return new Outcome.Skipped(
          "no opportunity says when it became known: give crm/opportunity_history or a modified date");
    }

    LocalDate day = asOf.get();
    LocalDate last = lastOf(day);
    SortedSet<LocalDate> days =
        backfill.days(first.atZone(zone).toLocalDate(), day).headSet(last.plusDays(1));
    Dataset<DealRows> deals = tables.byOpportunity().persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<ForecastFeatures> features =
        features(deals, days, rules).persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<DealWarning> warnings =
        warnings(deals, days, rules).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return write(day, days, left(last), features, warnings);
    } finally {
      warnings.unpersist();
      features.unpersist();
      deals.unpersist();
    }
  }

  /** The last day that is described: of days to come nothing is known yet. */
  private LocalDate lastOf(LocalDate day) {
    if (backfill.range().isEmpty()) {
      return day;
    }
    LocalDate known = lastKnown.get();
    return known.isAfter(day) ? known : day;
  }

  private String left(LocalDate last) {
    return backfill.range().filter(range -> range.last().isAfter(last)).isPresent()
        ? "; days after %s are left, since no record tells of them yet".formatted(last)
        : "";
  }

  /** One row per day and opportunity that was open when the day ended. */
  static Dataset<ForecastFeatures> features(
      Dataset<DealRows> deals, SortedSet<LocalDate> days, FeatureRules rules) {
    List<LocalDate> ordered = new ArrayList<>(days);
    return deals.flatMap(
        (FlatMapFunction<DealRows, ForecastFeatures>)
            deal -> rules.features(deal, ordered).iterator(),
        Tables.FORECAST_FEATURES.encoder());
  }

  static Dataset<DealWarning> warnings(
      Dataset<DealRows> deals, SortedSet<LocalDate> days, FeatureRules rules) {
    List<LocalDate> ordered = new ArrayList<>(days);
    return deals.flatMap(
        (FlatMapFunction<DealRows, DealWarning>) deal -> rules.warnings(deal, ordered).iterator(),
        Tables.DEAL_WARNINGS.encoder());
  }

  private Outcome write(
      LocalDate day,
      SortedSet<LocalDate> days,
      String left,
      Dataset<ForecastFeatures> features,
      Dataset<DealWarning> warnings) {
    SortedSet<LocalDate> described = daysThatDiffer(Tables.FORECAST_FEATURES, days, features);
    SortedSet<LocalDate> warned = daysThatDiffer(Tables.DEAL_WARNINGS, days, warnings);
    if (described.isEmpty() && warned.isEmpty()) {
      return new Outcome.NothingToDo(unchanged(day, days, features) + left);
    }

    Lake.together(
        () -> {
          if (!described.isEmpty()) {
            lake.replace(
                Tables.FORECAST_FEATURES,
                described,
                features.filter(col("as_of_date").isin(described.toArray())));
          }
        },
        () -> {
          if (!warned.isEmpty()) {
            lake.replace(
                Tables.DEAL_WARNINGS,
                warned,
                warnings.filter(col("as_of_date").isin(warned.toArray())));
          }
        });

    long open = features.filter(col("as_of_date").equalTo(day)).count();
    long risks = warnings.filter(col("as_of_date").equalTo(day)).count();
    return new Outcome.Wrote(
        String.format(
            Locale.ROOT,
            "%,d open opportunities and %,d warnings as of %s; days written: %,d%s",
            open,
            risks,
            day,
            described.size(),
            left),
        List.of(
            new Counter("open_opportunities", open),
            new Counter("warnings", risks),
            new Counter("feature_days_written", described.size())));
  }

  private String unchanged(
      LocalDate day, SortedSet<LocalDate> days, Dataset<ForecastFeatures> features) {
    if (backfill.range().isEmpty()) {
      return "features and warnings as of %s stand".formatted(day);
    }
    String range = "%,d days from %s to %s".formatted(days.size(), days.first(), days.last());
    return features.isEmpty()
        ? "no opportunity was open on %s".formatted(range)
        : "features and warnings of %s stand".formatted(range);
  }

  private <T extends Record> SortedSet<LocalDate> daysThatDiffer(
      Table<T> table, SortedSet<LocalDate> days, Dataset<T> rows) {
    Map<LocalDate, String> before = contentByDay(table, lake.read(table, days));
    Map<LocalDate, String> now = contentByDay(table, rows);
    return days.stream()
        .filter(one -> !Objects.equals(before.get(one), now.get(one)))
        .collect(toCollection(TreeSet::new));
  }

  /** A day's content, whatever the order of its rows. */
  public record DayContent(LocalDate day, String content) {}

  // JSON, since Spark's hash of columns passes over nulls: (null, 1) and (1, null) would be equal
  private static <T extends Record> Map<LocalDate, String> contentByDay(
      Table<T> table, Dataset<T> rows) {
    Column[] columns =
        Arrays.stream(table.schema().fieldNames()).map(name -> col(name)).toArray(Column[]::new);
    Column row = xxhash64(to_json(struct(columns)));
    return rows
        .groupBy(col(table.dayColumn()).as("day"))
        .agg(concat_ws("/", count(lit(1)), sum(row.cast("decimal(20,0)"))).as("content"))
        .as(RecordEncoder.of(DayContent.class))
        .collectAsList()
        .stream()
        .collect(toMap(DayContent::day, DayContent::content));
  }
}
