package io.talktrack.jobs.coach;

import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.xxhash64;

import io.talktrack.call.Call;
import io.talktrack.call.Source;
import io.talktrack.call.Turn;
import io.talktrack.coaching.CoachedCall;
import io.talktrack.metric.CallMetric;
import io.talktrack.objection.Objection;
import io.talktrack.playbook.PlaybookEvidence;
import io.talktrack.playbook.PlaybookScore;
import io.talktrack.table.RecordEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * What is known of calls, one table each.
 *
 * @param objections also those of e-mails, which are left out
 */
record CoachedCalls(
    Dataset<Call> calls,
    Dataset<CallMetric> metrics,
    Dataset<Objection> objections,
    Dataset<PlaybookScore> scores,
    Dataset<PlaybookEvidence> evidence) {
  private static final String CALL_ID = "call_id";
  private static final String REP_ID = "rep_id";

  /** A hash by call of all that was found on it, in whatever order. */
  Map<String, String> hashes() {
    return hashed("metrics", metrics.toDF())
        .union(hashed("objections", objectionsOfCalls()))
        .union(hashed("scores", scores.toDF()))
        .union(hashed("evidence", evidence.toDF()))
        .groupBy(CALL_ID)
        .agg(concat_ws("-", hex(sum("row_hash")), count("row_hash").cast("string")))
        .as(Encoders.tuple(Encoders.STRING(), Encoders.STRING()))
        .collectAsList()
        .stream()
        .collect(toMap(Tuple2::_1, Tuple2::_2));
  }

  /**
   * Calls with everything that is known of them.
   *
   * @param turns of these calls, or none where nothing is asked of them
   */
  Dataset<CoachedCall> of(Dataset<CallVersion> versions, Dataset<Turn> turns) {
    Dataset<Row> rows = versions.toDF();
    for (Dataset<Row> more :
        List.of(
            calls.select(CALL_ID, "duration_millis"),
            nested("turns", turns.toDF()),
            nested("metrics", metrics.toDF()),
            nested("objections", objectionsOfCalls()),
            nested("playbook_scores", scores.toDF()),
            nested("playbook_evidence", evidence.toDF()))) {
      rows = rows.unionByName(more, true);
    }
    // of each of these a call has one; lists leave out what other tables lack
    return rows.groupBy(CALL_ID)
        .agg(
            max(REP_ID).as(REP_ID),
            max("call_date").as("call_date"),
            max("duration_millis").as("duration_millis"),
            max("source_version").as("source_version"),
            collect_list("turns").as("turns"),
            collect_list("metrics").as("metrics"),
            collect_list("objections").as("objections"),
            collect_list("playbook_scores").as("playbook_scores"),
            collect_list("playbook_evidence").as("playbook_evidence"))
        .filter(col(REP_ID).isNotNull())
        .as(RecordEncoder.of(CoachedCall.class));
  }

  private Dataset<Row> objectionsOfCalls() {
    return objections
        .filter(col("source").equalTo(Source.CALL.name()))
        .withColumn(CALL_ID, col("source_id"));
  }

  private static Dataset<Row> hashed(String table, Dataset<Row> rows) {
    return rows.select(
        col(CALL_ID), xxhash64(lit(table), to_json(struct(columns(rows)))).as("row_hash"));
  }

  private static Dataset<Row> nested(String column, Dataset<Row> rows) {
    return rows.select(col(CALL_ID), struct(columns(rows)).as(column));
  }

  private static Column[] columns(Dataset<Row> rows) {
    return Arrays.stream(rows.columns()).map(rows::col).toArray(Column[]::new);
  }
}
