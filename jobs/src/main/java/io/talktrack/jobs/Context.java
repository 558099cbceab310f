package io.talktrack.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import io.talktrack.table.DayRange;
import io.talktrack.table.Lake;
import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/**
 * What the stages of one command are made from.
 *
 * @param day the as-of day that the user gave
 * @param again the days that the user wants to have worked out anew
 */
public record Context(
    Settings settings,
    SparkSession spark,
    Lake lake,
    Optional<LocalDate> day,
    Optional<DayRange> again,
    HmacKey key,
    Console console) {

  /** The day that was given, else the last one of which any source record tells. */
  public LocalDate asOf() {
    return day.orElseGet(this::lastKnownDay);
  }

  /** The last day of which any source record tells. */
  public LocalDate lastKnownDay() {
    return Tables.all().stream()
        .filter(table -> Arrays.asList(table.schema().fieldNames()).contains("known_at"))
        .filter(lake::exists)
        .map(this::lastKnown)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .map(last -> last.atZone(settings.company().timeZone()).toLocalDate())
        .orElseThrow(
            () ->
                new SettingsException(
                    "Cannot tell the as-of day: lake %s holds no dated record. Run `talktrack ingest run` first, or pass --day."
                        .formatted(lake.root())));
  }

  private Instant lastKnown(Table<?> table) {
    return lake.read(table).agg(max(col("known_at"))).as(Encoders.INSTANT()).head();
  }
}
