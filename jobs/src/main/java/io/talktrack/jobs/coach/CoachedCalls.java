package io.talktrack.jobs.coach;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.to_json;

import io.talktrack.call.Call;
import io.talktrack.call.CallLink;
import io.talktrack.call.Source;
import io.talktrack.call.Turn;
import io.talktrack.coaching.CoachedCall;
import io.talktrack.metric.CallMetric;
import io.talktrack.objection.Objection;
import io.talktrack.playbook.PlaybookEvidence;
import io.talktrack.playbook.PlaybookScore;
import io.talktrack.table.RecordEncoder;
import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** Brings together what is known of every call that belongs to a rep. */
final class CoachedCalls {
  private static final String CALL_ID = "call_id";
  private static final String TURNS = "turns";

  /**
   * One row per call, without its turns, in the columns of {@link CoachedCall}. Its source_version
   * is a hash of all that it holds; the turns are in it by the version of their call.
   */
  static Dataset<Row> withoutTurns(
      Dataset<Call> calls,
      Dataset<CallLink> links,
      Dataset<CallMetric> metrics,
      Dataset<Objection> objections,
      Dataset<PlaybookScore> scores,
      Dataset<PlaybookEvidence> evidence) {
    Dataset<Row> found =
        calls
            .select(CALL_ID, "call_date", "duration_millis", "source_version")
            .join(reps(links), CALL_ID);
    found = with(found, "metrics", metrics.toDF(), Tables.CALL_METRICS);
    found = with(found, "objections", ofCalls(objections), Tables.OBJECTIONS);
    found = with(found, "playbook_scores", scores.toDF(), Tables.PLAYBOOK_SCORES);
    found = with(found, "playbook_evidence", evidence.toDF(), Tables.PLAYBOOK_EVIDENCE);
    return found.withColumn("source_version", hash(found)).withColumn(TURNS, none(Tables.TURNS));
  }

  /** The same calls with what was said on them. */
  static Dataset<Row> withTurns(Dataset<Row> calls, Dataset<Turn> turns) {
    return with(calls.drop(TURNS), TURNS, turns.toDF(), Tables.TURNS);
  }

  static Dataset<CallVersion> versions(Dataset<Row> calls) {
    return calls
        .select(CALL_ID, "call_date", "rep_id", "source_version")
        .as(RecordEncoder.of(CallVersion.class));
  }

  static Dataset<CoachedCall> typed(Dataset<Row> calls) {
    return calls.as(RecordEncoder.of(CoachedCall.class));
  }

  private static Dataset<Row> reps(Dataset<CallLink> links) {
    return links
        .filter(col("source").equalTo(Source.CALL.name()).and(col("rep_id").isNotNull()))
        .select(col("source_id").as(CALL_ID), col("rep_id"));
  }

  private static Dataset<Row> ofCalls(Dataset<Objection> objections) {
    return objections
        .filter(col("source").equalTo(Source.CALL.name()))
        .withColumn(CALL_ID, col("source_id"));
  }

  private static Dataset<Row> with(
      Dataset<Row> calls, String column, Dataset<Row> rows, Table<?> table) {
    Column row =
        struct(Arrays.stream(table.schema().fieldNames()).map(rows::col).toArray(Column[]::new));
    Dataset<Row> byCall = rows.groupBy(CALL_ID).agg(sort_array(collect_list(row)).as(column));
    return calls
        .join(byCall, calls.col(CALL_ID).equalTo(byCall.col(CALL_ID)), "left")
        .drop(byCall.col(CALL_ID))
        .withColumn(column, coalesce(col(column), none(table)));
  }

  private static Column none(Table<?> table) {
    return array().cast(DataTypes.createArrayType(table.schema()));
  }

  private static Column hash(Dataset<Row> calls) {
    Column[] all =
        Arrays.stream(calls.columns()).sorted().map(functions::col).toArray(Column[]::new);
    return substring(sha2(to_json(struct(all)), 256), 1, 32);
  }

  private CoachedCalls() {}
}
