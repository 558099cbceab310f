package io.talktrack.jobs.forecast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import io.talktrack.call.Call;
import io.talktrack.call.CallLink;
import io.talktrack.call.Participant;
import io.talktrack.call.Source;
import io.talktrack.call.Speaker;
import io.talktrack.crm.Contact;
import io.talktrack.crm.Opportunity;
import io.talktrack.crm.OpportunityChange;
import io.talktrack.email.Email;
import io.talktrack.jobs.forecast.DealRows.CallRow;
import io.talktrack.jobs.forecast.DealRows.CustomerVoice;
import io.talktrack.jobs.forecast.DealRows.EmailRow;
import io.talktrack.jobs.forecast.DealRows.MetricValue;
import io.talktrack.metric.CallMetric;
import io.talktrack.objection.Objection;
import io.talktrack.playbook.PlaybookScore;
import io.talktrack.table.Lake;
import io.talktrack.table.RecordEncoder;
import io.talktrack.table.Tables;
import io.talktrack.tracker.TrackerHit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The tables that tell of deals. */
record DealTables(
    Dataset<Opportunity> opportunities,
    Dataset<OpportunityChange> history,
    Dataset<Contact> contacts,
    Dataset<CallLink> links,
    Dataset<Call> calls,
    Dataset<Participant> participants,
    Dataset<CallMetric> metrics,
    Dataset<PlaybookScore> playbookScores,
    Dataset<Email> emails,
    Dataset<Objection> objections,
    Dataset<TrackerHit> trackerHits) {
  private static final String DEAL = "opportunity_id";
  private static final String ROW = "row";

  static DealTables of(Lake lake) {
    return new DealTables(
        lake.read(Tables.OPPORTUNITIES),
        lake.read(Tables.OPPORTUNITY_HISTORY),
        lake.read(Tables.CONTACTS),
        lake.read(Tables.CALL_LINKS),
        lake.read(Tables.CALLS),
        lake.read(Tables.PARTICIPANTS),
        lake.read(Tables.CALL_METRICS),
        lake.read(Tables.PLAYBOOK_SCORES),
        lake.read(Tables.EMAILS),
        lake.read(Tables.OBJECTIONS),
        lake.read(Tables.TRACKER_HITS));
  }

  /** The rows of every opportunity together; one shuffle by opportunity for all. */
  Dataset<DealRows> byOpportunity() {
    Dataset<Row> dealOfCall = deals(Source.CALL, "call_id");
    Dataset<Row> mails = emails.toDF().join(deals(Source.EMAIL, "thread_id"), "thread_id");
    Dataset<Row> dealOfSource =
        dealOfCall
            .select(lit(Source.CALL.name()).as("source"), col("call_id").as("source_id"), col(DEAL))
            .union(
                mails.select(
                    lit(Source.EMAIL.name()).as("source"),
                    col("email_id").as("source_id"),
                    col(DEAL)));
    Map<String, Dataset<Row>> parts = new LinkedHashMap<>();
    parts.put("changes", rows(history.toDF(), OpportunityChange.class));
    parts.put("contacts", rows(namelessContacts(), Contact.class));
    parts.put("calls", rows(calls.toDF().join(dealOfCall, "call_id"), CallRow.class));
    parts.put("voices", rows(customers().join(dealOfCall, "call_id"), CustomerVoice.class));
    parts.put("metrics", rows(measured().join(dealOfCall, "call_id"), MetricValue.class));
    parts.put(
        "playbook_scores",
        rows(playbookScores.toDF().join(dealOfCall, "call_id"), PlaybookScore.class));
    parts.put("emails", rows(mails, EmailRow.class));
    parts.put("objections", rows(ofDeals(objections.toDF(), dealOfSource), Objection.class));
    parts.put("tracker_hits", rows(ofDeals(trackerHits.toDF(), dealOfSource), TrackerHit.class));

    Dataset<Row> all = opportunities.select(DEAL, "created_date");
    for (Map.Entry<String, Dataset<Row>> part : parts.entrySet()) {
      all = all.unionByName(part.getValue().withColumnRenamed(ROW, part.getKey()), true);
    }

    // a list takes what is not null: the rows of its own part
    Column[] lists =
        parts.keySet().stream()
            .map(name -> collect_list(col(name)).as(name))
            .toArray(Column[]::new);
    return all.groupBy(DEAL)
        .agg(max("created_date").as("created_date"), lists)
        .as(RecordEncoder.of(DealRows.class));
  }

  private Dataset<Row> deals(Source source, String id) {
    return links
        .filter(col("source").equalTo(source.name()).and(col(DEAL).isNotNull()))
        .select(col("source_id").as(id), col(DEAL));
  }

  // names stay in the table of contacts: what is shuffled may lie on many disks
  private Dataset<Row> namelessContacts() {
    return contacts
        .withColumn("name", lit(null).cast("string"))
        .join(history.select(DEAL, "account_id").distinct(), "account_id");
  }

  private Dataset<Row> customers() {
    return participants.filter(col("side").equalTo(Speaker.CUSTOMER.name())).toDF();
  }

  private Dataset<Row> measured() {
    return metrics.filter(col("value").isNotNull()).toDF();
  }

  private static Dataset<Row> ofDeals(Dataset<Row> said, Dataset<Row> dealOfSource) {
    return said.join(dealOfSource, new String[] {"source", "source_id"}, "inner");
  }

  private static Dataset<Row> rows(Dataset<Row> rows, Class<? extends Record> rowType) {
    Column[] columns =
        Arrays.stream(RecordEncoder.of(rowType).schema().fieldNames())
            .map(column -> col(column))
            .toArray(Column[]::new);
    return rows.select(col(DEAL), struct(columns).as(ROW));
  }
}
