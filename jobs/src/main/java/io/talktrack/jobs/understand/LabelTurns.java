package io.talktrack.jobs.understand;

import io.talktrack.call.Turn;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.sentiment.TurnLabel;
import io.talktrack.table.DayRange;
import io.talktrack.table.Lake;
import io.talktrack.table.RecordEncoder;
import io.talktrack.table.Tables;
import io.talktrack.table.Work;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/** Labels every turn with sentiment, attitude to the deal, objections and stage. */
public final class LabelTurns implements Job {
  private final SparkSession spark;
  private final Lake lake;
  private final Bundles bundles;
  private final byte[] secret;
  private final Optional<DayRange> again;

  /**
   * @param secret the key that names texts in the cache
   */
  public LabelTurns(SparkSession spark, Lake lake, Bundles bundles, byte[] secret) {
    this(spark, lake, bundles, secret, Optional.empty());
  }

  /**
   * @param secret the key that names texts in the cache
   * @param again days to label anew
   */
  public LabelTurns(
      SparkSession spark, Lake lake, Bundles bundles, byte[] secret, Optional<DayRange> again) {
    this.spark = spark;
    this.lake = lake;
    this.bundles = bundles;
    this.secret = secret.clone();
    this.again = again;
  }

  @Override
  public String name() {
    return "understand turns";
  }

  @Override
  public Outcome run() {
    if (!lake.exists(Tables.CALLS)) {
      return new Outcome.Skipped("there are no calls yet");
    }
    String definition = bundles.definition();
    Work work = lake.pending(Tables.CALLS, Tables.TURN_LABELS, "call_id", definition, again);
    if (work.isEmpty()) {
      return new Outcome.NothingToDo("every turn is labelled by these bundles").onDays(again);
    }

    Labelling labelling = new Labelling(spark, lake, bundles, secret);
    Dataset<Unit> units = labelling.keyed(units(lake.read(Tables.TURNS, work.days()))).persist();
    try {
      labelling.fill(units);
      lake.replace(
          Tables.TURN_LABELS,
          work.days(),
          labelling
              .label(units)
              .map(
                  (MapFunction<LabelledUnit, TurnLabel>) unit -> unit.asTurnLabel(definition),
                  Tables.TURN_LABELS.encoder()));
      return new Outcome.Wrote(
          String.format(Locale.ROOT, "%,d turns labelled", units.count()), labelling.counters());
    } finally {
      units.unpersist();
    }
  }

  static Dataset<Unit> units(Dataset<Turn> turns) {
    return turns.map(
        (MapFunction<Turn, Unit>)
            turn ->
                new Unit(
                    turn.callId(),
                    turn.callDate(),
                    turn.turnNo(),
                    turn.speaker(),
                    turn.language(),
                    turn.text(),
                    null,
                    null,
                    null,
                    turn.sourceVersion()),
        RecordEncoder.of(Unit.class));
  }
}
